// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FindingsAsker,
  type FindingsOutcome,
  type FindingsQuestion,
} from '@/components/audit/FindingsAsker';
import type { FindingFacts, Findings } from '@/model/findings';
import { OrganizationIndex } from '@/model/organizationIndex';
import * as audit from '@/workers/audit';

const NOTHING: Findings = { found: [], notChecked: new Map() };
const base: FindingsQuestion = {
  index: new OrganizationIndex(),
  version: 1,
  graph: undefined,
  isComplete: { people: false, assignments: false },
  absentDays: 90,
  now: 0,
};

/** A worker that answers when it is told to. */
function slowWorker() {
  const asked: { facts: FindingFacts; answer: () => void; fail: () => void }[] = [];
  vi.spyOn(audit, 'findInWorker').mockImplementation(
    (facts) =>
      new Promise((resolve, reject) => {
        asked.push({
          facts,
          answer: () => resolve(NOTHING),
          fail: () => reject(new Error('Lost')),
        });
      }),
  );
  return asked;
}

const moments = () => vi.advanceTimersByTimeAsync(10);

describe('asking for findings', () => {
  const asked = () => worker.map(({ facts }) => facts);
  let worker: ReturnType<typeof slowWorker>;
  let told: FindingsOutcome[];
  let asker: FindingsAsker;

  beforeEach(() => {
    vi.useFakeTimers();
    worker = slowWorker();
    told = [];
    asker = new FindingsAsker((outcome) => told.push(outcome));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on with the newest of what changed meanwhile, after a rest', async () => {
    for (let version = 1; version <= 50; version++) asker.ask({ ...base, version });
    expect(asked()).toHaveLength(1);
    worker[0]?.answer();
    await moments();
    expect(told).toEqual([{ question: { ...base, version: 1 }, findings: NOTHING }]);
    expect(asked()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked()).toHaveLength(2);
    expect(asked()[1]).toMatchObject({ version: 50 });
  });

  it('does not rest where something else is asked', async () => {
    asker.ask(base);
    worker[0]?.answer();
    await moments();
    asker.ask({ ...base, version: 2 });
    const isComplete = { people: true, assignments: true };
    asker.ask({ ...base, version: 2, isComplete });
    expect(asked()).toEqual([base, { ...base, version: 2, isComplete }]);
    worker[1]?.answer();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked()).toHaveLength(2);
  });

  it('does not tell the answer to what is asked otherwise by now', async () => {
    asker.ask(base);
    asker.ask({ ...base, absentDays: 30 });
    worker[0]?.answer();
    await moments();
    expect(told).toEqual([]);
    worker[1]?.answer();
    await moments();
    expect(told).toEqual([{ question: { ...base, absentDays: 30 }, findings: NOTHING }]);
  });

  it('tells what went wrong, and may be asked again', async () => {
    asker.ask(base);
    worker[0]?.fail();
    await moments();
    expect(told).toEqual([{ error: new Error('Lost') }]);
    asker.ask({ ...base, version: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    worker[1]?.answer();
    await moments();
    expect(told).toHaveLength(2);
  });

  it('ends with its page', async () => {
    asker.ask(base);
    asker.ask({ ...base, version: 2 });
    asker.stop();
    worker[0]?.answer();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked()).toHaveLength(1);
  });
});
