import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import type { Job } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { DefinitionGraph } from '@/model/definitions';
import { permissionChanges } from '@/model/permissionChanges';
import type { Change, Pair, Wish } from '@/model/plan';
import { findWarnings } from '@/model/warnings';
import { ApplyBar } from './ApplyBar';
import { PermissionsDelta } from './PermissionsDelta';
import { PlanDifference } from './PlanDifference';
import { PlanMenu } from './PlanMenu';
import { PlannedChanges } from './PlannedChanges';
import { applyFix, NO_EDITS, type PlanEdits, planWith, toggled } from './planEdits';
import { ReviewSummary } from './ReviewSummary';
import { useApply } from './useApply';
import { useFreshPlan } from './useFreshPlan';
import { useImpliedLicenses } from './useImpliedLicenses';
import { usePeople } from './usePeople';
import { usePlan } from './usePlan';
import { Warnings } from './Warnings';

interface ReviewProps {
  wishes: readonly Wish[];
  /** The job that these wishes take back. */
  undoOf?: Pick<Job, 'id' | 'title'>;
  /** The job whose changes these wishes are: they are sent again as a part of it. */
  again?: JobView;
  /** Keys of pairs that are left out until somebody puts them in. */
  leftOut?: ReadonlySet<string>;
  onBack: () => void;
  onApplied: (jobId: string) => void;
  /** What stands before the planned changes, told which pairs are left out and how to put one in. */
  children?: (excluded: ReadonlySet<string>, onToggle: (pair: Pair) => void) => ReactNode;
}

const NO_DEFINITIONS = new DefinitionGraph([]);
const NO_KEYS: ReadonlySet<string> = new Set();
const NO_PERMISSIONS = { gained: [], lost: [] };

/** Shows exactly what would change, from data just read, and begins the job that changes it. */
export function Review({
  wishes,
  undoOf,
  again,
  leftOut = NO_KEYS,
  onBack,
  onApplied,
  children,
}: ReviewProps) {
  const { t } = useLingui();
  const [initial] = useState<PlanEdits>(() => ({ ...NO_EDITS, excluded: leftOut }));
  const [edits, setEdits] = useState(initial);
  const { plan, current, error, asked, total, readAt, isReading, readAgain } = usePlan(
    wishes,
    edits,
  );
  const { data: graph = NO_DEFINITIONS } = useDefinitionGraph();
  const { nameOf, stateOf } = usePeople();
  const implied = useImpliedLicenses(plan, readAt);
  const { impliedFor, rolesBringing } = implied;
  const apply = useApply({ graph, nameOf, undoOf, again, onApplied });
  const fresh = useFreshPlan({
    plan,
    readAt,
    readAgain,
    planFrom: (read) => planWith(wishes, edits, read),
  });
  const warnings = useMemo(
    () =>
      plan && current
        ? findWarnings(plan, { current, definitions: graph, stateOf, impliedFor, rolesBringing })
        : [],
    [plan, current, graph, stateOf, impliedFor, rolesBringing],
  );
  const permissions = useMemo(
    () => (plan && current ? permissionChanges(plan.changes, current, graph) : NO_PERMISSIONS),
    [plan, current, graph],
  );
  const leaveOut = useCallback(
    (change: Change) =>
      setEdits((before) => applyFix(before, { kind: 'exclude', pairs: [change] })),
    [],
  );

  if (error) {
    return (
      <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
        <ErrorNotice
          title={t`The users could not be read, so nothing can be planned`}
          error={error}
          onRetry={() => void readAgain()}
        />
        <Button onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </Stack>
    );
  }
  if (!plan || isReading) return <Reading asked={asked} total={total} />;

  return (
    <Stack sx={{ gap: 2 }}>
      <Section
        title={t`Review`}
        actions={
          <>
            {edits !== initial && (
              <Button size="small" onClick={() => setEdits(initial)}>
                <Trans>Back to what was asked</Trans>
              </Button>
            )}
            <Button size="small" onClick={() => void readAgain()}>
              <Trans>Read again</Trans>
            </Button>
          </>
        }
      >
        <ReviewSummary
          plan={plan}
          readAt={readAt}
          excludedCount={[...edits.excluded].filter((key) => !leftOut.has(key)).length}
          nameOf={nameOf}
        />
      </Section>
      <Warnings
        warnings={warnings}
        implied={implied}
        nameOf={nameOf}
        onFix={(fix) => setEdits((before) => applyFix(before, fix))}
      />
      {children?.(edits.excluded, (pair) => setEdits((before) => toggled(before, pair)))}
      {fresh.difference && <PlanDifference {...fresh.difference} nameOf={nameOf} />}
      {plan.changes.length === 0 ? (
        <EmptyState
          title={t`Nothing would change`}
          description={t`Everything is as you want it already, or was left out.`}
        />
      ) : (
        <Section title={t`What will change`}>
          <PlannedChanges
            changes={plan.changes}
            graph={graph}
            nameOf={nameOf}
            onLeaveOut={leaveOut}
          />
        </Section>
      )}
      <PermissionsDelta {...permissions} />
      {apply.error && (
        <ErrorNotice
          title={t`The job could not be begun; nothing was changed`}
          error={apply.error}
        />
      )}
      <ApplyBar
        changes={plan.changes}
        isApplying={apply.isPending}
        onApply={() => void fresh.whenFresh((changes) => apply.mutate(changes))}
      >
        <Button onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
        {plan.changes.length > 0 && (
          <PlanMenu changes={plan.changes} graph={graph} nameOf={nameOf} />
        )}
      </ApplyBar>
    </Stack>
  );
}

function Reading({ asked, total }: { asked: number; total: number }) {
  const { t } = useLingui();
  const read = formatNumber(asked);
  return (
    <Section title={t`Reading what these users hold now`}>
      <LinearProgress
        variant="determinate"
        value={total === 0 ? 0 : (asked / total) * 100}
        aria-label={t`Reading the users`}
      />
      <Typography variant="body2" sx={{ mt: 1 }}>
        <Plural value={total} one={`${read} of # user`} other={`${read} of # users`} />
      </Typography>
      <RateLimitCountdown />
    </Section>
  );
}
