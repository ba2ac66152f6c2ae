import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { ActionLabel } from '@/components/change/ActionLabel';
import { LicenseName } from '@/components/change/LicenseName';
import { doubtText } from '@/components/jobs/jobWords';
import { PairStateLabel, STATE_WORDS } from '@/components/jobs/PairStateLabel';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { CopyButton } from '@/components/page/CopyButton';
import { PersonLink } from '@/components/person/PersonLink';
import { Section } from '@/components/section/Section';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { type JobPair, PAIR_STATES, type PairState } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { DefinitionGraph } from '@/model/definitions';
import { pairKey } from '@/model/plan';
import { exportResults } from './exportResults';

type Row = Readonly<JobPair>;

const NO_DEFINITIONS = new DefinitionGraph([]);

/** One row a user and license, with the last word on each; the state shown is part of the address. */
export function Results({ view }: { view: JobView }) {
  useLanguage();
  const [params, setParams] = useSearchParams();
  const all = formatNumber(view.pairs.length);
  const { data: graph = NO_DEFINITIONS } = useDefinitionGraph();
  const shownState = PAIR_STATES.find((state) => state === params.get('state'));
  const rows = useMemo(
    () => (shownState ? view.pairs.filter((pair) => pair.state === shownState) : [...view.pairs]),
    [view, shownState],
  );
  const columns = columnsOf(graph);

  return (
    <Section
      title={t`Results by user and license`}
      actions={
        <Button size="small" onClick={() => exportResults(view)}>
          <Trans>Export CSV</Trans>
        </Button>
      }
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label={t`Show`}
        value={shownState ?? 'all'}
        onChange={(_, state: PairState | 'all' | null) => {
          if (state) setParams(state === 'all' ? {} : { state }, { replace: true });
        }}
        sx={{ flexWrap: 'wrap', mb: 1 }}
      >
        <ToggleButton value="all">
          <Trans>All {all}</Trans>
        </ToggleButton>
        {PAIR_STATES.filter((state) => view.counts[state] > 0 || state === shownState).map(
          (state) => (
            <ToggleButton key={state} value={state}>
              {t(STATE_WORDS[state])} {formatNumber(view.counts[state])}
            </ToggleButton>
          ),
        )}
      </ToggleButtonGroup>
      <LongTable label={t`Results`} columns={columns} rows={rows} rowKey={pairKey} />
    </Section>
  );
}

function columnsOf(graph: DefinitionGraph): Column<Row>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '25%',
      cell: ({ userId, userName }) => (
        <PersonLink userId={userId} user={{ name: userName, version: 0 }} />
      ),
    },
    {
      id: 'action',
      header: t`Change`,
      width: '7rem',
      cell: ({ action }) => <ActionLabel action={action} />,
    },
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseName licenseId={licenseId} graph={graph} />,
    },
    {
      id: 'state',
      header: t`Result`,
      width: '8rem',
      cell: ({ state }) => <PairStateLabel state={state} />,
    },
    {
      id: 'word',
      header: t`The service's word`,
      width: '25%',
      cell: (pair) => <Word pair={pair} />,
    },
  ];
}

/** What the service said of a pair, or why it was not sent. */
function Word({ pair }: { pair: Row }) {
  return (
    <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {[pair.word, pair.note, pair.doubt && doubtText(pair.doubt)].filter(Boolean).join(' – ')}
      {pair.contextId && <CopyButton text={pair.contextId} label={t`Copy context ID`} />}
    </Typography>
  );
}
