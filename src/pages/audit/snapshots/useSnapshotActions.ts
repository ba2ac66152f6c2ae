import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Owner } from '@/components/audit/useOwner';
import { describeError } from '@/components/page/describeError';
import { downloadText } from '@/files/download';
import type { SnapshotInfo } from '@/model/snapshot';
import { SnapshotFileError } from '@/model/snapshotFileError';
import type { DeletedSnapshot } from '@/snapshots/SnapshotStore';
import { snapshotStore } from '@/snapshots/useSnapshots';
import { packInWorker } from '@/workers/audit';
import { runInWorker } from '@/workers/runInWorker';
import type { Present } from './moments';
import { snapshotFileText } from './snapshotFileText';

/** What came of the last action, to be said. */
export interface Outcome {
  readonly severity: 'success' | 'error';
  readonly text: string;
  readonly deleted?: DeletedSnapshot;
}

const MOST_BYTES = 100_000_000;

/** Its message says all there is to say. */
class Told extends Error {
  override readonly name = 'Told';
}

/** What is wrong with a file is told in whole sentences too. */
function wholeSentence(error: unknown): string | undefined {
  if (error instanceof SnapshotFileError) return snapshotFileText(error.fault);
  return error instanceof Told ? error.message : undefined;
}

/** Everything that can be done with snapshots. Each action says what came of it. */
export function useSnapshotActions(owner: Owner, changed: () => Promise<void>) {
  const [outcome, setOutcome] = useState<Outcome>();
  const store = snapshotStore();

  async function run(
    failed: (why: string) => string,
    work: () => Promise<Omit<Outcome, 'severity'>>,
  ) {
    try {
      setOutcome({ severity: 'success', ...(await work()) });
    } catch (error) {
      const text = wholeSentence(error) ?? failed(describeError(error).message);
      setOutcome({ severity: 'error', text });
    }
    await changed();
  }

  return {
    outcome,
    forget: () => setOutcome(undefined),

    save: (name: string, { index, takenAt }: Present) =>
      run(
        (why) => t`The snapshot could not be saved: ${why}`,
        async () => {
          await store.save({
            owner: owner.key,
            organization: owner.organization,
            name,
            takenAt,
            holdings: await packInWorker(index),
          });
          return { text: t`Saved “${name}”.` };
        },
      ),

    rename: ({ id }: SnapshotInfo, name: string) =>
      run(
        (why) => t`The snapshot could not be renamed: ${why}`,
        async () => {
          await store.rename(owner.key, id, name);
          return { text: t`Renamed to “${name}”.` };
        },
      ),

    remove: ({ id, name }: SnapshotInfo) =>
      run(
        (why) => t`The snapshot could not be deleted: ${why}`,
        async () => {
          const deleted = await store.delete(owner.key, id);
          return { text: t`Deleted “${name}”.`, ...(deleted && { deleted }) };
        },
      ),

    putBack: (deleted: DeletedSnapshot) =>
      run(
        (why) => t`The snapshot could not be put back: ${why}`,
        async () => {
          await store.putBack(deleted);
          const { name } = deleted.info;
          return { text: t`“${name}” is back.` };
        },
      ),

    exportFile: ({ id, name, takenAt, organization }: SnapshotInfo) =>
      run(
        (why) => t`The snapshot could not be exported: ${why}`,
        async () => {
          const holdings = await store.load(owner.key, id);
          if (!holdings) {
            throw new Told(t`The snapshot could not be exported: it is not there any more.`);
          }
          const snapshot = { organization, name, takenAt, holdings };
          const text = await runInWorker('writeSnapshotFile', snapshot);
          const day = new Date(takenAt).toISOString().slice(0, 10);
          downloadText(`license-snapshot-${day}.json`, 'application/json', text);
          return { text: t`Exported “${name}”.` };
        },
      ),

    importFile: (file: File) =>
      run(
        (why) => t`The file could not be imported: ${why}`,
        async () => {
          if (file.size > MOST_BYTES) {
            throw new Told(t`The file could not be imported: it is larger than 100 MB.`);
          }
          const snapshot = await runInWorker(
            'readSnapshotFile',
            await file.text(),
            owner.organization,
          );
          await store.save({ owner: owner.key, ...snapshot });
          const { name } = snapshot;
          return { text: t`Imported “${name}”.` };
        },
      ),
  };
}

export type SnapshotActions = ReturnType<typeof useSnapshotActions>;
