import { t } from '@lingui/core/macro';
import { useMutation } from '@tanstack/react-query';
import { useJobManager } from '@/jobs/JobsProvider';
import { type Job, titleOf } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';
import { canPlanAgain } from '@/jobs/planAgain';
import type { DefinitionGraph } from '@/model/definitions';
import type { Change } from '@/model/plan';
import { stageChanges } from '@/model/stages';

interface ApplyOptions {
  graph: DefinitionGraph;
  nameOf: (userId: string) => string;
  undoOf: Pick<Job, 'id' | 'title'> | undefined;
  /** The job whose changes these are: they are sent again as a part of it. */
  again: JobView | undefined;
  onApplied: (jobId: string) => void;
}

/** Writes the job down, begins it, and leaves it running. Fails before anything is sent, or not at all. */
export function useApply({ graph, nameOf, undoOf, again, onApplied }: ApplyOptions) {
  const jobs = useJobManager();
  return useMutation({
    mutationFn: async (changes: readonly Change[]) => {
      const staged = stageChanges(changes, graph);
      if (again && canPlanAgain(again.pairs, staged)) {
        const { id } = again.job;
        await jobs.planAgain(id, { changes: staged, nameOf });
        void jobs.run(id);
        return id;
      }
      const jobId = await jobs.create({
        title: undoOf ? undoTitle(undoOf.title) : titleOf(changes),
        changes: staged,
        nameOf,
        ...(undoOf && { undoOf: undoOf.id }),
      });
      void jobs.run(jobId);
      return jobId;
    },
    onSuccess: onApplied,
  });
}

function undoTitle(title: string): string {
  return t({ message: `Undo: ${title}`, comment: 'The name of a job that undoes another' });
}
