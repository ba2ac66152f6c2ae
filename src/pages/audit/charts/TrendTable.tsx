import { t } from '@lingui/core/macro';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatDateTime } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { MOST_SERIES, numberText } from './chartText';
import type { TrendMoment } from './useTrend';

export interface TrendTableProps {
  /** The oldest first. */
  moments: readonly TrendMoment[];
  /** Those that most users hold first. */
  licenseIds: readonly string[];
}

export function TrendTable({ moments, licenseIds }: TrendTableProps) {
  useLanguage();
  return (
    <DataTable
      label={t`Trend over snapshots`}
      rows={moments}
      rowKey={({ key }) => key}
      columns={trendColumns(licenseIds.slice(0, MOST_SERIES))}
    />
  );
}

function trendColumns(licenseIds: readonly string[]): Column<TrendMoment>[] {
  return [
    { id: ' name', header: t`Snapshot`, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      id: ' time',
      header: t`Read at`,
      cell: ({ takenAt }) => formatDateTime(takenAt),
    },
    {
      id: ' all',
      header: t`All assignments`,
      isNumeric: true,
      cell: ({ holders }) =>
        numberText([...holders.values()].reduce((sum, count) => sum + count, 0)),
    },
    ...licenseIds.map((licenseId) => ({
      id: `holds ${licenseId}`,
      header: licenseId,
      isNumeric: true,
      cell: ({ holders }: TrendMoment) => numberText(holders.get(licenseId) ?? 0),
    })),
  ];
}
