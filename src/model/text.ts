const ASCII_ONLY = /^[\x20-\x7e]*$/u;
const COMBINING_MARKS = /\p{Mn}/gu;

/** Text as it is compared when an administrator searches: accents and case folded, so "jose" finds "José". */
export function foldText(text: string): string {
  // Most text has nothing to fold but its case, and decomposing it costs ten times as much.
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
}

/** How names are put in order in a list: the reader's language, digits by value. */
export const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
