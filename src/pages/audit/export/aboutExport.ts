import { msg } from '@lingui/core/macro';
import type { Owner } from '@/components/audit/useOwner';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { ExportTable } from './table';
import { inEnglish, type Words } from './words';

/** What every export says of itself: whose it is, as of when, and what was asked for. In English, unless told otherwise. */
export function aboutExport(
  owner: Owner | undefined,
  { loadedAt, status }: Pick<OrganizationSnapshot, 'loadedAt' | 'status'>,
  filter: string,
  words: Words = inEnglish,
): ExportTable['about'] {
  const { id = '', name = '' } = owner?.organization ?? {};
  const isWhole = loadedAt !== undefined && status !== 'partial';
  return [
    [
      words(msg`Organization`),
      [name, id && `(${id})`].filter(Boolean).join(' ') || words(msg`unknown`),
    ],
    [
      words(msg`Read at`),
      loadedAt === undefined ? words(msg`not completely read`) : new Date(loadedAt).toISOString(),
    ],
    [words(msg`Completely read`), isWhole ? words(msg`yes`) : words(msg`no: there may be more`)],
    [words(msg`Exported at`), new Date().toISOString()],
    [words(msg({ message: 'Filter', comment: 'What was asked for, in a file' })), filter],
  ];
}
