import { i18n } from './i18n';

/**
 * Numbers, dates and lists as the language of now writes them. Whoever shows one renders with `useLingui`, to be drawn again
 * when the language changes.
 */

/** Making a formatter is slow: one for each language is kept. */
function kept<Formatter>(make: (locales: string[]) => Formatter): () => Formatter {
  const formatters = new Map<string, Formatter>();
  return () => {
    const locales = [i18n.locales ?? i18n.locale].flat();
    const key = locales.join();
    const formatter = formatters.get(key) ?? make(locales);
    formatters.set(key, formatter);
    return formatter;
  };
}

const DAY = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;

const number = kept((locales) => new Intl.NumberFormat(locales));
const date = kept((locales) => new Intl.DateTimeFormat(locales, DAY));
const dateTime = kept((locales) => new Intl.DateTimeFormat(locales, { ...DAY, ...TIME }));
const time = kept((locales) => new Intl.DateTimeFormat(locales, TIME));
const ago = kept((locales) => new Intl.RelativeTimeFormat(locales, { numeric: 'auto' }));
const list = kept((locales) => new Intl.ListFormat(locales, { type: 'conjunction' }));

/** "1,234" */
export const formatNumber = (value: number): string => number().format(value);

/** "11/25/2026" */
export const formatDate = (moment: Date | number): string => date().format(moment);

/** "11/25/2026, 7:50:51 AM" */
export const formatDateTime = (moment: Date | number): string => dateTime().format(moment);

/** "7:50:51 AM" */
export const formatTime = (moment: Date | number): string => time().format(moment);

/** "3 minutes ago", "yesterday" */
export const formatAgo = (count: number, unit: 'minute' | 'hour' | 'day'): string =>
  ago().format(-count, unit);

/** "a, b, and c" */
export const formatList = (items: readonly string[]): string => list().format(items);
