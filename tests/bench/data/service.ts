import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { startSandboxServer } from '@/sandbox/server/index';
import { listen } from './listen.ts';
import type { Organization } from './organization.ts';

/** A stand-in for the service that answers a listing of any size without work of its own. */
export interface Service {
  readonly url: string;
  /** Where the sign-in page is. */
  readonly loginUrl: string;
  /** How many pages of each listing were answered since the last `forget`. */
  readonly pagesAnswered: number;
  forget(): void;
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type',
  'access-control-max-age': '600',
};

/** The console keeps to 300 requests a minute where nothing says otherwise. */
const NO_LIMIT = {
  'access-control-expose-headers':
    'inin-ratelimit-allowed, inin-ratelimit-count, inin-ratelimit-reset',
  'inin-ratelimit-allowed': '1000000',
  'inin-ratelimit-count': '1',
  'inin-ratelimit-reset': '60',
};

/**
 * The listings and definitions of the organization come out of memory; everything else, such as signing in, is the
 * sandbox's. Without a rate limit: what is measured is the page.
 */
export async function startService(organization: Organization): Promise<Service> {
  const sandbox = await startSandboxServer({ users: 10, rateLimit: null, validate: false });
  const listings = new Map(Object.entries(listingsOf(organization)));
  const definitions = JSON.stringify(organization.definitions);
  let pagesAnswered = 0;

  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://service');
    const entities = listings.get(pathname);
    if (request.method === 'GET' && entities && !searchParams.has('id')) {
      pagesAnswered += 1;
      send(response, pageOf(entities, searchParams));
    } else if (pathname === '/api/v2/license/definitions') {
      send(response, definitions);
    } else {
      forward(sandbox.url, request, response).catch((error: unknown) => {
        response.writeHead(502, CORS).end(String(error));
      });
    }
  });
  const { url, close } = await listen(server);
  return {
    url,
    loginUrl: sandbox.url,
    get pagesAnswered() {
      return pagesAnswered;
    },
    forget() {
      pagesAnswered = 0;
    },
    async close() {
      await close();
      await sandbox.close();
    },
  };
}

/** Every entity as JSON. People come by name, as the service gives them; assignments do not. */
function listingsOf({ members }: Organization): Record<string, string[]> {
  const byName = members.map(({ user }) => user);
  byName.sort((a, b) => ((a.profile.name ?? '') < (b.profile.name ?? '') ? -1 : 1));
  return {
    '/api/v2/license/users': members.map(({ user: { id }, licenses }) =>
      JSON.stringify({ id, licenses, selfUri: `/api/v2/license/users/${id}` }),
    ),
    '/api/v2/users': byName.map(({ id, profile, lastLogin }) =>
      JSON.stringify({
        ...profile,
        ...(lastLogin !== undefined && { dateLastLogin: new Date(lastLogin).toISOString() }),
        selfUri: `/api/v2/users/${id}`,
      }),
    ),
  };
}

function pageOf(entities: readonly string[], query: URLSearchParams): string {
  const size = Number(query.get('pageSize') ?? 25);
  const number = Number(query.get('pageNumber') ?? 1);
  const shown = entities.slice((number - 1) * size, number * size);
  const pageCount = Math.ceil(entities.length / size);
  return `{"entities":[${shown.join()}],"pageSize":${size},"pageNumber":${number},"total":${entities.length},"pageCount":${pageCount}}`;
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { ...CORS, ...NO_LIMIT, 'content-type': 'application/json' }).end(body);
}

async function forward(
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = 'GET', headers } = request;
  const answer = await fetch(base + request.url, {
    method,
    headers: {
      authorization: headers.authorization ?? '',
      'content-type': headers['content-type'] ?? 'application/json',
    },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { ...CORS, 'content-type': 'application/json' }).end(body);
}
