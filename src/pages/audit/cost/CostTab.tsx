import { msg, plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useOwner } from '@/components/audit/useOwner';
import { assignmentsComplete } from '@/components/license/holderCount';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { describeError } from '@/components/page/describeError';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Sort } from '@/components/table/types';
import { useCosts } from '@/costs/useCosts';
import { useLanguage } from '@/i18n/useLanguage';
import { type Costs, costTable, NO_COSTS, withTerms } from '@/model/costs';
import { useOrganization } from '@/organization/OrganizationProvider';
import { aboutExport } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { BilledUsage } from './BilledUsage';
import { CostImport } from './CostImport';
import { costColumns } from './costColumns';
import { costExport } from './costExport';
import { moneyText } from './costWords';

const CURRENCIES = Intl.supportedValuesOf('currency');

/** What the licenses cost that are held, by prices that the administrator gives. */
export function CostTab() {
  useLanguage();
  const owner = useOwner();
  const organization = useOrganization();
  const { index, version } = organization;
  const { data: graph } = useDefinitionGraph();
  const { kept, change } = useCosts(owner?.key);
  const [problem, setProblem] = useState('');
  const [sort, setSort] = useState<Sort>();
  const costs = kept.data ?? NO_COSTS;
  const { currency } = costs;
  const table = useMemo(
    // The index changes in place: the version says when it did.
    () =>
      costTable(costs, version >= 0 ? index.licenseIds : [], (licenseId) =>
        index.holders(licenseId),
      ),
    [costs, index, version],
  );

  async function save(next: (before: Costs) => Costs) {
    setProblem('');
    try {
      await change(next);
    } catch (error) {
      const why = describeError(error).message;
      setProblem(t`This browser did not keep it: ${why}`);
    }
  }

  if (kept.isError) {
    return (
      <ErrorNotice
        title={t`The prices kept in this browser could not be read`}
        error={kept.error}
        onRetry={() => void kept.refetch()}
      />
    );
  }
  if (!kept.data) return <Muted>{t`Reading the prices…`}</Muted>;
  if (table.licenses.length === 0) {
    return (
      <EmptyState
        title={t`No licenses yet`}
        description={t`Costs are shown when the licenses of the organization are read.`}
      />
    );
  }
  const columns = costColumns({
    graph,
    organization,
    currency,
    onChange: (licenseId, terms) => void save((before) => withTerms(before, licenseId, terms)),
  });
  return (
    <Stack sx={{ gap: 2 }}>
      <Muted>
        <Trans>
          Prices and seats are yours: the service does not tell them. They are kept in this browser,
          for you alone.
        </Trans>
      </Muted>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Autocomplete
          options={CURRENCIES}
          value={currency ?? null}
          onChange={(_, chosen) =>
            void save(({ terms }) => ({ terms, ...(chosen !== null && { currency: chosen }) }))
          }
          renderInput={(props) => <TextField {...props} label={t`Currency`} />}
          sx={{ width: '10rem' }}
        />
        <Typography role="status" sx={{ flex: 1, minWidth: '14rem' }}>
          {totalText(table, currency, assignmentsComplete(organization))}
        </Typography>
        <ExportMenu
          subject="costs"
          table={(words) => ({
            title: words(msg`License costs`),
            about: aboutExport(owner, organization, words(msg`All licenses`), words),
            ...costExport(table, (id) => graph?.title(id) ?? id, currency, words),
          })}
        />
      </Stack>
      <CostImport
        licenseIds={table.licenses.map(({ licenseId }) => licenseId)}
        costs={costs}
        onRead={(terms) =>
          change((before) =>
            [...terms].reduce(
              (next, [id, given]) => withTerms(next, id, { ...next.terms.get(id), ...given }),
              before,
            ),
          )
        }
      />
      {problem !== '' && <Alert severity="error">{problem}</Alert>}
      <Section title={t`Cost by license`}>
        <Muted>
          <Trans>
            Cost a month is price times holders. Seats that nobody holds are not in it, though you
            may pay for them.
          </Trans>
        </Muted>
        <DataTable
          label={t`Cost by license`}
          columns={columns}
          rows={table.licenses}
          rowKey={({ licenseId }) => licenseId}
          sort={sort}
          onSort={setSort}
        />
      </Section>
      <BilledUsage graph={graph} />
    </Stack>
  );
}

function totalText(
  { licenses, monthly, unpriced }: ReturnType<typeof costTable>,
  currency: string | undefined,
  isComplete: boolean,
): string {
  if (licenses.every(({ price }) => price === undefined)) return t`No price is given yet.`;
  const money = moneyText(monthly, currency);
  if (unpriced > 0) {
    return t`At least ${money} a month. Without a price: ${plural(unpriced, { one: '# license held', other: '# licenses held' })}.`;
  }
  return isComplete ? t`${money} a month.` : t`At least ${money} a month.`;
}
