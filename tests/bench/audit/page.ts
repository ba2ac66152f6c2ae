import { DefinitionGraph } from '@/model/definitions';
import { SnapshotStore } from '@/snapshots/SnapshotStore';
import { differenceInWorker, findInWorker, packInWorker, picturesInWorker } from '@/workers/audit';
import { DEFINITIONS, NOW, organization, USERS } from './organization.ts';

export interface AuditTime {
  readonly what: string;
  /** Milliseconds from asking to having. */
  readonly took: number;
  /** The longest time for which the page could do nothing else. */
  readonly blocked: number;
}

const CHANGED = 2_000;

async function measure(): Promise<{ times: AuditTime[]; snapshotBytes: number }> {
  const times: AuditTime[] = [];
  const time = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const pulse = new Pulse();
    await pulse.started();
    const start = performance.now();
    const result = await work();
    const took = performance.now() - start;
    times.push({ what, took, blocked: await pulse.stop() });
    return result;
  };

  const index = organization();
  const graph = new DefinitionGraph(DEFINITIONS);
  const isComplete = { people: true, assignments: true };
  const find = (absentDays: number) =>
    findInWorker({ index, graph, isComplete, absentDays, now: NOW });
  await time('All findings, the first time', () => find(90));
  await time('All findings, after a change', () => find(30));
  await time('What the charts show', () => picturesInWorker(index));

  const store = new SnapshotStore('bench-audit');
  const before = await time('A snapshot, packed and saved', async () => {
    const holdings = await packInWorker(index);
    const organization = { id: 'bench', name: 'Bench' };
    await store.save({ owner: 'bench', organization, name: 'Before', takenAt: NOW, holdings });
    return holdings;
  });
  for (let row = 0; row < USERS; row += USERS / CHANGED) {
    index.applyReadBack(new Map([[index.userId(row), new Set(['license1'])]]));
  }
  const after = await packInWorker(index);
  await time('The difference of two', () => differenceInWorker(before, after));
  await time('The difference of two, again', () => differenceInWorker(before, after));
  const snapshotBytes = before.licenses.reduce(
    (sum, { bytes }) => sum + bytes.length,
    before.uuids.length,
  );
  return { times, snapshotBytes };
}

/** Beats as fast as the page lets it; the longest pause is the longest time the page was busy. */
class Pulse {
  readonly #channel = new MessageChannel();
  #last = performance.now();
  #longest = 0;

  constructor() {
    this.#channel.port1.addEventListener('message', () => this.#beat());
    this.#channel.port1.start();
    this.#beat();
  }

  async started(): Promise<void> {
    await aMoment();
    this.#longest = 0;
  }

  async stop(): Promise<number> {
    await aMoment();
    this.#channel.port1.close();
    return this.#longest;
  }

  #beat(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
    this.#channel.port2.postMessage(0);
  }
}

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 50));

Object.assign(globalThis, { measure });
