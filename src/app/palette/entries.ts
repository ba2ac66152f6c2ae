import { foldText } from '@/model/text';

/** In the order in which they are shown. */
export const GROUPS = ['pages', 'actions', 'audit', 'licenses', 'users'] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly detail?: string | undefined;
  readonly run: () => void;
}

/** The entries in whose label or detail every word of a text occurs; those that begin with it first. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const wanted = foldText(text.trim());
  if (wanted === '') return [...entries];
  const words = wanted.split(/\s+/u);
  return entries
    .map((entry) => ({ entry, label: foldText(entry.label), detail: foldText(entry.detail ?? '') }))
    .filter(({ label, detail }) =>
      words.every((word) => label.includes(word) || detail.includes(word)),
    )
    .toSorted((a, b) => rank(a.label, wanted) - rank(b.label, wanted))
    .map(({ entry }) => entry);
}

function rank(label: string, wanted: string): number {
  if (label === wanted) return 0;
  return label.startsWith(wanted) ? 1 : 2;
}
