import type { JobView } from '@/jobs/JobManager';
import type { Counts } from '@/jobs/job';

/** What a job is doing, in words. */
export function statusText({
  job,
  runner,
  halting,
}: Pick<JobView, 'job' | 'runner' | 'halting'>): string {
  if (job.status === 'finished') return 'Finished';
  if (job.status === 'cancelled') return 'Cancelled';
  if (halting === 'pause') return 'Pausing after the request under way';
  if (halting === 'cancel') return 'Cancelling after the request under way';
  if (runner === 'elsewhere') return 'Running in another tab';
  if (runner === 'here') {
    return job.phase === 'verifying' ? 'Reading the users back' : 'Running';
  }
  if (job.status === 'running') return 'Interrupted: the tab that ran it was closed or reloaded';
  return job.status === 'paused' ? 'Paused' : 'Not begun';
}

/** "12 done, 1 failed": only what there is. */
export function countsText(counts: Counts): string {
  const parts = [
    [counts.done, 'done'],
    [counts.alreadySo, 'already so'],
    [counts.failed, 'failed'],
    [counts.unconfirmed, 'unconfirmed'],
    [counts.notSent, 'not sent'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return told.length === 0
    ? 'nothing changed yet'
    : told.map(([count, word]) => `${count.toLocaleString()} ${word}`).join(', ');
}

/** A length of time as an administrator says it: "40 s", "3 min". */
export function durationText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
