import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { webBuild } from './sdk';

export const grants = ['implicit', 'pkce'] as const;
export type Grant = (typeof grants)[number];

export interface PageSite {
  /** The address of the page for a grant, and its redirect URI. */
  address(grant: Grant): string;
  close(): Promise<void>;
}

/** The page with the SDK, once for each grant. What it is told is asked for each time: it is known later. */
export async function startPageSite(settings: () => unknown): Promise<PageSite> {
  const files: Record<string, [type: string, file: string]> = {
    '': ['text/html', join(import.meta.dirname, 'page.html')],
    'page.js': ['text/javascript', join(import.meta.dirname, 'page.js')],
    'sdk.js': ['text/javascript', webBuild],
  };

  async function answer(path: string): Promise<[type: string, content: string | Buffer]> {
    const [, folder, name = ''] = path.split('/');
    const isPage = grants.some((grant) => grant === folder);
    if (isPage && name === 'settings.json') return ['application/json', JSON.stringify(settings())];
    const [type, file] = (isPage && files[name]) || [];
    if (type === undefined || file === undefined) throw new Error(`Nothing is at ${path}`);
    return [type, await readFile(file)];
  }

  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://page.test').pathname).then(
      ([type, content]) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port }: AddressInfo = Object(server.address());
  return {
    address: (grant) => `http://127.0.0.1:${port}/${grant}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
