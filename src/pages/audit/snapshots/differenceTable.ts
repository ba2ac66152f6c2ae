import type { User } from '@/api/schema';
import type { UserDifference } from '@/model/difference';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';

const HEADER = ['User ID', 'User', 'Email', 'Department', 'License', 'Difference'];

/** One row a user and license that differs. */
export function differenceTable(
  users: readonly UserDifference[],
  personOf: (userId: string) => User | undefined,
): Pick<ExportTable, 'header' | 'rows'> {
  const rows = users.flatMap(({ userId, gained, lost }) => {
    const user = personOf(userId);
    const person = [userId, displayName(user, userId), user?.email, user?.department];
    return [
      ...gained.map((licenseId) => [...person, licenseId, 'gained']),
      ...lost.map((licenseId) => [...person, licenseId, 'lost']),
    ];
  });
  return { header: HEADER, rows };
}
