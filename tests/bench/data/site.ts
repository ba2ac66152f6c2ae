import { createServer } from 'node:http';
import sirv from 'sirv';
import { listen } from './listen.ts';

/** Serves a folder as a static web server does; what is in `more` is answered from memory, by path. */
export async function startSite(folder: string, more: Record<string, string>) {
  const files = sirv(folder, { single: true, dev: true });
  const fromMemory = new Map(Object.entries(more));
  return listen(
    createServer((request, response) => {
      const body = fromMemory.get((request.url ?? '').split('?')[0] ?? '');
      if (body !== undefined) {
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
        return;
      }
      files(request, response, () => {
        response.writeHead(404).end();
      });
    }),
  );
}
