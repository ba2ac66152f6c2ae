import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Console } from './console.ts';
import type { Someone } from './people.ts';

type Look = (where: string) => Promise<void>;

/** Every page that can be opened by an address, and what it is called in English. */
function everyPage(someone: Someone): [path: string, heading: string | RegExp][] {
  return [
    ['licenses', 'Licenses'],
    ['licenses/cloudCX3', /CX 3/],
    ['licenses/none-such', 'No such license'],
    ['assignments', 'Assignments'],
    ['assignments?q=nobody-at-all', 'Assignments'],
    [`users/${someone.id}`, someone.name],
    ['users/none-such', 'No such user'],
    ['audit', 'Audit'],
    ['audit?tab=snapshots', 'Audit'],
    ['audit?tab=permissions', 'Audit'],
    ['audit?tab=cost', 'Audit'],
    ['audit?tab=charts', 'Audit'],
    ['audit/report', 'Audit report'],
    ['jobs', 'Jobs'],
    ['jobs/none-such', 'No such job'],
    ['no-such-page', 'Page not found'],
    ['assign', 'Batch assign'],
  ];
}

/** Leads from a page on which somebody is signed in to every other, and looks at each. */
export async function lookAtEveryPage(
  app: Console,
  someone: Someone,
  look: Look,
  isEnglish = true,
): Promise<void> {
  for (const [path, heading] of everyPage(someone)) {
    // What is shown on the same page instead has the same title: only its address tells when it is there.
    if (path.includes('?')) await app.open(path);
    else await app.moveTo(path);
    await expect(isEnglish ? app.heading(heading) : app.title, path).toBeVisible();
    await app.settled();
    await look(path);
  }
}

/** All rules of axe, or only those of some tags or ids. */
export async function expectAccessible(
  page: Page,
  where: string,
  only: { tags?: string[]; rules?: string[] } = {},
): Promise<void> {
  // Nothing is in a frame of another origin: there is no need of a second page to put results together in.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (only.tags) axe.withTags(only.tags);
  if (only.rules) axe.withRules(only.rules);
  const { violations, passes } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  expect(found, where).toEqual([]);
  expect(passes.length, `rules that had something to look at: ${where}`).toBeGreaterThan(0);
}

/** As narrow as a page has to bear (WCAG 1.4.10): 1280 pixels at 400 %. */
export const NARROWEST = { width: 320, height: 740 };

/** The page itself never scrolls sideways; what is wide scrolls in its own frame. */
export async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const beyond = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await expect.poll(beyond, where).toBeLessThanOrEqual(0);
}
