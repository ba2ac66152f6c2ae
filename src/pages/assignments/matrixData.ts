import type { Sort, SortColumn } from '@/model/order';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { View } from '@/model/view';
import type { SelectionStore } from '@/organization/SelectionStore';
import type { LicenseColumn } from './licenseColumns';
import type { MatrixTexts } from './matrixTexts';
import type { StagedCells } from './stagedCells';

/** What the rows and the header of the matrix are drawn from. A new object after any change but that of the selection. */
export interface MatrixData {
  readonly index: OrganizationIndex;
  readonly view: View;
  /** All licenses, also those without a column. */
  readonly licenses: readonly LicenseColumn[];
  /** Those that have a column, in order. */
  readonly columns: readonly LicenseColumn[];
  readonly sort: Sort;
  /** Selecting makes no new object of this: with every click the whole matrix would be drawn anew. */
  readonly selection: SelectionStore;
  readonly staged: StagedCells;
  /** Whether a row without a person is a holder who is no user, and not just one who is still to be read. */
  readonly peopleComplete: boolean;
  /** The address of a user's page, up to their id. */
  readonly usersHref: string;
  readonly texts: MatrixTexts;
  /** Findings were asked for, and are still being found: nobody is shown until then. */
  readonly isLookingForFindings: boolean;
}

/** The columns in their order: two stand still, then the number of licenses, then the licenses. */
export const CHECKBOX_COLUMN = 0;
export const NAME_COLUMN = 1;
export const COUNT_COLUMN = 2;
export const FIRST_LICENSE_COLUMN = 3;
export const PINNED_WIDTHS = [40, 300] as const;
export const COLUMN_WIDTH = 40;

/** What a click on a header sorts by. */
export function sortColumnOf(
  column: number,
  licenses: readonly LicenseColumn[],
): SortColumn | undefined {
  if (column === NAME_COLUMN) return 'name';
  if (column === COUNT_COLUMN) return 'licenses';
  const license = licenses[column - FIRST_LICENSE_COLUMN];
  return license && `holds.${license.licenseId}`;
}
