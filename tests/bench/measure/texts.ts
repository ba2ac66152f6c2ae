import type { Browser } from '@playwright/test';
import type { User } from '@/api/schema';
import { textsFolder } from '../builds.ts';
import { createOrganization } from '../data/organization.ts';
import { startSite } from '../data/site.ts';
import { Meter } from './meter.ts';

export const TEXTS_WAYS = ['onPage', 'plainWorker', 'comlink'] as const;
export type TextsWay = (typeof TEXTS_WAYS)[number];

export interface TextsTime {
  /** Milliseconds until everyone could be found. */
  readonly took: number;
  /** What the main thread has worked for it. */
  readonly busy: number;
}

export type TextsCost = Readonly<Record<TextsWay, TextsTime>>;

declare global {
  interface Window {
    /** Returns how many people are found by the letter "a". */
    makeFindable: (way: TextsWay) => Promise<number>;
    texts: Promise<readonly User[]>;
  }
}

const USERS = 200_000;

/** What it costs to make 200,000 people findable, each way in a page that has done nothing before. */
export async function measureTexts(browser: Browser): Promise<TextsCost> {
  const people = createOrganization(USERS).members.map(({ user }) => user);
  const site = await startSite(textsFolder, { '/people.json': JSON.stringify(people) });
  const found = new Set<number>();
  const measure = async (way: TextsWay): Promise<TextsTime> => {
    const page = await browser.newPage({ locale: 'en-US' });
    try {
      await page.goto(`${site.url}/texts.html`);
      await page.evaluate(async () => {
        await window.texts;
      });
      const meter = await Meter.of(page);
      await meter.idle();
      const before = await meter.busy();
      const took = await page.evaluate(async (way) => {
        const start = performance.now();
        const count = await window.makeFindable(way);
        return { ms: performance.now() - start, count };
      }, way);
      found.add(took.count);
      return { took: took.ms, busy: (await meter.busy()) - before };
    } finally {
      await page.close();
    }
  };
  try {
    const onPage = await measure('onPage');
    const plainWorker = await measure('plainWorker');
    const comlink = await measure('comlink');
    if (found.size !== 1) throw new Error('Not every way finds the same people');
    return { onPage, plainWorker, comlink };
  } finally {
    await site.close();
  }
}
