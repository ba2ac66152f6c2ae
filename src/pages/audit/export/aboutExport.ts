import { msg, plural } from '@lingui/core/macro';
import type { Owner } from '@/components/audit/useOwner';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { ExportTable } from './table';
import type { Words } from './words';

type Reading = Pick<OrganizationSnapshot, 'loadedAt' | 'status'>;
type Facts = ExportTable['about'];

const isoTime = (time: number) => new Date(time).toISOString();

/** What every export says of itself: whose it is, as of when, and what was asked for. */
export function aboutExport(
  owner: Owner | undefined,
  reading: Reading,
  filter: string,
  words: Words,
): Facts {
  return [
    ...aboutReading(owner, reading, words, isoTime),
    [words(msg`Exported at`), isoTime(Date.now())],
    [filterName(words), filter],
  ];
}

/** Whose it is, and as of when. */
export function aboutReading(
  owner: Owner | undefined,
  { loadedAt, status }: Reading,
  words: Words,
  timeText: (time: number) => string,
): Facts {
  const { id = '', name = '' } = owner?.organization ?? {};
  const isWhole = loadedAt !== undefined && status !== 'partial';
  return [
    [
      words(msg`Organization`),
      [name, id && `(${id})`].filter(Boolean).join(' ') || words(msg`unknown`),
    ],
    [
      words(msg`Read at`),
      loadedAt === undefined ? words(msg`not completely read`) : timeText(loadedAt),
    ],
    [words(msg`Completely read`), isWhole ? words(msg`yes`) : words(msg`no: there may be more`)],
  ];
}

export const filterName = (words: Words): string =>
  words(msg({ message: 'Filter', comment: 'What was asked for, in a file' }));

export const absenceFilter = (absentDays: number, words: Words): string =>
  words(msg`Absent for ${plural(absentDays, { one: '# day or more', other: '# days or more' })}`);
