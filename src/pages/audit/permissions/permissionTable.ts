import { msg } from '@lingui/core/macro';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';
import { type Giver, heldGivers } from './permissionHolders';

const HEADER = [msg`User ID`, msg`User`, msg`Email`, msg`Department`, msg`By licenses`];

/** One row a user, with the licenses by which they have the permission. */
export function permissionTable(
  rows: readonly number[],
  givers: readonly Giver[],
  index: OrganizationIndex,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  return {
    header: HEADER.map(words),
    rows: rows.map((row) => {
      const userId = index.userId(row);
      const user = index.user(row);
      return [
        userId,
        displayName(user, userId),
        user?.email,
        user?.department,
        heldGivers(row, givers, index).join(', '),
      ];
    }),
  };
}
