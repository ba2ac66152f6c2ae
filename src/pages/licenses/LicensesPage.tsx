import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { DefinitionsNotice } from '@/components/license/DefinitionsNotice';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { DataTable } from '@/components/table/DataTable';
import { formatNumber } from '@/i18n/formats';
import { useOrganization } from '@/organization/OrganizationProvider';
import { licenseColumns } from './licenseColumns';
import { findLicenses, formatSort, licenseRows, parseSort } from './licenseRows';
import { useUrlText } from './useUrlText';

export function LicensesPage() {
  const { t } = useLingui();
  const definitions = useDefinitionGraph();
  const organization = useOrganization();
  const graph = definitions.data;
  // Held licenses alone would be renamed and sorted anew a moment later.
  const rows = useMemo(
    () => (definitions.isPending ? [] : licenseRows(graph, organization)),
    [definitions.isPending, graph, organization],
  );

  const [text, setText] = useUrlText('q');
  const searched = useDeferredValue(text);
  const found = useMemo(() => findLicenses(rows, searched), [rows, searched]);
  const columns = licenseColumns(graph);

  const [params, setParams] = useSearchParams();
  const sort = parseSort(params.get('sort'));

  return (
    <Page
      title={t`Licenses`}
      description={t`What each license gives, what it asks for, and how many hold it.`}
    >
      <OrganizationStatus />
      <DefinitionsNotice definitions={definitions} />
      <TextField
        type="search"
        size="small"
        label={t`Find licenses`}
        helperText={t`By name, id or permission`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        sx={{ maxWidth: 420 }}
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
        {rows.length > 0 && countText(found.length, rows.length)}
      </Typography>
      {(found.length > 0 || definitions.isPending) && (
        <Paper variant="outlined" sx={{ px: { xs: 1.5, sm: 0 } }}>
          <DataTable
            label={t`License definitions`}
            columns={columns}
            rows={found}
            rowKey={(row) => row.id}
            sort={sort}
            onSort={(next) =>
              setParams(
                (current) => {
                  const changed = new URLSearchParams(current);
                  changed.set('sort', formatSort(next));
                  return changed;
                },
                { replace: true },
              )
            }
            loadingRows={definitions.isPending ? 12 : 0}
          />
        </Paper>
      )}
      {found.length === 0 && rows.length > 0 && (
        <EmptyState
          title={t`No license matches`}
          description={t`Nothing is called, or gives a permission called, “${searched}”.`}
        />
      )}
      {definitions.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t`No licenses`}
          description={t`The service lists no license definitions for this organization.`}
        />
      )}
    </Page>
  );
}

function countText(found: number, all: number): string {
  if (found === all) return plural(all, { one: '# license', other: '# licenses' });
  const part = formatNumber(found);
  return plural(all, { one: `${part} of # license`, other: `${part} of # licenses` });
}
