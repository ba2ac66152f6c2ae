import { t } from '@lingui/core/macro';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiError, isAbort, isRecord, isTimeout, readApiError } from './errors';
import { NEEDED } from './neededPermissions';
import { PermissionBook } from './permissionBook';
import { ReadOnlyMode } from './ReadOnlyMode';
import type { RateGauge } from './rateGauge';
import type { paths } from './schema';
import { createTransport, type TransportOptions } from './transport';

export interface ApiOptions {
  /** Where the service answers: `https://api.{region}` or a stand-in. */
  baseUrl: string;
  /** The bearer token, or undefined when there is none that is still good. */
  getToken: () => string | undefined;
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
      fetch,
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
      if (method === 'POST' && READS_BY_POST.has(schemaPath)) return;
      throw new ApiError(t`The console is in read-only mode. Nothing was sent to the service.`, {
        kind: 'notSent',
        code: 'console.readOnly',
      });
    },
  };
}

function authorization({ getToken, onUnauthorized }: ApiOptions): Middleware {
  return {
    onRequest({ request }) {
      const token = getToken();
      if (token === undefined) {
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
      const error = await readApiError(response, NEEDED[operation]);
      permissions.refused(operation, error);
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

/** A page of a list, with those of its entries that can be entries. */
export async function requiredPage<Page extends { entities?: unknown[] }>(
  answer: Promise<Answer<Page>>,
): Promise<Page> {
  const page = await required(answer);
  const { entities } = page;
  if (entities === undefined || entities === null) return page;
  if (!Array.isArray(entities)) {
    throw new ApiError(t`The service answered with something else than a list.`, {
      kind: 'format',
    });
  }
  return entities.every(canBeEntity) ? page : { ...page, entities: entities.filter(canBeEntity) };
}

/** What is no object with an id of text, or without an id, could only do harm further on. */
export function canBeEntity(entry: unknown): boolean {
  return isRecord(entry) && (typeof entry.id === 'string' || entry.id === undefined);
}

function noAnswer(cause: unknown): ApiError {
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
