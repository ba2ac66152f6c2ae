import { type Browser, launchOptions } from '../../../tools/browser.ts';

const VARIABLE = 'LICENSE_CONSOLE_BROWSER';

/** Keeps the browser for the workers, which are started later and inherit the environment. */
export function keepBrowser(browser: Browser): void {
  process.env[VARIABLE] = JSON.stringify(launchOptions(browser));
}

export function keptLaunchOptions(): ReturnType<typeof launchOptions> {
  const kept = process.env[VARIABLE];
  if (!kept) throw new Error('The global setup chose no browser');
  return JSON.parse(kept);
}
