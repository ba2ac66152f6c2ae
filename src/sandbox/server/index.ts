import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getResponse, type HttpHandler } from 'msw';
import type { SandboxOptions } from '../options';
import { createSandbox, type Sandbox } from '../sandbox';
import type { OAuthClients } from './clients';
import { loadContract } from './contract';
import { control } from './control';
import { json, preflight, send, toRequest } from './http';
import { createOAuth } from './oauth';
import { frontPage } from './pages';

export interface SandboxServerOptions extends SandboxOptions {
  /** Default 0, any free port. */
  port?: number;
  /** The address to listen on; default 127.0.0.1. */
  host?: string;
  /** Check all requests and answers against the contract. Default true. */
  validate?: boolean;
  /** The OAuth clients; without them any client id but `unknown` may sign in and return anywhere. */
  clients?: OAuthClients;
  /** Sign in without showing the page. Default false. */
  autoApprove?: boolean;
}

export interface SandboxServer {
  readonly url: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** Answers of the sandbox that broke the contract. */
  readonly contractViolations: readonly string[];
  close(): Promise<void>;
}

/** The sandbox on real HTTP, with sign-in pages, CORS and controls. */
export async function startSandboxServer(
  options: SandboxServerOptions = {},
): Promise<SandboxServer> {
  const { port = 0, host = '127.0.0.1', validate = true, ...others } = options;
  // Here the header is sent, and a page of another origin may not read it.
  const { clients, autoApprove, hideRetryAfter = false, ...rest } = others;
  const exposed = { retryAfter: !hideRetryAfter, rate: rest.rateHeaders ?? false };
  const contract = validate
    ? loadContract((violation) => console.error(`The sandbox broke the contract: ${violation}`))
    : undefined;
  const sandbox = createSandbox({ ...rest, ...(contract && { contract }) });
  const oauth = createOAuth(sandbox, {
    ...(clients && { clients }),
    ...(autoApprove !== undefined && { autoApprove }),
    ...(rest.seed !== undefined && { seed: rest.seed }),
    ...(rest.now && { now: rest.now }),
  });
  const violations = contract?.violations ?? [];
  let url = '';
  let handlers: HttpHandler[] = [];

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await toRequest(incoming, url);
    await send(await responseTo(request), outgoing, exposed);
  }

  async function responseTo(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return preflight();
    const { pathname } = new URL(request.url);
    if (pathname === '/oauth/authorize') return oauth.authorize(request);
    if (pathname === '/oauth/token') return oauth.token(request);
    if (pathname === '/logout') return oauth.logout(request);
    if (pathname === '/sandbox' || pathname.startsWith('/sandbox/')) {
      return control(sandbox, violations, request);
    }
    if (pathname === '/') {
      return frontPage(sandbox.organization.name, sandbox.organization.users.length);
    }
    const response = await getResponse(handlers, request);
    return response ?? json({ message: `Nothing is here: ${pathname}` }, 404);
  }

  const listening = await listen(server, port, host);
  url = `http://${reachable(host)}:${listening}`;
  handlers = sandbox.handlers(url);
  return {
    url,
    port: listening,
    sandbox,
    contractViolations: violations,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** How a host that is listened on is written in an address; all interfaces are reached by the local one. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(
  server: ReturnType<typeof createServer>,
  port: number,
  host: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
