import type { AuditCost, AuditTask } from '../audit/page.ts';
import { met, shown, table } from './markdown.ts';
import { median } from './numbers.ts';

interface Row {
  readonly title: string;
  readonly task: AuditTask;
  /** What it must take less than, where that is told. */
  readonly limitMs?: number;
}

const ROWS: readonly Row[] = [
  { title: 'All findings, the first time', task: 'findings', limitMs: 300 },
  { title: 'All findings, with another number of days', task: 'findingsAgain', limitMs: 300 },
  { title: 'What their roles imply, where 1,000 sets of them are known', task: 'roles' },
  { title: 'Expensive outliers', task: 'outliers' },
  { title: 'What the charts show', task: 'pictures' },
  { title: 'A snapshot, packed and saved', task: 'snapshot', limitMs: 1_000 },
  { title: 'The difference of two snapshots', task: 'difference', limitMs: 200 },
  { title: 'Assignments as CSV', task: 'csv' },
  { title: 'Assignments as XLSX', task: 'xlsx' },
  { title: 'Assignments as JSON', task: 'json' },
];

/** Whoever is at the page does not notice that it is busy for so long. */
const BUSY_MS = 50;
const SNAPSHOT_MB = 6;

export function auditSection(audits: readonly AuditCost[]): string[] {
  const [first] = audits;
  if (!first) return [];
  const megabytes = first.snapshotBytes / 1e6;
  return [
    '## The audit of 200,000 users',
    '',
    `40 licenses, 300 departments, ${first.findingCount.toLocaleString('en-US')} findings; ${audits.length === 1 ? 'one run' : `medians of ${audits.length} runs`}, each in a page that has audited nothing before. **Busy**: the longest time for which the page could do nothing else, also where other programs held it up. Exports are timed until the browser is handed the file.`,
    '',
    ...table(
      ['', 'took', 'target', '', 'busy at most', 'target', ''],
      ROWS.map(({ title, task, limitMs }) => {
        const took = median(audits.map(({ times }) => times[task].took));
        const busy = median(audits.map(({ times }) => times[task].blocked));
        return [
          title,
          shown(took, 'ms'),
          ...(limitMs === undefined ? ['', ''] : [`< ${limitMs} ms`, met(took < limitMs)]),
          shown(busy, 'ms'),
          `≤ ${BUSY_MS} ms`,
          met(busy <= BUSY_MS),
        ];
      }),
    ),
    '',
    `A snapshot has ${megabytes.toFixed(2)} MB (target: < ${SNAPSHOT_MB} MB, ${met(megabytes < SNAPSHOT_MB)}).`,
    '',
  ];
}
