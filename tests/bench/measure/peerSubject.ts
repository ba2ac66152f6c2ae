import type { ElementHandle, Page } from '@playwright/test';
import type { OrderName } from '../inPage/answers.ts';
import type { SubjectName } from '../options.ts';
import type { Subject } from './subject.ts';
import type { Box } from './visit.ts';

/** How the grids put text in order by themselves. */
const nameOrders: Record<Exclude<SubjectName, 'console'>, OrderName> = {
  ag: 'byCodeUnit',
  agTuned: 'byCodeUnit',
  mui: 'byLanguage',
  glide: 'byCodeUnit',
};

/** Another grid on a page of its own, with a search box and lists like the console's, and as large as `box`. */
export function peerSubject(name: keyof typeof nameOrders, url: string, box: Box): Subject {
  const query = new URLSearchParams(Object.entries(box).map(([side, size]) => [side, `${size}`]));
  return {
    name,
    grid: name === 'agTuned' ? 'ag' : name,
    firstOrder: undefined,
    nameOrder: nameOrders[name],

    async open(page) {
      await page.goto(`${url}${name}.html?${query}`);
    },

    async read(page) {
      await page.getByRole('button', { name: 'Read the data' }).click();
      await page.waitForFunction(() => window.peerIsReady === true, undefined, { timeout: 60_000 });
    },

    showButton: (page) =>
      page
        .getByRole('button', { name: 'Show the grid' })
        .evaluate((button) => window.bench.middleOf(button)),

    async aimAtLicense(page, licenseId) {
      const list = await holdsList(page);
      return () => choose(list, licenseId);
    },
    clearLicense: async (page) => choose(await holdsList(page), ''),
    selectedCount: (page) => page.evaluate(() => window.peer?.selectedCount() ?? 0),
  };
}

const holdsList = (page: Page) => page.waitForSelector('select[aria-label=Holds]');

function choose(list: ElementHandle, licenseId: string): Promise<void> {
  return list.evaluate((element, value) => window.bench.setValue(element, value), licenseId);
}
