import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, NoBrowserError } from '../../tools/browser.ts';
import { keepBrowser } from './support/chosenBrowser.ts';
import { installed, WEB_SERVERS } from './support/webServer.ts';

/** Everything the tests need besides themselves: a production build, and a browser that starts. */
export default async function globalSetup(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '../../dist/index.html'))) {
    stop('There is no production build: run "npm run build" first.');
  }
  try {
    const browser = await findBrowser();
    process.stdout.write(`Browser: ${browser.name}\n`);
    keepBrowser(browser);
    for (const server of WEB_SERVERS) {
      if (installed(server) === undefined) {
        process.stdout.write(`${server} is not installed: its configuration is not tried\n`);
      }
    }
  } catch (error) {
    if (error instanceof NoBrowserError) stop(error.message);
    throw error;
  }
}

/** One line is all there is to say: a stack trace would hide it. */
function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
