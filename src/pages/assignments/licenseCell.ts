import type { Action } from '@/model/plan';
import type { LicenseColumn } from './licenseColumns';
import type { MatrixTexts } from './matrixTexts';

/** What there is to show of one user and one license. */
export interface LicenseCell {
  readonly license: LicenseColumn;
  readonly row: number;
  /** Whether it was read what the user holds. */
  readonly isKnown: boolean;
  /** What is staged to become of it. */
  readonly change: Action | undefined;
}

const PLAIN = 'grid-cell matrix-license';
const HELD = `${PLAIN} matrix-held`;
const UNKNOWN = `${PLAIN} matrix-unknown`;
const STAGED_ADD = `${PLAIN} matrix-staged matrix-staged-add`;
const STAGED_REMOVE = `${HELD} matrix-staged`;

export function licenseClass({ license, row, isKnown, change }: LicenseCell): string {
  if (!isKnown) return UNKNOWN;
  if (change) return change === 'add' ? STAGED_ADD : STAGED_REMOVE;
  return license.holders.has(row) ? HELD : PLAIN;
}

/** The state in words, for those who do not see the mark. */
export function licenseText(cell: LicenseCell, texts: MatrixTexts): string {
  const { license, row, isKnown, change } = cell;
  if (!isKnown) return texts.unknown;
  const isHeld = license.holders.has(row);
  if (!change) return isHeld ? license.holds : license.lacks;
  return (isHeld ? texts.holdsStaged : texts.lacksStaged)[change](license.licenseId);
}
