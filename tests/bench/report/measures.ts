import type { Heap } from '../measure/meter.ts';
import type { Cost, Visit } from '../measure/visit.ts';
import { median, percentile } from './numbers.ts';

/** A frame of a 60 Hz screen, with a little mercy. */
const LATE_MS = 17.5;

/** One row of the report: what is compared, the less the better. */
export interface Measure {
  title: string;
  unit: 'ms' | 'MB' | 'kB' | '';
  of: (visits: readonly Visit[]) => number;
  target?: Target;
}

/** What the console must reach, of itself or against AG Grid. */
export type Target =
  | { kind: 'times less'; times: number }
  | { kind: 'below' | 'at most'; limit: number }
  | { kind: 'at most more'; more: number };

const paint = (cost: Cost) => cost.paint;
const busy = (cost: Cost) => cost.busy;
const later = (cost: Cost) => cost.later;

function over(
  costs: (visit: Visit) => Cost | readonly Cost[],
  pick: (cost: Cost) => number,
): Measure['of'] {
  return (visits) => median(visits.flatMap(costs).map(pick));
}

function each(pick: (visit: Visit) => number): Measure['of'] {
  return (visits) => median(visits.map(pick));
}

const size = ({ objects, buffers, workers }: Heap) => objects + buffers + workers;

const timesLess = (times: number): Target => ({ kind: 'times less', times });

export const MEASURES: readonly Measure[] = [
  {
    title: 'First rows: to the paint',
    unit: 'ms',
    of: over((visit) => visit.firstRows, paint),
    target: { kind: 'below', limit: 200 },
  },
  { title: 'First rows: busy', unit: 'ms', of: over((visit) => visit.firstRows, busy) },
  { title: 'Text filter: to the paint', unit: 'ms', of: over((visit) => visit.text, paint) },
  {
    title: 'Text filter: busy',
    unit: 'ms',
    of: over((visit) => visit.text, busy),
    target: timesLess(10),
  },
  {
    title: 'Text filter: busy with the first key',
    unit: 'ms',
    of: over((visit) => visit.text.slice(0, 1), busy),
  },
  { title: 'Text filter: busy afterwards', unit: 'ms', of: over((visit) => visit.text, later) },
  { title: 'License filter: to the paint', unit: 'ms', of: over((visit) => visit.license, paint) },
  {
    title: 'License filter: busy',
    unit: 'ms',
    of: over((visit) => visit.license, busy),
    target: timesLess(8),
  },
  {
    title: 'License filter: busy afterwards',
    unit: 'ms',
    of: over((visit) => visit.license, later),
  },
  {
    title: 'Sort by email, from Z to A: busy',
    unit: 'ms',
    of: over((visit) => visit.sortOther, busy),
  },
  {
    title: 'Sort by name: busy',
    unit: 'ms',
    of: over((visit) => visit.sortName, busy),
    target: timesLess(4),
  },
  {
    title: 'Sort again, from Z to A: busy',
    unit: 'ms',
    of: over((visit) => visit.sortAgain, busy),
    target: timesLess(50),
  },
  {
    title: 'Select all: busy',
    unit: 'ms',
    of: over((visit) => visit.select, busy),
    target: timesLess(15),
  },
  {
    title: 'Scroll: busy a frame',
    unit: 'ms',
    of: each((visit) => visit.scroll.busy),
    target: timesLess(3),
  },
  {
    title: 'Scroll: 95th percentile of a frame',
    unit: 'ms',
    of: each((visit) => percentile(visit.scroll.frames, 95)),
    target: { kind: 'at most', limit: 16.8 },
  },
  {
    title: `Scroll: late frames (over ${LATE_MS} ms)`,
    unit: '',
    of: each((visit) => visit.scroll.frames.filter((time) => time > LATE_MS).length),
    target: { kind: 'below', limit: 10 },
  },
  {
    title: 'Scroll: rows seen blank or out of place',
    unit: '',
    of: each((visit) => visit.scroll.blank),
    target: { kind: 'at most', limit: 0 },
  },
  {
    title: 'Memory: data and grid',
    unit: 'MB',
    of: each(({ heap }) => size(heap.end) - size(heap.empty)),
    target: { kind: 'at most more', more: 5 },
  },
  {
    title: 'Memory: of that since the data was read',
    unit: 'MB',
    of: each(({ heap }) => size(heap.end) - size(heap.read)),
    target: { kind: 'at most more', more: 5 },
  },
  {
    title: 'Long tasks (over 50 ms) after the first rows',
    unit: '',
    of: each((visit) => visit.longTasks.length),
    target: { kind: 'at most', limit: 0 },
  },
  {
    title: 'The longest of them',
    unit: 'ms',
    of: each((visit) => Math.max(0, ...visit.longTasks)),
  },
  { title: 'JavaScript of the page, gzip', unit: 'kB', of: each((visit) => visit.scriptKb) },
];
