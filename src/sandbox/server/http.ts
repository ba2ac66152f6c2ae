import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
/** Less is not worth compressing. */
const compressFromBytes = 4 * 1024;

const maxBodyBytes = 64 * 1024 * 1024;

export interface Exposed {
  /** Whether a page may read `Retry-After`. */
  retryAfter: boolean;
  /** Whether there are `inin-ratelimit-*` headers to read. */
  rate: boolean;
}

/** What a page of another origin may read of an answer. */
function corsHeaders({ retryAfter, rate }: Exposed): Record<string, string> {
  const exposed = [
    'inin-correlation-id',
    ...(retryAfter ? ['Retry-After'] : []),
    ...(rate ? ['inin-ratelimit-count', 'inin-ratelimit-allowed', 'inin-ratelimit-reset'] : []),
  ];
  return {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed.join(', '),
  };
}

export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type',
      'access-control-max-age': '600',
    },
  });
}

/** The request as the Fetch standard has it, with an address under `origin` whatever its Host header says. */
export async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await bodyOf(incoming) : undefined;
  // An address such as `//other` must not lead to another host.
  const address = `${origin}${(incoming.url ?? '/').replace(/^\/+/, '/')}`;
  return new Request(address, { method, headers, ...(body !== undefined && { body }) });
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > maxBodyBytes) throw new RangeError('The request body is too large');
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/**
 * Sends an answer, compressed as the service does it for who takes that, or ends the connection for one of type `error`. Connections are never used twice: a browser repeats a
 * request by itself when a used connection ends, and would hide exactly the faults that are wanted.
 */
export async function send(
  response: Response,
  outgoing: ServerResponse,
  exposed: Exposed,
): Promise<void> {
  if (response.type === 'error') {
    outgoing.socket?.destroy();
    return;
  }
  const plain = new Uint8Array(await response.arrayBuffer());
  const isCompressed =
    plain.length >= compressFromBytes &&
    /\bgzip\b/.test(outgoing.req.headers['accept-encoding'] ?? '');
  const body = isCompressed ? await compress(plain, { level: 1 }) : plain;
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    ...corsHeaders(exposed),
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    ...(response.status !== 204 && { 'content-length': String(body.length) }),
    connection: 'close',
  });
  outgoing.end(body);
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

export function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
