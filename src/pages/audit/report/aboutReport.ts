import { msg } from '@lingui/core/macro';
import type { Owner } from '@/components/audit/useOwner';
import { formatZonedTime } from '@/i18n/formats';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import { aboutReading, absenceFilter, filterName } from '../export/aboutExport';
import type { Words } from '../export/words';

/** What the report says of itself: as the exports do, but moments as people read them. */
export function aboutReport(
  owner: Owner | undefined,
  reading: Pick<OrganizationSnapshot, 'loadedAt' | 'status'>,
  absentDays: number,
  words: Words,
): (readonly [name: string, value: string])[] {
  return [
    ...aboutReading(owner, reading, words, formatZonedTime),
    [words(msg`Made at`), formatZonedTime(Date.now())],
    [filterName(words), absenceFilter(absentDays, words)],
  ];
}
