import { msg } from '@lingui/core/macro';
import type { User } from '@/api/schema';
import type { UserDifference } from '@/model/difference';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';

const HEADER = [
  msg`User ID`,
  msg`User`,
  msg`Email`,
  msg`Department`,
  msg`License`,
  msg`Difference`,
];

/** One row a user and license that differs. */
export function differenceTable(
  users: readonly UserDifference[],
  personOf: (userId: string) => User | undefined,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  const [isGained, isLost] = [
    words(msg({ message: 'gained', comment: 'In a file: the user has the license since' })),
    words(msg({ message: 'lost', comment: 'In a file: the user has the license no more' })),
  ];
  const rows = users.flatMap(({ userId, gained, lost }) => {
    const user = personOf(userId);
    const person = [userId, displayName(user, userId), user?.email, user?.department];
    return [
      ...gained.map((licenseId) => [...person, licenseId, isGained]),
      ...lost.map((licenseId) => [...person, licenseId, isLost]),
    ];
  });
  return { header: HEADER.map(words), rows };
}
