import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Section } from '@/components/section/Section';
import { useJobManager } from '@/jobs/JobsProvider';
import { type Job, titleOf } from '@/jobs/job';
import { DefinitionGraph } from '@/model/definitions';
import { displayName } from '@/model/people';
import { type Change, type Pair, type Plan, pairKey, type Wish } from '@/model/plan';
import { stageChanges } from '@/model/stages';
import { useOrganization } from '@/organization/OrganizationProvider';
import { PlannedChanges } from './PlannedChanges';
import { usePlan } from './usePlan';

interface ReviewProps {
  wishes: readonly Wish[];
  /** The job that these wishes take back. */
  undoOf?: Pick<Job, 'id' | 'title'>;
  onBack: () => void;
  onApplied: (jobId: string) => void;
}

const NO_DEFINITIONS = new DefinitionGraph([]);

/** Shows exactly what would change, from data just read, and begins the job that changes it. */
export function Review({ wishes, undoOf, onBack, onApplied }: ReviewProps) {
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const { plan, error, asked, total, readAt, isReading, readAgain } = usePlan(wishes, excluded);
  const { data: graph = NO_DEFINITIONS } = useDefinitionGraph();
  const nameOf = useNames();
  const apply = useApply({ graph, nameOf, undoOf, onApplied });
  const leaveOut = useCallback(
    (change: Pair) => setExcluded((before) => new Set([...before, pairKey(change)])),
    [],
  );

  if (error) {
    return (
      <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
        <ErrorNotice
          title="The users could not be read, so nothing can be planned"
          error={error}
          onRetry={readAgain}
        />
        <Button onClick={onBack}>Back to the form</Button>
      </Stack>
    );
  }
  if (!plan || isReading) {
    return (
      <Section title="Reading what these users hold now">
        <LinearProgress
          variant="determinate"
          value={total === 0 ? 0 : (asked / total) * 100}
          aria-label="Reading the users"
        />
        <Typography variant="body2" sx={{ mt: 1 }}>
          {asked.toLocaleString()} of {total.toLocaleString()} users
        </Typography>
      </Section>
    );
  }

  const count = plan.changes.length;
  return (
    <Stack sx={{ gap: 2 }}>
      <Section
        title="Review"
        actions={
          <Button size="small" onClick={readAgain}>
            Read again
          </Button>
        }
      >
        <Summary plan={plan} readAt={readAt} excludedCount={excluded.size} nameOf={nameOf} />
      </Section>
      {count === 0 ? (
        <EmptyState
          title="Nothing would change"
          description="Everything is as you want it already, or was left out."
        />
      ) : (
        <PlannedChanges
          changes={plan.changes}
          graph={graph}
          nameOf={nameOf}
          onLeaveOut={leaveOut}
        />
      )}
      {apply.error && (
        <ErrorNotice title="The job could not be begun; nothing was changed" error={apply.error} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {count > 0 && (
          <Button
            variant="contained"
            loading={apply.isPending}
            onClick={() => apply.mutate(plan.changes)}
          >
            {count === 1 ? 'Apply 1 change' : `Apply ${count.toLocaleString('en-US')} changes`}
          </Button>
        )}
        <Button onClick={onBack}>Back to the form</Button>
        {excluded.size > 0 && (
          <Button onClick={() => setExcluded(new Set())}>Take back what was left out</Button>
        )}
      </Box>
    </Stack>
  );
}

interface SummaryProps {
  plan: Plan;
  readAt: number;
  excludedCount: number;
  nameOf: (userId: string) => string;
}

function Summary({ plan, readAt, excludedCount, nameOf }: SummaryProps) {
  const users = new Set(plan.changes.map((change) => change.userId)).size;
  const adds = plan.changes.filter((change) => change.action === 'add').length;
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography role="status">
        <strong>{plural(plan.changes.length, 'change')}</strong> for {plural(users, 'user')}:{' '}
        {plural(adds, 'license')} added, {(plan.changes.length - adds).toLocaleString()} removed.
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {plan.alreadySo.length > 0 &&
          `${plural(plan.alreadySo.length, 'pair')} already so and left out. `}
        {excludedCount > 0 && `${plural(excludedCount, 'pair')} left out by you. `}
        Read from the service at {new Date(readAt).toLocaleTimeString()}.
      </Typography>
      {plan.unread.length > 0 && (
        <Alert severity="warning">
          The service did not say what {plural(plan.unread.length, 'user')} hold, so nothing is
          planned for them:{' '}
          {plan.unread
            .slice(0, 10)
            .map(({ userId }) => nameOf(userId))
            .join(', ')}
          {plan.unread.length > 10 && ` and ${plan.unread.length - 10} more`}
        </Alert>
      )}
      {plan.contradictions.length > 0 && (
        <Alert severity="warning">
          {plural(plan.contradictions.length, 'pair')} both to be added and to be removed; neither
          is done.
        </Alert>
      )}
    </Stack>
  );
}

/** What users are called, as far as the organization is loaded. */
function useNames(): (userId: string) => string {
  const organization = useOrganization();
  return useCallback(
    (userId: string) => {
      const { index } = organization;
      const row = index.rowOf(userId);
      return displayName(row === undefined ? undefined : index.user(row), userId);
    },
    [organization],
  );
}

interface ApplyOptions {
  graph: DefinitionGraph;
  nameOf: (userId: string) => string;
  undoOf: Pick<Job, 'id' | 'title'> | undefined;
  onApplied: (jobId: string) => void;
}

/** Writes the job down, begins it, and leaves it running. */
function useApply({ graph, nameOf, undoOf, onApplied }: ApplyOptions) {
  const jobs = useJobManager();
  return useMutation({
    mutationFn: async (changes: readonly Change[]) => {
      const jobId = await jobs.create({
        title: undoOf ? `Undo: ${undoOf.title}` : titleOf(changes),
        changes: stageChanges(changes, graph),
        nameOf,
        ...(undoOf && { undoOf: undoOf.id }),
      });
      void jobs.run(jobId);
      return jobId;
    },
    onSuccess: onApplied,
  });
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
