import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useOwner } from '@/components/audit/useOwner';
import { assignmentsComplete, holderCountText } from '@/components/license/holderCount';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import { LongTable } from '@/components/table/LongTable';
import type { DefinitionGraph } from '@/model/definitions';
import { useOrganization } from '@/organization/OrganizationProvider';
import { aboutExport } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { giverColumns, holderColumns } from './permissionColumns';
import { giversOf, rowsWithPermission } from './permissionHolders';
import { permissionTable } from './permissionTable';

interface PermissionHoldersProps {
  permission: string;
  graph: DefinitionGraph;
}

/** The licenses that give a permission, and everybody who holds one of them. */
export function PermissionHolders({ permission, graph }: PermissionHoldersProps) {
  const { t } = useLingui();
  const owner = useOwner();
  const organization = useOrganization();
  const { index, version, status } = organization;
  const givers = useMemo(
    // The index changes in place: the version says when it did.
    () => (version < 0 ? [] : giversOf(permission, graph, index)),
    [permission, graph, index, version],
  );
  const rows = useMemo(
    () => Array.from(rowsWithPermission(givers, index).toRows()),
    [givers, index],
  );
  const count = holderCountText({
    count: rows.length,
    certainty: assignmentsComplete(organization) ? 'exact' : 'atLeast',
    isLoading: status === 'loading' || status === 'idle',
  });

  return (
    <>
      <Section title={t`Licenses that give it`}>
        <DataTable
          label={t`Licenses that give it`}
          columns={giverColumns(graph, organization)}
          rows={givers}
          rowKey={({ licenseId }) => licenseId}
        />
      </Section>
      <Section
        title={t`Users who have it by a license`}
        actions={
          <ExportMenu
            subject="users"
            disabled={rows.length === 0}
            table={(words) => ({
              title: words(msg`Users with a permission`),
              about: aboutExport(owner, organization, words(msg`Permission ${permission}`), words),
              ...permissionTable(rows, givers, index, words),
            })}
          />
        }
      >
        <Typography role="status" variant="body2">
          <Trans>Users: {count}</Trans>
        </Typography>
        <Muted>
          <Trans>
            A license makes a permission possible. Whether a user may use it depends on their roles
            too.
          </Trans>
        </Muted>
        {rows.length > 0 && (
          <LongTable
            label={t`Users who have it by a license`}
            columns={holderColumns(givers, index, graph)}
            rows={rows}
            rowKey={(row) => index.userId(row)}
          />
        )}
      </Section>
    </>
  );
}
