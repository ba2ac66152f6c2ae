import { parseArgs } from 'node:util';

export const SUBJECTS = ['console', 'ag', 'agTuned', 'mui', 'glide'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

export interface Options {
  users: number[];
  only: SubjectName[];
  /** A job of 20,000 changes too. */
  job: boolean;
  /** How a job keeps to the rate limit too: some minutes for each of its scenarios. */
  rate: boolean;
  /** The audit of 200,000 users too. */
  audit: boolean;
  /** How people are made findable too. */
  texts: boolean;
  runs: number;
  /** Take the builds of last time. */
  build: boolean;
  /** Everything is measured, as the report wants it. */
  isWhole: boolean;
}

/** Everything that can be asked for by itself. */
const PARTS = [...SUBJECTS, 'job', 'rate', 'audit', 'texts'];

const DEFAULT_USERS = '5000,50000,200000';

export const help = `Measures the matrix against other grids, a large job and the audit, in a real browser.

Usage: npm run bench -- [options]

  --users <n>[,<n>]      default ${DEFAULT_USERS}
  --only <what>[,...]    of ${PARTS.join(', ')}
  --runs <n>             default 3; the report has the medians
  --no-build             measure what was built last time
  --help

A run with --users or --only leaves tests/bench/REPORT.md alone and prints what it has measured.
`;

export function optionsFrom(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      users: { type: 'string', default: DEFAULT_USERS },
      only: { type: 'string', default: PARTS.join() },
      runs: { type: 'string', default: '3' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const only = values.only.split(',');
  const unknown = only.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new Error(`Nothing to measure is called ${unknown}`);
  return {
    users: values.users.split(',').map((text) => numberFrom(text)),
    only: SUBJECTS.filter((name) => only.includes(name)),
    job: only.includes('job'),
    rate: only.includes('rate'),
    audit: only.includes('audit'),
    texts: only.includes('texts'),
    runs: numberFrom(values.runs),
    build: !values['no-build'],
    isWhole: values.users === DEFAULT_USERS && only.length === PARTS.length,
  };
}

function numberFrom(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${text} is no number to measure with`);
  return Number(text);
}
