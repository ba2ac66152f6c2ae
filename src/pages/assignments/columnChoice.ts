import type { Bitset } from '@/model/bitset';
import type { LicenseColumn } from './licenseColumns';

/** Which licenses have a column, and in which order. */
export interface ColumnChoice {
  readonly hidden: readonly string[];
  /** Leaves out what none of the users shown holds. */
  readonly onlyHeld: boolean;
  /** `holders`: what most of the users shown hold comes first. */
  readonly order: 'name' | 'holders';
}

function isChoosing({ hidden, onlyHeld, order }: ColumnChoice): boolean {
  return hidden.length > 0 || onlyHeld || order !== 'name';
}

/** The columns to show; the very same array where there is nothing to choose. */
export function chosenColumns(
  licenses: readonly LicenseColumn[],
  choice: ColumnChoice,
  matching: Bitset,
): readonly LicenseColumn[] {
  if (!isChoosing(choice)) return licenses;
  const hidden = new Set(choice.hidden);
  const counted = licenses
    .filter(({ licenseId }) => !hidden.has(licenseId))
    .map((license) => ({ license, count: license.holders.countIn(matching) }));
  const shown = choice.onlyHeld ? counted.filter(({ count }) => count > 0) : counted;
  if (choice.order === 'holders') shown.sort((a, b) => b.count - a.count);
  return shown.map(({ license }) => license);
}

/** One parameter, given several times: `cols=held`, `cols=by-holders`, and `cols=-ID` for each that is hidden. */
const PARAM = 'cols';
const ONLY_HELD = 'held';
const BY_HOLDERS = 'by-holders';

export function parseColumnChoice(params: URLSearchParams): ColumnChoice {
  const values = params.getAll(PARAM);
  const hidden = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  return {
    hidden: [...new Set(hidden)],
    onlyHeld: values.includes(ONLY_HELD),
    order: values.includes(BY_HOLDERS) ? 'holders' : 'name',
  };
}

export function writeColumnChoice(params: URLSearchParams, choice: ColumnChoice): void {
  params.delete(PARAM);
  if (choice.onlyHeld) params.append(PARAM, ONLY_HELD);
  if (choice.order === 'holders') params.append(PARAM, BY_HOLDERS);
  for (const licenseId of choice.hidden) params.append(PARAM, `-${licenseId}`);
}
