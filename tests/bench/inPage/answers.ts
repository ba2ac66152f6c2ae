/**
 * The right answers, found in the plainest way, and in the browser that is measured: others may put names in another
 * order.
 */
import { fold } from './fold.ts';

/** What a grid must show before an operation counts as done. */
export interface Expected {
  count: number;
  /** The names of the first rows, from the top. */
  first: string[];
}

/** How a grid puts text in order by itself. */
export type OrderName = 'asTheConsole' | 'byLanguage' | 'byCodeUnit';

export interface Question {
  /** How the rows are sorted where nothing was asked for; undefined: as the data came. */
  firstOrder: OrderName | undefined;
  /** How they are when it was. */
  sorted: OrderName;
  texts: readonly string[];
  licenseIds: readonly string[];
}

export interface Answers {
  all: Expected;
  byText: Expected[];
  byLicense: Expected[];
  byEmailBackwards: Expected;
  byName: Expected;
  byNameBackwards: Expected;
}

/** What the pages of the grids are given. */
export interface SentData {
  licenseIds: string[];
  members: SentMember[];
}

export type SentMember = [
  id: string,
  name: string,
  email: string,
  department: string,
  title: string,
  /** Places in `licenseIds`. */
  licenses: number[],
];

declare global {
  interface Window {
    answer: (question: Question) => Promise<Answers>;
  }
}

type Compare = (a: string, b: string) => number;

const orders: Record<OrderName, Compare> = {
  asTheConsole: new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare,
  byLanguage: new Intl.Collator().compare,
  byCodeUnit: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
};

const CHECKED_ROWS = 3;

window.answer = async ({ firstOrder, sorted, texts, licenseIds }) => {
  const data: SentData = await (await fetch('data.json')).json();
  const members = data.members.map(([, name, email, department, title, licenses]) => ({
    name,
    email,
    text: fold([name, email, department, title].join(' ')),
    licenses,
  }));
  type Member = (typeof members)[number];

  function answer(
    found: readonly Member[],
    order: OrderName | undefined,
    { by = 'name', sign = 1 }: { by?: 'name' | 'email'; sign?: number } = {},
  ): Expected {
    const compare = order && orders[order];
    const first = compare
      ? smallest(found, CHECKED_ROWS, (a, b) => sign * compare(a[by], b[by]))
      : found.slice(0, CHECKED_ROWS);
    return { count: found.length, first: first.map(({ name }) => name) };
  }

  return {
    all: answer(members, firstOrder),
    byText: texts.map((text) => {
      const folded = fold(text);
      return answer(
        members.filter((member) => member.text.includes(folded)),
        firstOrder,
      );
    }),
    byLicense: licenseIds.map((licenseId) => {
      const place = data.licenseIds.indexOf(licenseId);
      return answer(
        members.filter(({ licenses }) => licenses.includes(place)),
        firstOrder,
      );
    }),
    byEmailBackwards: answer(members, sorted, { by: 'email', sign: -1 }),
    byName: answer(members, sorted),
    byNameBackwards: answer(members, sorted, { sign: -1 }),
  };
};

/** The first few of the sorted items, without sorting the others. */
function smallest<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  const best: T[] = [];
  for (const item of items) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && compare(item, last) >= 0) continue;
    const place = best.findIndex((other) => compare(item, other) < 0);
    best.splice(place === -1 ? best.length : place, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}
