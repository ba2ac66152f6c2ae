import { useState } from 'react';
import type { Owner } from '@/components/audit/useOwner';
import { describeError } from '@/components/page/describeError';
import { downloadText } from '@/files/download';
import type { Holdings, SnapshotInfo } from '@/model/snapshot';
import { readSnapshotFile, SnapshotFileError, writeSnapshotFile } from '@/model/snapshotFile';
import type { DeletedSnapshot } from '@/snapshots/SnapshotStore';
import { snapshotStore } from '@/snapshots/useSnapshots';

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
      const text = error instanceof SnapshotFileError ? message : `${failure}: ${message}`;
      setOutcome({ severity: 'error', text });
    }
    await changed();
  }

  return {
    outcome,
    forget: () => setOutcome(undefined),

    save: (name: string, moment: { holdings: Holdings; takenAt: number }) =>
      run('The snapshot could not be saved', async () => {
        await store.save({
          owner: owner.key,
          organization: owner.organization,
          name,
          ...moment,
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
        const text = await writeSnapshotFile({ organization, name, takenAt, holdings });
        const day = new Date(takenAt).toISOString().slice(0, 10);
        downloadText(`license-snapshot-${day}.json`, 'application/json', text);
        return { text: `Exported “${name}”.` };
      }),

    importFile: (file: File) =>
      run('The file could not be imported', async () => {
        if (file.size > MOST_BYTES) throw new Error('it is larger than 100 MB.');
        const snapshot = await readSnapshotFile(await file.text(), owner.organization);
        await store.save({ owner: owner.key, ...snapshot });
        return { text: `Imported “${snapshot.name}”.` };
      }),
  };
}

export type SnapshotActions = ReturnType<typeof useSnapshotActions>;
