// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DefinitionGraph } from '@/model/definitions';
import { byUser, changesOf } from '@/model/difference';
import { type FindingFacts, findFindings } from '@/model/findings';
import { OrganizationIndex } from '@/model/organizationIndex';
import { holdingsOf } from '@/model/snapshot';
import { packHoldings } from '@/model/snapshotBytes';
import { differenceInWorker, findInWorker, outliersInWorker, packInWorker } from '@/workers/audit';
import { runInWorker } from '@/workers/runInWorker';

type Listener = (event: { data: unknown }) => void;

/** The real worker's script in place of a thread of its own. All that is said is copied, as between threads. */
class ScriptedWorker extends EventTarget {
  static started: ScriptedWorker[] = [];
  static hear: Listener = () => undefined;
  #isEnded = false;

  constructor() {
    super();
    ScriptedWorker.started.push(this);
  }

  postMessage(message: unknown): void {
    ScriptedWorker.hear({ data: structuredClone(message) });
  }

  say(message: unknown): void {
    if (this.#isEnded) return;
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
  }

  terminate(): void {
    this.#isEnded = true;
  }
}

async function startScript() {
  vi.resetModules();
  vi.stubGlobal('Worker', ScriptedWorker);
  vi.stubGlobal('addEventListener', (_: string, listener: Listener) => {
    ScriptedWorker.hear = listener;
  });
  vi.stubGlobal('postMessage', (message: unknown) => ScriptedWorker.started.at(-1)?.say(message));
  await import('@/workers/auditWorker');
}

const graph = new DefinitionGraph([
  { id: 'base' },
  { id: 'voice', prerequisites: [{ id: 'base' }] },
  { id: 'suite', comprises: [{ id: 'voice', description: 'Only spelled out here' }] },
]);

/** 40 people who are alike in a department, and some in whom every rule finds something. */
function organization(): OrganizationIndex {
  const index = new OrganizationIndex();
  const peers = Array.from({ length: 40 }, (_, i) => ({ id: `peer-${i}`, licenses: ['base'] }));
  index.addAssignments([
    ...peers,
    { id: 'odd', licenses: ['base', 'suite', 'voice'] },
    { id: 'lacking', licenses: ['voice', 'retired'] },
    { id: 'nobody', licenses: ['base'] },
  ]);
  index.completeAssignments();
  index.addUsers([
    ...peers.map(({ id }) => ({
      id,
      name: id,
      version: 1,
      state: 'active' as const,
      department: 'Sales',
      dateLastLogin: '2026-11-01T00:00:00Z',
    })),
    { id: 'odd', version: 1, state: 'active', department: 'Sales' },
    { id: 'lacking', version: 1, state: 'inactive', dateLastLogin: '2020-01-01T00:00:00Z' },
  ]);
  return index;
}

const factsOf = (index: OrganizationIndex): FindingFacts => ({
  index,
  graph,
  isComplete: { people: true, assignments: true },
  absentDays: 90,
  now: Date.parse('2026-11-25T00:00:00Z'),
});

const rowsById = ({ found }: ReturnType<typeof findFindings>) =>
  found.map(({ rows, ...finding }) => ({ ...finding, rows: [...rows.toRows()] }));

describe.each(['in a worker', 'where there are no workers'])('the audit, %s,', (where) => {
  beforeEach(async () => {
    if (where === 'in a worker') await startScript();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('finds what the rules find', async () => {
    const index = organization();
    const expected = findFindings(factsOf(index));
    expect(new Set(expected.found.map(({ rule }) => rule)).size).toBeGreaterThan(6);
    const { found, notChecked } = await findInWorker(factsOf(index));
    expect(rowsById({ found, notChecked })).toEqual(rowsById(expected));
    expect(notChecked).toEqual(expected.notChecked);
  });

  it('finds who costs far more than their department', async () => {
    const index = organization();
    const prices = new Map([
      ['base', 100_000],
      ['suite', 400_000],
    ]);
    const [found, ...others] = await outliersInWorker(index, prices);
    expect(found).toMatchObject({ department: 'Sales', median: 100_000, limit: 150_000 });
    expect(Array.from(found?.rows.toRows() ?? [], (row) => index.userId(row))).toEqual(['odd']);
    expect(others).toEqual([]);
  });

  it('says what it could not check', async () => {
    const index = new OrganizationIndex();
    const isComplete = { people: false, assignments: false };
    const facts = { ...factsOf(index), graph: undefined, isComplete };
    expect((await findInWorker(facts)).notChecked).toEqual(findFindings(facts).notChecked);
  });

  it('packs what everybody holds, and tells what changed since', async () => {
    const index = organization();
    const before = await packInWorker(index);
    expect(before).toEqual(packHoldings(holdingsOf(index)));
    index.applyReadBack(new Map([['odd', new Set(['base', 'new'])]]));
    const difference = await differenceInWorker(before, await packInWorker(index));
    expect(byUser(difference)).toEqual([
      { userId: 'odd', gained: ['new'], lost: ['suite', 'voice'] },
    ]);
    expect(changesOf(difference, { kind: 'restore', snapshot: 'x' })).toHaveLength(3);
  });

  it('says what is wrong with a file', async () => {
    await expect(
      runInWorker('readSnapshotFile', 'Name,User', { id: 'org-1', name: 'Meridian' }),
    ).rejects.toMatchObject({
      name: 'SnapshotFileError',
      fault: { kind: 'noJson' },
    });
  });
});

describe('a worker that ends', () => {
  it('fails what it was asked, and another is started for the next', async () => {
    await startScript();
    const { findInWorker: find } = await import('@/workers/audit');
    const hear = ScriptedWorker.hear;
    const isAsked = new Promise<void>((resolve) => {
      ScriptedWorker.hear = () => resolve();
    });
    const asked = find(factsOf(organization()));
    await isAsked;
    const first = ScriptedWorker.started.at(-1);
    first?.dispatchEvent(new Event('error'));
    await expect(asked).rejects.toMatchObject({ name: 'WorkerBrokeError' });
    ScriptedWorker.hear = hear;
    expect((await find(factsOf(organization()))).found.length).toBeGreaterThan(0);
    expect(ScriptedWorker.started.at(-1)).not.toBe(first);
    vi.unstubAllGlobals();
  });
});
