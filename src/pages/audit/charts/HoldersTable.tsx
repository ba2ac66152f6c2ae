import { t } from '@lingui/core/macro';
import { HoldersLink } from '@/components/license/HoldersLink';
import { LicenseLink } from '@/components/license/LicenseLink';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';
import { shareText } from './chartText';
import type { LicenseHolders } from './holders';

export interface HoldersTableProps {
  licenses: readonly LicenseHolders[];
  users: number;
  graph: DefinitionGraph | undefined;
}

export function HoldersTable({ licenses, users, graph }: HoldersTableProps) {
  useLanguage();
  return (
    <DataTable
      label={t`Holders by license`}
      rows={licenses}
      rowKey={({ licenseId }) => licenseId}
      columns={holderColumns({ users, graph })}
    />
  );
}

function holderColumns({
  users,
  graph,
}: Pick<HoldersTableProps, 'users' | 'graph'>): Column<LicenseHolders>[] {
  return [
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    {
      id: 'holders',
      header: t`Holders`,
      isNumeric: true,
      cell: ({ licenseId, holders }) => (
        <HoldersLink
          licenseId={licenseId}
          holders={{ count: holders, certainty: 'exact', isLoading: false }}
        />
      ),
    },
    {
      id: 'share',
      header: t`Share of users`,
      isNumeric: true,
      cell: ({ holders }) => shareText(holders, users),
    },
  ];
}
