import type { DBSchema } from 'idb';
import { newId } from '@/api/newId';
import type { SnapshotInfo } from '@/model/snapshot';
import { assignmentCountOf, type PackedHoldings, userCountOf } from '@/model/snapshotBytes';
import { Database } from '@/store/Database';

const DATABASE = 'license-console.snapshots';

interface SnapshotsSchema extends DBSchema {
  infos: { key: string; value: SnapshotInfo; indexes: { owner: string } };
  contents: { key: string; value: { id: string; packed: PackedHoldings } };
}

/** What is to be kept. */
export interface NewSnapshot
  extends Pick<SnapshotInfo, 'owner' | 'organization' | 'name' | 'takenAt'> {
  readonly holdings: PackedHoldings;
}

/** A snapshot that was deleted, whole, to be put back. */
export interface DeletedSnapshot {
  readonly info: SnapshotInfo;
  readonly packed: PackedHoldings;
}

/** The snapshots of this browser, in IndexedDB. They stay over a sign-out, for their owner alone. */
export class SnapshotStore {
  readonly #database: Database<SnapshotsSchema>;

  constructor(name = DATABASE) {
    this.#database = new Database<SnapshotsSchema>({
      name,
      version: 1,
      upgrade(database) {
        database.createObjectStore('infos', { keyPath: 'id' }).createIndex('owner', 'owner');
        database.createObjectStore('contents', { keyPath: 'id' });
      },
    });
  }

  /** The owner's snapshots, newest first. */
  async list(owner: string): Promise<SnapshotInfo[]> {
    const infos = await this.#database.use((database) =>
      database.getAllFromIndex('infos', 'owner', owner),
    );
    return infos.sort((a, b) => b.takenAt - a.takenAt || a.name.localeCompare(b.name));
  }

  /** Rejects when the storage is full or forbidden; then nothing of it is kept. */
  async save({ holdings, owner, organization, name, takenAt }: NewSnapshot): Promise<SnapshotInfo> {
    const info: SnapshotInfo = {
      id: newId(),
      owner,
      organization,
      name,
      takenAt,
      userCount: userCountOf(holdings),
      assignmentCount: assignmentCountOf(holdings),
    };
    await this.#put({ info, packed: holdings });
    return info;
  }

  /** What everybody held, or undefined where this owner has no such snapshot. */
  async load(owner: string, id: string): Promise<PackedHoldings | undefined> {
    return (await this.#find(owner, id))?.packed;
  }

  rename(owner: string, id: string, name: string): Promise<void> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction('infos', 'readwrite');
      const info = await transaction.store.get(id);
      if (info?.owner === owner) await transaction.store.put({ ...info, name });
      await transaction.done;
    });
  }

  /** Deletes a snapshot and hands it over, so that it can be put back. */
  async delete(owner: string, id: string): Promise<DeletedSnapshot | undefined> {
    const snapshot = await this.#find(owner, id);
    if (!snapshot) return undefined;
    await this.#database.use(async (database) => {
      const transaction = database.transaction(['infos', 'contents'], 'readwrite');
      await Promise.all([
        transaction.objectStore('infos').delete(id),
        transaction.objectStore('contents').delete(id),
        transaction.done,
      ]);
    });
    return snapshot;
  }

  /** Puts back what was deleted. */
  async putBack(snapshot: DeletedSnapshot): Promise<void> {
    await this.#put(snapshot);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #find(owner: string, id: string): Promise<DeletedSnapshot | undefined> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['infos', 'contents']);
      const [info, content] = await Promise.all([
        transaction.objectStore('infos').get(id),
        transaction.objectStore('contents').get(id),
      ]);
      return info?.owner === owner && content ? { info, packed: content.packed } : undefined;
    });
  }

  #put({ info, packed }: DeletedSnapshot): Promise<void> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction(['infos', 'contents'], 'readwrite');
      await Promise.all([
        transaction.objectStore('infos').put(info),
        transaction.objectStore('contents').put({ id: info.id, packed }),
        transaction.done,
      ]);
    });
  }
}
