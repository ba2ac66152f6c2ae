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
  const columns = useMemo(
    () => ({
      givers: giverColumns(graph, organization),
      holders: holderColumns(givers, index, graph),
    }),
    [givers, index, graph, organization],
  );
  const count = holderCountText({
    count: rows.length,
    certainty: assignmentsComplete(organization) ? 'exact' : 'atLeast',
    isLoading: status === 'loading' || status === 'idle',
  });

  return (
    <>
      <Section title="Licenses that give it">
        <DataTable
          label="Licenses that give it"
          columns={columns.givers}
          rows={givers}
          rowKey={({ licenseId }) => licenseId}
        />
      </Section>
      <Section
        title="Users who have it by a license"
        actions={
          <ExportMenu
            subject="users"
            disabled={rows.length === 0}
            table={() => ({
              title: 'Users with a permission',
              about: aboutExport(owner, organization, `Permission ${permission}`),
              ...permissionTable(rows, givers, index),
            })}
          />
        }
      >
        <Typography role="status" variant="body2">
          Users: {count}
        </Typography>
        <Muted>
          A license makes a permission possible. Whether a user may use it depends on their roles
          too.
        </Muted>
        {rows.length > 0 && (
          <LongTable
            label="Users who have it by a license"
            columns={columns.holders}
            rows={rows}
            rowKey={(row) => index.userId(row)}
          />
        )}
      </Section>
    </>
  );
}
