import { useState } from 'react';
import type { Owner } from '@/components/audit/useOwner';
import { describeError } from '@/components/page/describeError';
import { downloadText } from '@/files/download';
import type { SnapshotInfo } from '@/model/snapshot';
import type { DeletedSnapshot } from '@/snapshots/SnapshotStore';
import { snapshotStore } from '@/snapshots/useSnapshots';
import { packInWorker } from '@/workers/audit';
import { runInWorker } from '@/workers/runInWorker';
import type { Present } from './moments';

/** What came of the last action, to be said. */
export interface Outcome {
  readonly severity: 'success' | 'error';
  readonly text: string;
  readonly deleted?: DeletedSnapshot;
}

const MOST_BYTES = 100_000_000;

/** Everything that can be done with snapshots. Each action says what came of it. */
export function useSnapshotActions(owner: Owner, changed: () => Promise<void>) {
  const [outcome, setOutcome] = useState<Outcome>();
  const store = snapshotStore();

  async function run(failure: string, work: () => Promise<Omit<Outcome, 'severity'>>) {
    try {
      setOutcome({ severity: 'success', ...(await work()) });
    } catch (error) {
      const { message } = describeError(error);
      // What is wrong with a file is told in whole sentences. A worker hands on no more of an error than its name.
      const isWhole = error instanceof Error && error.name === 'SnapshotFileError';
      const text = isWhole ? message : `${failure}: ${message}`;
      setOutcome({ severity: 'error', text });
    }
    await changed();
  }

  return {
    outcome,
    forget: () => setOutcome(undefined),

    save: (name: string, { index, takenAt }: Present) =>
      run('The snapshot could not be saved', async () => {
        await store.save({
          owner: owner.key,
          organization: owner.organization,
          name,
          takenAt,
          holdings: await packInWorker(index),
        });
        return { text: `Saved “${name}”.` };
      }),

    rename: ({ id }: SnapshotInfo, name: string) =>
      run('The snapshot could not be renamed', async () => {
        await store.rename(owner.key, id, name);
        return { text: `Renamed to “${name}”.` };
      }),

    remove: ({ id, name }: SnapshotInfo) =>
      run('The snapshot could not be deleted', async () => {
        const deleted = await store.delete(owner.key, id);
        return { text: `Deleted “${name}”.`, ...(deleted && { deleted }) };
      }),

    putBack: (deleted: DeletedSnapshot) =>
      run('The snapshot could not be put back', async () => {
        await store.putBack(deleted);
        return { text: `“${deleted.info.name}” is back.` };
      }),

    exportFile: ({ id, name, takenAt, organization }: SnapshotInfo) =>
      run('The snapshot could not be exported', async () => {
        const holdings = await store.load(owner.key, id);
        if (!holdings) throw new Error('it is not there any more.');
        const snapshot = { organization, name, takenAt, holdings };
        const text = await runInWorker('writeSnapshotFile', snapshot);
        const day = new Date(takenAt).toISOString().slice(0, 10);
        downloadText(`license-snapshot-${day}.json`, 'application/json', text);
        return { text: `Exported “${name}”.` };
      }),

    importFile: (file: File) =>
      run('The file could not be imported', async () => {
        if (file.size > MOST_BYTES) throw new Error('it is larger than 100 MB.');
        const snapshot = await runInWorker(
          'readSnapshotFile',
          await file.text(),
          owner.organization,
        );
        await store.save({ owner: owner.key, ...snapshot });
        return { text: `Imported “${snapshot.name}”.` };
      }),
  };
}

export type SnapshotActions = ReturnType<typeof useSnapshotActions>;
