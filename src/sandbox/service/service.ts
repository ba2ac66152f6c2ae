import type { SandboxUser } from '../data/people';
import { type Fault, type FaultList, pairOutcomes } from '../faults';
import type { Settings } from '../options';
import type { SandboxOrganization } from '../organization';
import { Random } from '../random';
import { resources } from '../resources';
import { admit, bearerToken, checkRequest } from './admission';
import { noSuchPath, ServiceError, tooManyRequests } from './errors';
import { faultAnswer, isApplied } from './faultAnswers';
import { jsonFrom } from './input';
import { type Operation, route } from './operations';
import { type RateLimit, type RateStanding, rateHeaders } from './rateLimit';
import { type Sent, toResponse } from './sent';
import { stripOptional } from './strip';
import type { Tokens } from './tokens';

export interface LogEntry {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** 0 when the connection was dropped. */
  readonly status: number;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly at: number;
}

export interface ServiceParts {
  settings: Settings;
  organization: SandboxOrganization;
  administrator: SandboxUser;
  permissions: ReadonlySet<string>;
  /** What OAuth clients may do that have no scopes of their own. */
  scopes: ReadonlySet<string>;
  tokens: Tokens;
  rateLimit: RateLimit;
  faults: FaultList;
  onAnswered(entry: LogEntry): void;
}

interface Incoming {
  request: Request;
  url: URL;
  token: string | undefined;
  operation: Operation;
  params: Readonly<Record<string, string>>;
}

/** Says which answer it is, in a header of every answer and in every error. */
const correlationHeader = 'inin-correlation-id';

/** Answers requests for `/api/v2/*`. A connection that a fault drops is a response of type `error`. */
export function createService(parts: ServiceParts): (request: Request) => Promise<Response> {
  const { settings, organization, tokens } = parts;
  const correlationIds = new Random(settings.seed ^ 0x5eed);
  const jitter = new Random(settings.seed ^ 0x117e);

  return async (request) => {
    const url = new URL(request.url);
    if (settings.latencyMs > 0) {
      await settings.sleep(settings.latencyMs * (0.75 + jitter.next() / 2));
    }
    const token = bearerToken(request);
    const client = token === undefined ? undefined : tokens.clientOf(token);
    const standing = parts.rateLimit.take(client && { clientId: client.id });
    const correlationId = correlationIds.uuid();
    const sent = await received(request, url, token, standing, correlationId);
    parts.onAnswered({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      status: sent === 'dropped' ? 0 : sent.status,
      at: settings.now(),
    });
    if (sent === 'dropped') return Response.error();
    const response = toResponse(sent, {
      [correlationHeader]: correlationId,
      ...(settings.rateHeaders && rateHeaders(standing)),
    });
    if (settings.hideRetryAfter) response.headers.delete('retry-after');
    return response;
  };

  async function received(
    request: Request,
    url: URL,
    token: string | undefined,
    standing: RateStanding | undefined,
    correlationId: string,
  ): Promise<Sent | 'dropped'> {
    const found = route(request.method, url.pathname);
    const refusal = (error: ServiceError): Sent => ({
      status: error.status,
      headers: error.headers,
      body: error.body(correlationId),
    });
    if (standing?.exceeded) {
      return refusal(tooManyRequests(standing.resetSeconds, standing.allowed));
    }
    if (found.found === 'nothing') return refusal(noSuchPath(url.pathname));
    if (found.found === 'path') {
      const allow = found.allowed.join(', ');
      const message = `${request.method} is not allowed here, but ${allow}`;
      return refusal(new ServiceError(405, 'method.not.allowed', message, {}, { allow }));
    }
    const { operation, params } = found;
    try {
      return await answered({ request, url, token, operation, params });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const sent = refusal(error);
      settings.contract?.answer(operation.id, sent.status, sent.body);
      return sent;
    }
  }

  /** The faults that strike decide whether the work is done, and what is said of it. */
  async function answered(incoming: Incoming): Promise<Sent | 'dropped'> {
    const faults = parts.faults.strike(incoming.operation.id);
    for (const fault of faults) {
      if (fault.kind === 'slow') await settings.sleep(fault.delayMs ?? 2000);
    }
    const last = faults.at(-1);
    const instead =
      last && faultAnswer(last, incoming.operation, settings.rateLimit?.allowed ?? 300);
    if (last === undefined || instead === undefined) return performed(incoming, faults);
    if (isApplied(last)) await performed(incoming, faults);
    if (instead instanceof ServiceError) throw instead;
    return instead;
  }

  async function performed(incoming: Incoming, faults: readonly Fault[]): Promise<Sent> {
    const { request, url, operation, params } = incoming;
    const token = admit(operation, incoming.token, tokens, parts.permissions, parts.scopes);
    const body = await jsonFrom(request);
    checkRequest(settings.contract, operation, request, url, body);
    const answer = resources[operation.id]({
      organization,
      settings,
      tokens,
      token,
      scopes: tokens.clientOf(token)?.scopes ?? [...parts.scopes],
      administrator: parts.administrator,
      permissions: parts.permissions,
      origin: url.origin,
      path: url.pathname,
      params,
      query: url.searchParams,
      body,
      pairOutcome: pairOutcomes(faults),
    });
    const strip = faults.find(({ kind }) => kind === 'stripOptional');
    const shown = strip === undefined ? answer : stripOptional(operation.id, answer, strip.keep);
    settings.contract?.answer(operation.id, operation.success, shown);
    return { status: operation.success, body: shown };
  }
}
