import { Plural, useLingui } from '@lingui/react/macro';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import { userLicenseColumns } from './userLicenseColumns';
import { isNotFound, type UserPageData } from './useUserPage';

/** What a user holds: what each license gives, whether it stands, and whether it would come back. */
export function UserLicenses({ data }: { data: UserPageData }) {
  const { t } = useLingui();
  const { licenses, definitions, graph, held, rows } = data;
  const isKnown = licenses.isPending || held !== undefined;
  return (
    <Section title={t`Licenses`}>
      {definitions.isError && (
        <ErrorNotice
          title={t`The license definitions could not be read: some of this may be incomplete`}
          error={definitions.error}
          onRetry={() => void definitions.refetch()}
        />
      )}
      {licenses.isError && !isNotFound(licenses.error) && (
        <ErrorNotice
          title={t`The licenses could not be read`}
          error={licenses.error}
          onRetry={() => void licenses.refetch()}
        />
      )}
      {(isNotFound(licenses.error) || (licenses.isSuccess && held === undefined)) && (
        <Muted>{t`The service does not say which licenses this user holds.`}</Muted>
      )}
      {isKnown && rows.length === 0 && !licenses.isPending && held?.unnamed === 0 ? (
        <EmptyState
          title={t`No licenses`}
          description={t`The service says that this user holds none.`}
        />
      ) : (
        isKnown && (
          <DataTable
            label={t`Licenses`}
            columns={userLicenseColumns(graph)}
            rows={rows}
            rowKey={(row) => row.id}
            loadingRows={licenses.isPending ? 3 : 0}
            limit={25}
          />
        )
      )}
      {held !== undefined && held.unnamed > 0 && (
        <Muted>
          <Plural
            value={held.unnamed}
            one="The service names # more without an ID: which they are is not known."
            other="The service names # more without an ID: which they are is not known."
          />
        </Muted>
      )}
    </Section>
  );
}
