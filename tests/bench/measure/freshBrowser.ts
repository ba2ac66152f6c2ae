import { type Browser, chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../../../tools/browser.ts';

/** Looked for once: a browser is really started before it is chosen. */
let options: Promise<ReturnType<typeof launchOptions>> | undefined;

/** Each visit has a browser of its own: nothing that was done in another can be held against it. */
export async function inFreshBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  options ??= findBrowser().then(launchOptions);
  const browser = await chromium.launch(await options);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
