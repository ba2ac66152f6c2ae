import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const dist = join(import.meta.dirname, '../../../dist');

export interface SiteOptions {
  /** What config.json holds; a string is sent as it is; without it the server has no such file. */
  config?: unknown;
  /** The path that the app is served under, with a slash at both ends. */
  basePath?: string | undefined;
  /** How the server answers an address that is no file: index.html as 200, or 404.html as 404, as static hosts do. */
  deepLinks?: 'index' | '404' | undefined;
  /** Sent with every answer. */
  headers?: Record<string, string>;
}

/** The production build on a web server of its own. */
export interface Site {
  /** Ends with a slash; the address of the overview. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

/** Serves dist/ as an ordinary static web server does, with a config.json of the test's choosing. */
export async function startSite({
  config,
  basePath = '/',
  deepLinks = 'index',
  headers = {},
}: SiteOptions = {}): Promise<Site> {
  const files = sirv(dist, { single: deepLinks === 'index', dev: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    };
    // As web servers do for a folder that is asked for without its slash.
    if (request.url === basePath.slice(0, -1)) {
      response.writeHead(301, { Location: basePath }).end();
      return;
    }
    if (!request.url?.startsWith(basePath)) return notFound();
    const path = `/${request.url.slice(basePath.length)}`;
    if (path.split('?')[0] === '/config.json') {
      if (config === undefined) return notFound();
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(typeof config === 'string' ? config : JSON.stringify(config));
      return;
    }
    request.url = path;
    files(request, response, () => {
      if (deepLinks === 'index') return notFound();
      request.url = '/404.html';
      response.statusCode = 404;
      files(request, response, notFound);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    url: origin + basePath,
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
