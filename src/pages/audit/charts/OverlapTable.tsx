import { t } from '@lingui/core/macro';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { Combination } from '@/model/combinations';
import { matrix } from '../findings/matrixLink';
import { numberText, shareText } from './chartText';

interface OverlapTableProps {
  combinations: readonly Combination[];
  users: number;
}

export function OverlapTable({ combinations, users }: OverlapTableProps) {
  useLanguage();
  return (
    <DataTable
      label={t`Overlap of licenses`}
      rows={combinations}
      rowKey={combinationKey}
      limit={20}
      columns={overlapColumns(users)}
    />
  );
}

function overlapColumns(users: number): Column<Combination>[] {
  return [
    {
      id: 'licenses',
      header: t`Exactly these licenses`,
      width: '60%',
      cell: (combination) => (
        <Link
          component={RouterLink}
          to={combinationLink(combination)}
          sx={{ overflowWrap: 'anywhere' }}
        >
          {combination.licenseIds.join(', ') || t`No license`}
        </Link>
      ),
    },
    { id: 'users', header: t`Users`, isNumeric: true, cell: ({ count }) => numberText(count) },
    {
      id: 'share',
      header: t`Share of users`,
      isNumeric: true,
      cell: ({ count }) => shareText(count, users),
    },
  ];
}

export const combinationKey = ({ licenseIds }: Combination) => licenseIds.join('\n');

/** Nobody can be asked to hold exactly nothing, but no license at all. */
export function combinationLink({ licenseIds }: Combination): string {
  if (licenseIds.length === 0) return matrix(['max', '0']);
  return matrix(...licenseIds.map((id): [string, string] => ['exactly', id]));
}
