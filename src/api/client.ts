import { t } from '@lingui/core/macro';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiError, isAbort, isRecord, isTimeout, readApiError, SessionOver } from './errors';
import { needsOf } from './neededPermissions';
import { PermissionBook } from './permissionBook';
import { ReadOnlyMode } from './ReadOnlyMode';
import type { RateGauge } from './rateGauge';
import type { paths } from './schema';
import { createTransport, type TransportOptions } from './transport';

export interface ApiOptions {
  /** Where the service answers: `https://api.{region}` or a stand-in. */
  baseUrl: string;
  /** The bearer token of the client's own session, or undefined once that has none that is still good. */
  getToken: () => string | undefined;
  /**
   * Aborts, with a {@link SessionOver}, when the session of this client is over: whatever is under way then ends, and
   * nothing is sent any more. Asked for at each request, since a session of the demo can be taken up again.
   */
  life?: () => AbortSignal;
  /** Told of every 401. */
  onUnauthorized: () => void;
  /** While it is on, nothing that could change the organization leaves the browser. */
  readOnly?: ReadOnlyMode;
  transport?: TransportOptions;
}

/** What sends many requests. */
export type WorkName = 'job' | 'organization' | 'roles' | 'review';

/** The service, typed by its contract. Every call either gives the data or throws an {@link ApiError}. */
export interface Api {
  readonly baseUrl: string;
  readonly http: Client<paths>;
  /** The same service for a work of many requests: it shares the rate limit with others, and leaves room for single ones. */
  readonly forWork: (name: WorkName) => Api;
  readonly rate: RateGauge;
  readonly permissions: PermissionBook;
  readonly readOnly: ReadOnlyMode;
}

export function createApi(options: ApiOptions): Api {
  const transport = createTransport(options.transport);
  const permissions = new PermissionBook();
  const readOnly = options.readOnly ?? new ReadOnlyMode();
  function clientBy(fetch: (request: Request) => Promise<Response>): Client<paths> {
    const http = createClient<paths>({
      baseUrl: options.baseUrl,
      fetch: (request: Request) => fetch(endingWith(options.life?.(), request)),
      // The service reads a list in one parameter: expand=a,b
      querySerializer: { array: { style: 'form', explode: false } },
    });
    http.use(noWrites(readOnly), authorization(options), errors(options, permissions));
    return http;
  }
  const byName = new Map<WorkName, Api>();
  function apiWith(http: Client<paths>): Api {
    return {
      baseUrl: options.baseUrl,
      rate: transport.gauge,
      permissions,
      readOnly,
      http,
      forWork,
    };
  }
  function forWork(name: WorkName): Api {
    const api = byName.get(name) ?? apiWith(clientBy(transport.fetchFor(name)));
    byName.set(name, api);
    return api;
  }
  return apiWith(clientBy(transport.fetchFor()));
}

/** The request, which also ends when the session does. */
function endingWith(life: AbortSignal | undefined, request: Request): Request {
  if (!life) return request;
  return new Request(request, { signal: AbortSignal.any([request.signal, life]) });
}

/** Reads that are POSTs, as they carry a list. What is not known to be a read counts as a write. */
const READS_BY_POST: ReadonlySet<string> = new Set([
  '/api/v2/license/users',
  '/api/v2/license/infer',
  '/api/v2/license/infer/permissions',
  '/api/v2/users/search',
]);

/** The last line of the read-only mode, behind every page that forgot about it. */
function noWrites(readOnly: ReadOnlyMode): Middleware {
  return {
    onRequest({ request: { method }, schemaPath }) {
      if (readOnly.getState() === 'no' || method === 'GET') return;
      // Signing out changes nothing but the session.
      if (method === 'DELETE' && schemaPath === '/api/v2/tokens/me') return;
      if (method === 'POST' && READS_BY_POST.has(schemaPath)) return;
      throw new ApiError(t`The console is in read-only mode. Nothing was sent to the service.`, {
        kind: 'notSent',
        code: 'console.readOnly',
      });
    },
  };
}

function authorization({ getToken, life, onUnauthorized }: ApiOptions): Middleware {
  return {
    onRequest({ request }) {
      const token = getToken();
      if (token === undefined || life?.().aborted) {
        onUnauthorized();
        throw new ApiError(t`Your session has ended. Sign in again to go on.`, {
          kind: 'status',
          status: 401,
          code: 'session.ended',
        });
      }
      request.headers.set('Authorization', `Bearer ${token}`);
      return request;
    },
  };
}

function errors({ onUnauthorized }: ApiOptions, permissions: PermissionBook): Middleware {
  return {
    async onResponse({ request, response, schemaPath }) {
      const operation = `${request.method} ${schemaPath}`;
      if (response.ok) {
        permissions.answered(operation);
        return;
      }
      const error = await readApiError(response, needsOf(operation));
      permissions.refused(error);
      if (error.isUnauthorized) onUnauthorized();
      throw error;
    },
    onError({ error }) {
      if (isAbort(error) || error instanceof ApiError) return undefined;
      return noAnswer(error);
    },
  };
}

interface Answer<Data> {
  data?: Data;
}

/** The object of an answer; an empty answer, or one of another shape, is an error of the service's. */
export async function required<Data>(answer: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const data = await requiredData(answer);
  if (!isRecord(data)) {
    throw new ApiError(t`The service answered with something else than was asked for.`, {
      kind: 'format',
    });
  }
  return data;
}

/** Whatever the answer holds; an empty one where the contract promises data is an error. */
export async function requiredData<Data>(
  answer: Promise<Answer<Data>>,
): Promise<NonNullable<Data>> {
  const { data } = await answer.catch((error: unknown) => {
    throw readableError(error);
  });
  if (data === undefined || data === null) {
    throw new ApiError(t`The service gave an empty answer.`, { kind: 'format' });
  }
  return data;
}

/** The list of an answer; anything else is an error of the service's. */
export async function requiredList<Item>(answer: Promise<Answer<Item[]>>): Promise<Item[]> {
  const data = await requiredData(answer);
  if (!Array.isArray(data)) {
    throw new ApiError(t`The service answered with something else than a list.`, {
      kind: 'format',
    });
  }
  return data;
}

/** Names what reading the body threw: a proxy's HTML page with status 200 is no SyntaxError to an administrator. */
function readableError(error: unknown): unknown {
  if (error instanceof ApiError || isAbort(error)) return error;
  if (error instanceof SyntaxError) {
    return new ApiError(t`The service answered with something that is not JSON.`, {
      kind: 'format',
      cause: error,
    });
  }
  return noAnswer(error);
}

/** One page of a list. What the service does not tell, or tells in no number, is undefined. */
export interface EntityPage<Entity> {
  readonly entities: Entity[];
  readonly pageSize: number | undefined;
  readonly pageCount: number | undefined;
  readonly total: number | undefined;
}

/** A page of a list, with those of its entries that can be entries, each in its shape. */
export async function requiredPage<Entity>(
  answer: Promise<Answer<unknown>>,
  shaped: (given: unknown) => Entity | undefined,
): Promise<EntityPage<Entity>> {
  const page: unknown = await required(answer);
  const { entities = [], pageSize, pageCount, total } = isRecord(page) ? page : {};
  if (entities !== null && !Array.isArray(entities)) {
    throw new ApiError(t`The service answered with something else than a list.`, {
      kind: 'format',
    });
  }
  return {
    entities: (entities ?? []).flatMap((entity: unknown) => shaped(entity) ?? []),
    pageSize: countOf(pageSize),
    pageCount: countOf(pageCount),
    total: countOf(total),
  };
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function noAnswer(cause: unknown): ApiError {
  if (cause instanceof SessionOver) {
    // Whether the service carried it out is not known, so this is no 401: a write has to be read back.
    return new ApiError(t`Your session ended before the service answered.`, {
      kind: 'network',
      code: 'session.ended',
      cause,
    });
  }
  if (isTimeout(cause)) {
    return new ApiError(
      t`The service did not answer in time. It may be overloaded, or the connection very slow.`,
      { kind: 'network', cause },
    );
  }
  return new ApiError(
    t`No answer from the service. Check your connection; if it works, the service may not allow this address (CORS).`,
    { kind: 'network', cause },
  );
}
