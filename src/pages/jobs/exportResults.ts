import { t } from '@lingui/core/macro';
import { doubtText } from '@/components/jobs/jobWords';
import { STATE_WORDS } from '@/components/jobs/PairStateLabel';
import { downloadText } from '@/files/download';
import type { JobView } from '@/jobs/jobView';
import { toCsv } from '@/model/csv';

const header = () => [
  t`Name`,
  t`User`,
  t`Action`,
  t`License`,
  t`Result`,
  t`The service's word`,
  t`Note`,
  t`Context ID`,
];

/** Hands over what became of every pair as a CSV file. */
export function exportResults({ job, pairs }: JobView): void {
  const rows = pairs.map((pair) => [
    pair.userName,
    pair.userId,
    pair.action,
    pair.licenseId,
    t(STATE_WORDS[pair.state]),
    pair.word,
    [pair.note, pair.doubt && doubtText(pair.doubt)].filter(Boolean).join(' – '),
    pair.contextId,
  ]);
  const day = new Date(job.createdAt).toISOString().slice(0, 10);
  downloadText(`license-job-${day}-${job.id.slice(0, 8)}.csv`, 'text/csv', toCsv(header(), rows));
}
