import { type DBSchema, deleteDB, type IDBPDatabase } from 'idb';
import type { User } from '@/api/schema';
import { OrganizationIndex } from '@/model/organizationIndex';
import { Database } from '@/store/Database';
import { prepareViews } from './prepareViews';

/** The organization as it was read last. */
export interface CachedOrganization {
  readonly index: OrganizationIndex;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

/** Rows a record: writing or reading one is short enough to leave the page to its user in between. */
const CHUNK = 2_000;
const CLOCK_TOLERANCE_MS = 60_000;
const DATABASE = 'license-console.organization';

interface CachedRow {
  userId: string;
  licenses: string[] | undefined;
  user: User | undefined;
}

interface CacheSchema extends DBSchema {
  meta: { key: string; value: { owner: string; readAt: number; chunks: number } };
  rows: {
    key: [owner: string, chunk: number];
    value: { owner: string; chunk: number; rows: CachedRow[] };
  };
}

/**
 * Keeps the last complete reading of an organization in IndexedDB, for the person who read it, so that the next start
 * shows something at once. It is a convenience: where the browser forbids or loses it, nothing is said and nothing breaks.
 */
export class OrganizationCache {
  readonly #owner: string;

  /** @param owner service, organization and user: nobody else's reading is ever shown. */
  constructor(owner: string) {
    this.#owner = owner;
  }

  async load(): Promise<CachedOrganization | undefined> {
    return withDatabase(async (database) => {
      const meta = await database.get('meta', this.#owner);
      // A reading of the future was kept under a clock that has been set since: how old it is, nobody knows.
      if (!meta || meta.readAt > Date.now() + CLOCK_TOLERANCE_MS) return undefined;
      const index = new OrganizationIndex();
      for (let chunk = 0; chunk < meta.chunks; chunk++) {
        const record = await database.get('rows', [this.#owner, chunk]);
        if (!record) return undefined;
        const { rows } = record;
        index.addAssignments(
          rows.flatMap(({ userId, licenses }) => (licenses ? [{ id: userId, licenses }] : [])),
        );
        index.addUsers(rows.flatMap(({ user }) => user ?? []));
        prepareViews(index);
      }
      index.completeAssignments();
      return { index, readAt: meta.readAt };
    });
  }

  /** Writes a complete reading; until it is wholly written the one before counts as gone. */
  async save({ index, readAt }: CachedOrganization): Promise<void> {
    const chunks = Math.ceil(index.size / CHUNK);
    await withDatabase(async (database) => {
      await database.delete('meta', this.#owner);
      await database.delete('rows', IDBKeyRange.bound([this.#owner, 0], [this.#owner, Infinity]));
      for (let chunk = 0; chunk < chunks; chunk++) {
        const rows = rowsOf(index, chunk * CHUNK);
        await database.put('rows', { owner: this.#owner, chunk, rows });
      }
      await database.put('meta', { owner: this.#owner, readAt, chunks });
    });
  }

  /** Forgets every reading that this browser keeps, whoever's it is. */
  static async clear(): Promise<void> {
    await deleteDB(DATABASE).catch(() => undefined);
  }
}

function rowsOf(index: OrganizationIndex, from: number): CachedRow[] {
  const rows: CachedRow[] = [];
  for (let row = from; row < Math.min(from + CHUNK, index.size); row++) {
    rows.push({
      userId: index.userId(row),
      licenses: index.licensesOf(row),
      user: index.user(row),
    });
  }
  return rows;
}

async function withDatabase<Result>(
  work: (database: IDBPDatabase<CacheSchema>) => Promise<Result>,
): Promise<Result | undefined> {
  const database = new Database<CacheSchema>({
    name: DATABASE,
    version: 1,
    upgrade(upgraded) {
      upgraded.createObjectStore('meta', { keyPath: 'owner' });
      upgraded.createObjectStore('rows', { keyPath: ['owner', 'chunk'] });
    },
  });
  try {
    return await database.use(work);
  } catch {
    // Private windows and full disks: the organization is read from the service anyway.
    return undefined;
  } finally {
    await database.close();
  }
}
