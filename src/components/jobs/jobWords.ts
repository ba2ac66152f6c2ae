import { plural, t } from '@lingui/core/macro';
import type { Counts, Doubt } from '@/jobs/job';
import type { JobView } from '@/jobs/jobView';

/** What a job is doing, in words. */
export function statusText({
  job,
  runner,
  halting,
}: Pick<JobView, 'job' | 'runner' | 'halting'>): string {
  if (job.status === 'finished') return t`Finished`;
  if (job.status === 'cancelled') return t`Cancelled`;
  if (halting === 'pause') return t`Pausing after the request under way`;
  if (halting === 'cancel') return t`Cancelling after the request under way`;
  if (runner === 'elsewhere') return t`Running in another tab`;
  if (runner === 'here') {
    return job.phase === 'verifying' ? t`Reading the users back` : t`Running`;
  }
  if (job.status === 'running') return t`Interrupted: the tab that ran it was closed or reloaded`;
  return job.status === 'paused' ? t`Paused` : t`Not begun`;
}

/** "12 done, 1 failed": only what there is. */
export function countsText(counts: Counts): string {
  const { sent, done, alreadySo, failed, unconfirmed, notSent } = counts;
  const told = [
    done > 0 && plural(done, { one: '# done', other: '# done' }),
    alreadySo > 0 && plural(alreadySo, { one: '# already so', other: '# already so' }),
    failed > 0 && plural(failed, { one: '# failed', other: '# failed' }),
    unconfirmed > 0 && plural(unconfirmed, { one: '# unconfirmed', other: '# unconfirmed' }),
    sent > 0 &&
      plural(sent, { one: '# sent and not yet read back', other: '# sent and not yet read back' }),
    notSent > 0 && plural(notSent, { one: '# not sent', other: '# not sent' }),
  ].filter((part) => part !== false);
  return told.length === 0
    ? t`no change confirmed yet`
    : told.join(t({ message: ', ', comment: 'Between the entries of a list' }));
}

/** Why it is not sure that a job changed what is as it wished. */
export function doubtText(doubt: Doubt): string {
  switch (doubt) {
    case 'unread':
      return t`The service did not say what the user held before`;
    case 'unchanged':
      return t`The service says that it changed nothing`;
    case 'refused':
      return t`The service refused it, and it is so all the same`;
  }
}

/** A length of time as an administrator says it: "40 s", "2 min 20 s", "13 min". What is rounded away is little of it. */
export function durationText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return t`${seconds} s`;
  if (seconds < 595) {
    const tens = Math.round(seconds / 10) * 10;
    const minutes = Math.floor(tens / 60);
    const rest = tens % 60;
    return rest === 0 ? t`${minutes} min` : t`${minutes} min ${rest} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return t`${minutes} min`;
  const hours = Math.round(minutes / 60);
  return t`${hours} h`;
}
