import { t } from '@lingui/core/macro';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { DepartmentLicenses } from '@/model/pictures';
import { matrix } from '../findings/matrixLink';
import { MOST_SERIES, numberText } from './chartText';

export interface DepartmentsTableProps {
  departments: readonly DepartmentLicenses[];
  /** Those that most users hold first. */
  licenseIds: readonly string[];
}

export function DepartmentsTable({ departments, licenseIds }: DepartmentsTableProps) {
  useLanguage();
  const charted = licenseIds.slice(0, MOST_SERIES);
  return (
    <DataTable
      label={t`Licenses by department`}
      rows={departments}
      rowKey={({ department }) => department}
      limit={50}
      columns={departmentColumns(charted)}
    />
  );
}

function departmentColumns(charted: readonly string[]): Column<DepartmentLicenses>[] {
  return [
    {
      id: 'department',
      header: t`Department`,
      cell: (department) => (
        <Link component={RouterLink} to={departmentLink(department)}>
          {departmentName(department)}
        </Link>
      ),
    },
    {
      id: 'people',
      header: t`Users`,
      isNumeric: true,
      cell: ({ people }) => numberText(people),
    },
    ...charted.map((licenseId) => ({
      id: `holds ${licenseId}`,
      header: licenseId,
      isNumeric: true,
      cell: ({ holders }: DepartmentLicenses) => numberText(holders.get(licenseId) ?? 0),
    })),
    {
      id: ' others',
      header: t`Other licenses`,
      isNumeric: true,
      cell: (department) => numberText(othersIn(department, charted)),
    },
  ];
}

export const departmentLink = ({ department }: DepartmentLicenses, licenseId?: string) =>
  matrix(['department', department], licenseId === undefined ? ['min', '1'] : ['holds', licenseId]);

export function departmentName({ department }: DepartmentLicenses): string {
  return department || t`No department known`;
}

export function othersIn({ holders }: DepartmentLicenses, charted: readonly string[]): number {
  let others = 0;
  for (const [licenseId, count] of holders) if (!charted.includes(licenseId)) others += count;
  return others;
}
