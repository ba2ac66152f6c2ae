import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { type Needs, NO_NEEDS, type Refusal, readRefusal } from './refusal';
import type { ErrorBody } from './schema';

/** What kept a request from an answer we can use. */
export type ApiErrorKind =
  /** The service answered with an error status. */
  | 'status'
  /** No answer arrived: offline, blocked by CORS, connection dropped. The request may have been carried out. */
  | 'network'
  /** The console itself kept the request back. Nothing has happened. */
  | 'notSent'
  /** An answer arrived, but not in the form that the contract promises. */
  | 'format';

interface ApiErrorDetails {
  kind: ApiErrorKind;
  status?: number | undefined;
  code?: string | undefined;
  contextId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  refusal?: Refusal | undefined;
  cause?: unknown;
}

/** The one error type of the API layer. `contextId` is what the service's support asks for. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly contextId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Of a 403: what it was about. */
  readonly refusal: Refusal | undefined;

  constructor(message: string, details: ApiErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'ApiError';
    this.kind = details.kind;
    this.status = details.status;
    this.code = details.code;
    this.contextId = details.contextId;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.refusal = details.refusal;
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }

  get isForbidden(): boolean {
    return this.status === 403;
  }

  get isUnauthorized(): boolean {
    return this.status === 401;
  }

  /**
   * True when a write that met this error may have been carried out all the same: the answer was lost, or came from a
   * gateway that did not wait. Such a write must be read back before anyone repeats it.
   */
  get outcomeUnknown(): boolean {
    if (this.kind === 'notSent') return false;
    return this.kind !== 'status' || this.status === 408 || (this.status ?? 0) >= 500;
  }
}

/** Why a request ended that was under way when its session did. */
export class SessionOver extends Error {
  constructor() {
    super('The session of this request is over');
    this.name = 'SessionOver';
  }
}

/** True for the error that a cancelled request throws; it is nobody's failure and is never shown. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** True for the error of a request that got no answer in time. */
export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

const WORDS_FOR_STATUS: Readonly<Record<number, MessageDescriptor>> = {
  400: msg`The service could not understand the request.`,
  401: msg`Your session is no longer valid.`,
  403: msg`Genesys Cloud refused this without saying why.`,
  404: msg`The service does not know this address.`,
  408: msg`The service took too long to answer.`,
  409: msg`The request conflicts with the current state.`,
  413: msg`The request was too large.`,
  415: msg`The service does not accept this content type.`,
  429: msg`Too many requests: the rate limit of this token is used up.`,
  500: msg`The service met an error of its own.`,
  503: msg`The service is not available at the moment.`,
  504: msg`The service did not answer in time.`,
};

/**
 * Reads an error answer, whatever its body is: an ErrorBody, some other JSON, HTML of a proxy, or nothing.
 * `needs` is what the operation asks for.
 */
export async function readApiError(response: Response, needs: Needs = NO_NEEDS): Promise<ApiError> {
  const body = await readErrorBody(response);
  const status = response.status;
  const refusal = status === 403 ? readRefusal(body, needs) : undefined;
  return new ApiError(body.message?.trim() || wordsWithoutMessage(status, refusal), {
    kind: 'status',
    status,
    code: body.code,
    contextId: body.contextId ?? response.headers.get('inin-correlation-id') ?? undefined,
    retryAfterSeconds: retryAfterSeconds(response),
    refusal,
  });
}

function wordsWithoutMessage(status: number, refusal: Refusal | undefined): string {
  if (refusal?.kind === 'permission') return t`You do not have the permission for this.`;
  const words = WORDS_FOR_STATUS[status];
  return words ? t(words) : t`The service answered with status ${status}.`;
}

async function readErrorBody(response: Response): Promise<ErrorBody> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return isRecord(body) ? pickErrorFields(body) : {};
  } catch {
    return {};
  }
}

function pickErrorFields(body: Record<string, unknown>): ErrorBody {
  const picked: ErrorBody = {};
  if (typeof body.message === 'string') picked.message = shortened(body.message);
  if (typeof body.code === 'string') picked.code = shortened(body.code);
  if (typeof body.contextId === 'string') picked.contextId = shortened(body.contextId);
  if (isRecord(body.messageParams)) {
    const texts = Object.entries(body.messageParams).filter(isTextEntry);
    picked.messageParams = Object.fromEntries(texts.map(([name, text]) => [name, shortened(text)]));
  }
  return picked;
}

function isTextEntry(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

/** A stack trace or a whole document in place of a word would drown the page. */
const LONGEST_WORDS = 1_000;

export function shortened(text: string): string {
  return text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text;
}

/** `Retry-After` in seconds; undefined when it is absent or is no whole number of seconds. */
export function retryAfterSeconds(response: Response): number | undefined {
  const value = response.headers.get('Retry-After')?.trim();
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
