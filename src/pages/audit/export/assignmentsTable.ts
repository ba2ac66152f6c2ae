import { msg } from '@lingui/core/macro';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportRow, ExportTable } from './table';
import type { Words } from './words';

const HEADER = [
  msg`User ID`,
  msg`User`,
  msg`Email`,
  msg`Department`,
  msg`Division`,
  msg`State`,
  msg`Assignments read`,
];

/** One row a user and one column a license, with 1 where it is held. Of a user not read nothing is told. */
export function assignmentsTable(
  index: OrganizationIndex,
  graph: DefinitionGraph | undefined,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  const licenseIds = [...new Set([...(graph?.ids ?? []), ...index.licenseIds])];
  return { header: [...HEADER.map(words), ...licenseIds], rows: rowsOf(index, licenseIds, words) };
}

function* rowsOf(
  index: OrganizationIndex,
  licenseIds: readonly string[],
  words: Words,
): Generator<ExportRow> {
  const [yes, no] = [words(msg`yes`), words(msg`no`)];
  const columns = licenseIds.map((licenseId) => index.holders(licenseId));
  for (let row = 0; row < index.size; row++) {
    const userId = index.userId(row);
    const user = index.user(row);
    yield [
      userId,
      displayName(user, userId),
      user?.email,
      user?.department,
      user?.division?.name,
      user?.state,
      index.assignmentsRead.has(row) ? yes : no,
      ...columns.map((holders) => (holders.has(row) ? 1 : undefined)),
    ];
  }
}
