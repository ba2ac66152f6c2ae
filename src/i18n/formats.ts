import { i18n } from './i18n';

/**
 * Numbers, dates and lists as the language of now writes them. Whoever shows one renders with `useLingui`, to be drawn again
 * when the language changes.
 */

/** Making a formatter takes longer than what it is made for: that of the language of now is kept. */
function kept<Formatter>(make: (locales: string | string[]) => Formatter): () => Formatter {
  let madeFor: string | string[] | undefined;
  let formatter: Formatter | undefined;
  return () => {
    const now = i18n.locales ?? i18n.locale;
    if (formatter === undefined || now !== madeFor) {
      formatter = make(now);
      madeFor = now;
    }
    return formatter;
  };
}

const DAY = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;

const number = kept((locales) => new Intl.NumberFormat(locales));
const compact = kept((locales) => new Intl.NumberFormat(locales, { notation: 'compact' }));
const percent = kept(
  (locales) => new Intl.NumberFormat(locales, { style: 'percent', maximumFractionDigits: 1 }),
);
const date = kept((locales) => new Intl.DateTimeFormat(locales, DAY));
const dateTime = kept((locales) => new Intl.DateTimeFormat(locales, { ...DAY, ...TIME }));
const time = kept((locales) => new Intl.DateTimeFormat(locales, TIME));
const shortTime = kept((locales) => new Intl.DateTimeFormat(locales, { timeStyle: 'short' }));
const moment = kept(
  (locales) => new Intl.DateTimeFormat(locales, { dateStyle: 'medium', timeStyle: 'short' }),
);
const ago = kept((locales) => new Intl.RelativeTimeFormat(locales, { numeric: 'auto' }));
const zonedTime = kept(
  (locales) => new Intl.DateTimeFormat(locales, { ...DAY, ...TIME, timeZoneName: 'short' }),
);
const utcMonth = kept(
  (locales) =>
    new Intl.DateTimeFormat(locales, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const signed = kept((locales) => new Intl.NumberFormat(locales, { signDisplay: 'exceptZero' }));
const money = kept((locales) => {
  const ofCurrency = new Map<string, Intl.NumberFormat>();
  return (currency: string) => {
    const format =
      ofCurrency.get(currency) ?? new Intl.NumberFormat(locales, { style: 'currency', currency });
    ofCurrency.set(currency, format);
    return format;
  };
});
const list = kept((locales) => new Intl.ListFormat(locales, { type: 'conjunction' }));
const choices = kept((locales) => new Intl.ListFormat(locales, { type: 'disjunction' }));

/** "1,234" */
export const formatNumber = (value: number): string => number().format(value);

/** "123K" */
export const formatCompact = (value: number): string => compact().format(value);

/** "+1,234", "-5", "0" */
export const formatSigned = (value: number): string => signed().format(value);

/** "€1,234.50" of 1234.5 and "EUR" */
export const formatMoney = (units: number, currency: string): string =>
  money()(currency).format(units);

/** "12.5%" of 0.125 */
export const formatPercent = (share: number): string => percent().format(share);

/** "11/25/2026" */
export const formatDate = (moment: Date | number): string => date().format(moment);

/** "11/25/2026, 7:50:51 AM" */
export const formatDateTime = (moment: Date | number): string => dateTime().format(moment);

/** "7:50:51 AM" */
export const formatTime = (moment: Date | number): string => time().format(moment);

/** "7:50 AM" */
export const formatShortTime = (moment: Date | number): string => shortTime().format(moment);

/** "Nov 25, 2026, 7:50 AM" */
export const formatMoment = (at: Date | number): string => moment().format(at);

/** "11/25/2026, 7:50:51 AM GMT+1" */
export const formatZonedTime = (at: Date | number): string => zonedTime().format(at);

/** "October 2026" of a moment, as it is in UTC. */
export const formatUtcMonth = (at: Date | number): string => utcMonth().format(at);

/** "3 minutes ago", "yesterday" */
export const formatAgo = (count: number, unit: 'minute' | 'hour' | 'day'): string =>
  ago().format(-count, unit);

/** "a, b, and c" */
export const formatList = (items: readonly string[]): string => list().format(items);

/** "a, b, or c" */
export const formatChoices = (items: readonly string[]): string => choices().format(items);
