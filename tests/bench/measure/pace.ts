import type { Browser } from '@playwright/test';

export const PACE_TEXTS = 200_000;
const ROUNDS = 5;

/**
 * Milliseconds that this machine takes in the browser to sort that many texts, at best: the targets in milliseconds are for
 * a machine of some speed, and by this one sees of what speed it was.
 */
export async function measurePace(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      ({ count, rounds }) => {
        let seed = 1;
        const texts = Array.from({ length: count }, () => {
          seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
          return seed.toString(36);
        });
        const times = Array.from({ length: rounds }, () => {
          const start = performance.now();
          texts.toSorted();
          return performance.now() - start;
        });
        return Math.min(...times);
      },
      { count: PACE_TEXTS, rounds: ROUNDS },
    );
  } finally {
    await page.close();
  }
}
