import { plural, t } from '@lingui/core/macro';
import { formatCompact, formatNumber } from '@/i18n/formats';

/** How many of the users shown hold a license; a lower bound while some of them are not read. */
export interface ShownHolders {
  readonly count: number;
  readonly isExact: boolean;
}

/** Six digits and more do not fit into a column. */
const FITS = 100_000;

/** For a narrow column. What is not known is never shown as a number. */
export function shortText({ count, isExact }: ShownHolders): string {
  const number = count < FITS ? formatNumber(count) : formatCompact(count);
  if (isExact) return number;
  return count === 0 ? '?' : `${number}+`;
}

/** In words. */
export function shownHoldersText({ count, isExact }: ShownHolders): string {
  if (!isExact && count === 0) return t`number of holders unknown among the users shown`;
  return isExact
    ? plural(count, {
        one: '# holder among the users shown',
        other: '# holders among the users shown',
      })
    : plural(count, {
        one: 'at least # holder among the users shown',
        other: 'at least # holders among the users shown',
      });
}

/** What the header of a license is called: its name, and how many hold it. */
export function headerText(name: string, { count, isExact }: ShownHolders): string {
  if (!isExact && count === 0) return t`${name}, number of holders unknown`;
  return isExact
    ? plural(count, { one: `${name}, # holder`, other: `${name}, # holders` })
    : plural(count, { one: `${name}, at least # holder`, other: `${name}, at least # holders` });
}

/** The same of a license that the service does not define. */
export function undefinedHeaderText(name: string, { count, isExact }: ShownHolders): string {
  if (!isExact && count === 0) return t`${name}, no definition, number of holders unknown`;
  return isExact
    ? plural(count, {
        one: `${name}, no definition, # holder`,
        other: `${name}, no definition, # holders`,
      })
    : plural(count, {
        one: `${name}, no definition, at least # holder`,
        other: `${name}, no definition, at least # holders`,
      });
}
