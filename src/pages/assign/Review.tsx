import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import type { Job } from '@/jobs/job';
import { DefinitionGraph } from '@/model/definitions';
import { permissionChanges } from '@/model/permissionChanges';
import type { Change, Wish } from '@/model/plan';
import { findWarnings } from '@/model/warnings';
import { ApplyBar } from './ApplyBar';
import { PermissionsDelta } from './PermissionsDelta';
import { PlanMenu } from './PlanMenu';
import { PlannedChanges } from './PlannedChanges';
import { applyFix, NO_EDITS } from './planEdits';
import { ReviewSummary } from './ReviewSummary';
import { useApply } from './useApply';
import { useImpliedLicenses } from './useImpliedLicenses';
import { usePeople } from './usePeople';
import { usePlan } from './usePlan';
import { Warnings } from './Warnings';

interface ReviewProps {
  wishes: readonly Wish[];
  /** The job that these wishes take back. */
  undoOf?: Pick<Job, 'id' | 'title'>;
  onBack: () => void;
  onApplied: (jobId: string) => void;
}

const NO_DEFINITIONS = new DefinitionGraph([]);
const NO_PERMISSIONS = { gained: [], lost: [] };

/** Shows exactly what would change, from data just read, and begins the job that changes it. */
export function Review({ wishes, undoOf, onBack, onApplied }: ReviewProps) {
  const { t } = useLingui();
  const [edits, setEdits] = useState(NO_EDITS);
  const { plan, current, error, asked, total, readAt, isReading, readAgain } = usePlan(
    wishes,
    edits,
  );
  const { data: graph = NO_DEFINITIONS } = useDefinitionGraph();
  const { nameOf, stateOf } = usePeople();
  const implied = useImpliedLicenses(plan, readAt);
  const { impliedFor, rolesBringing } = implied;
  const apply = useApply({ graph, nameOf, undoOf, onApplied });
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
          onRetry={readAgain}
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
            {edits !== NO_EDITS && (
              <Button size="small" onClick={() => setEdits(NO_EDITS)}>
                <Trans>Back to what was asked</Trans>
              </Button>
            )}
            <Button size="small" onClick={readAgain}>
              <Trans>Read again</Trans>
            </Button>
          </>
        }
      >
        <ReviewSummary
          plan={plan}
          readAt={readAt}
          excludedCount={edits.excluded.size}
          nameOf={nameOf}
        />
      </Section>
      <Warnings
        warnings={warnings}
        implied={implied}
        nameOf={nameOf}
        onFix={(fix) => setEdits((before) => applyFix(before, fix))}
      />
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
        onApply={() => apply.mutate(plan.changes)}
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
