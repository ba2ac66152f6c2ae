import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import { type Giver, heldGivers } from './permissionHolders';

const HEADER = ['User ID', 'User', 'Email', 'Department', 'By licenses'];

/** One row a user, with the licenses by which they have the permission. */
export function permissionTable(
  rows: readonly number[],
  givers: readonly Giver[],
  index: OrganizationIndex,
): Pick<ExportTable, 'header' | 'rows'> {
  return {
    header: HEADER,
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
