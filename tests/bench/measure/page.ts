import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { GridName } from '../inPage/recorder.ts';

export interface PageOptions {
  browser: Browser;
  /** The script of `inPage/recorder.ts`. */
  recorder: string;
}

/** A page in a fresh profile, with the recorder in it. `watches`: see `benchWatches`. */
export async function openPage(
  { browser, recorder }: PageOptions,
  grid: GridName,
  { watches = false } = {},
) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  await context.addInitScript(
    `window.benchGrid = '${grid}'; window.benchWatches = ${watches};\n${recorder}`,
  );
  return { context, page: await context.newPage() };
}

/** Counts the scripts that the page loads from now on, compressed as a web server would send them. */
export function countScripts(page: Page): () => Promise<number> {
  const urls = new Set<string>();
  page.on('request', (request) => {
    if (/\.m?js$/.test(new URL(request.url()).pathname)) urls.add(request.url());
  });
  return async () => {
    let bytes = 0;
    for (const url of urls) {
      const body = await (await fetch(url)).arrayBuffer();
      bytes += gzipSync(new Uint8Array(body)).length;
    }
    return bytes / 1000;
  };
}
