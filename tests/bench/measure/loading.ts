import type { Page } from '@playwright/test';
import { allRead, signIn, type Where } from './consoleSubject.ts';
import { openPage, type PageOptions } from './page.ts';

/** How the console's matrix comes up; the other grids are handed their rows. Milliseconds. */
export interface Loading {
  /** From the first answer with users or assignments to the first rows, painted. */
  firstRows: number;
  /** From the first answer to the whole organization, painted. */
  all: number;
  /** The longest time that the page did not answer. */
  longestTask: number;
  /** After a reload, from the start of the page to the first rows, painted. */
  reloaded: number;
}

export async function measureLoading(options: PageOptions, where: Where): Promise<Loading> {
  const { context, page } = await openPage(options, 'console', { watches: true });
  try {
    where.service.forget();
    await signIn(page, `${where.url}assignments`, 'Assignments');
    await allRead(page, where);
    const end = await page.evaluate(() => performance.now());
    const firstAnswer = await firstAnswerOf(page);
    const longestTask = Math.max(0, ...(await page.evaluate(() => window.bench.takeLongTasks())));
    const firstRows = (await firstRowsOf(page)) - firstAnswer;

    where.service.forget();
    await page.reload();
    const reloaded = await firstRowsOf(page);
    return { firstRows, all: end - firstAnswer, longestTask, reloaded };
  } finally {
    await context.close();
  }
}

async function firstRowsOf(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.bench.firstRows, undefined, {
    timeout: 60_000,
  });
  return (await handle.jsonValue()) ?? Number.NaN;
}

function firstAnswerOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/api\/v2\/(license\/users|users)\?/.test(name));
    return Math.min(...answers.map((entry) => entry.startTime + entry.duration));
  });
}
