import { createServer } from 'node:http';

/** A page of another site that shows the console in a frame, as Genesys Cloud does. */
export interface EmbeddingPage {
  url: string;
  origin: string;
  close(): Promise<void>;
}

/** What Genesys Cloud allows the applications that it embeds, unless their administrator says otherwise. */
const SANDBOX =
  'allow-forms allow-modals allow-popups allow-presentation allow-same-origin allow-scripts allow-downloads';

/**
 * Serves a page whose frame shows an address. It is reached as "localhost" and the console as "127.0.0.1": two sites, so
 * that the browser keeps the storage of the frame apart, as it does between Genesys Cloud and the console.
 */
export async function startEmbeddingPage(framed: () => string): Promise<EmbeddingPage> {
  const server = createServer((_request, response) => {
    const src = framed().replaceAll('&', '&amp;');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><title>Host</title><link rel="icon" href="data:,"><body style="margin:0">
         <iframe title="License console" src="${src}" sandbox="${SANDBOX}"
           style="border:0;width:100%;height:95vh"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port');
  const origin = `http://localhost:${address.port}`;
  return {
    url: `${origin}/`,
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
