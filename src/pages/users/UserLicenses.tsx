import { useMemo } from 'react';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import { userLicenseColumns } from './userLicenseColumns';
import { isNotFound, type UserPageData } from './useUserPage';

/** What a user holds: what each license gives, whether it stands, and whether it would come back. */
export function UserLicenses({ data }: { data: UserPageData }) {
  const { licenses, definitions, graph, held, rows } = data;
  const columns = useMemo(() => userLicenseColumns(graph), [graph]);
  const isKnown = licenses.isPending || held !== undefined;
  return (
    <Section title="Licenses">
      {definitions.isError && (
        <ErrorNotice
          title="The license definitions could not be read: some of this may be incomplete"
          error={definitions.error}
          onRetry={() => void definitions.refetch()}
        />
      )}
      {licenses.isError && !isNotFound(licenses.error) && (
        <ErrorNotice
          title="The licenses could not be read"
          error={licenses.error}
          onRetry={() => void licenses.refetch()}
        />
      )}
      {(isNotFound(licenses.error) || (licenses.isSuccess && held === undefined)) && (
        <Muted>The service does not say which licenses this user holds.</Muted>
      )}
      {isKnown && rows.length === 0 && !licenses.isPending && held?.unnamed === 0 ? (
        <EmptyState title="No licenses" description="The service says that this user holds none." />
      ) : (
        isKnown && (
          <DataTable
            label="Licenses"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            loadingRows={licenses.isPending ? 3 : 0}
            limit={25}
          />
        )
      )}
      {held !== undefined && held.unnamed > 0 && (
        <Muted>
          The service names {held.unnamed} more without an ID: which they are is not known.
        </Muted>
      )}
    </Section>
  );
}
