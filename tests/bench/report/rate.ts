import type { RateCost } from '../measure/rate.ts';
import { met, table } from './markdown.ts';

const MOST_ERROR = 0.2;

export function rateSection(costs: readonly RateCost[]): string[] {
  if (costs.length === 0) return [];
  return [
    '## The rate limit',
    '',
    'A job of the console against the sandbox with 300 requests a minute, no header that tells what is used, and no Retry-After that a page may read. Estimates are those that the page of the job shows, from the second minute on.',
    '',
    ...table(
      ['', 'changes', 'minutes', 'refused', 'in any minute', 'worst estimate', ''],
      costs.map((cost) => [
        cost.title,
        cost.pairs.toLocaleString('en-US'),
        cost.minutes.toFixed(1),
        String(cost.refused),
        String(cost.refusedInAWindow),
        `${(100 * cost.worstEstimate).toFixed(0)} %`,
        met(cost.refusedInAWindow <= 1 && !(cost.worstEstimate > MOST_ERROR)),
      ]),
    ),
    '',
  ];
}
