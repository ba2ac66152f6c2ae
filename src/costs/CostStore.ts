import type { DBSchema } from 'idb';
import type { Costs } from '@/model/costs';
import { Database } from '@/store/Database';

const DATABASE = 'license-console.costs';

interface CostsSchema extends DBSchema {
  costs: { key: string; value: Costs & { readonly owner: string } };
}

/** Prices and seats in IndexedDB. They stay over a sign-out, for their owner alone. */
export class CostStore {
  readonly #database: Database<CostsSchema>;

  constructor(name = DATABASE) {
    this.#database = new Database<CostsSchema>({
      name,
      version: 1,
      upgrade(database) {
        database.createObjectStore('costs', { keyPath: 'owner' });
      },
    });
  }

  /** Undefined where the owner said nothing yet. */
  async load(owner: string): Promise<Costs | undefined> {
    const kept = await this.#database.use((database) => database.get('costs', owner));
    if (!kept) return undefined;
    const { owner: _, ...costs } = kept;
    return costs;
  }

  /**
   * Changes what is kept, in one transaction, so that two tabs do not overwrite each other.
   * Rejects when the storage is full or forbidden; then what was kept stays.
   */
  update(owner: string, change: (kept: Costs | undefined) => Costs): Promise<Costs> {
    return this.#database.use(async (database) => {
      const transaction = database.transaction('costs', 'readwrite');
      const costs = change(await transaction.store.get(owner));
      await transaction.store.put({ ...costs, owner });
      await transaction.done;
      return costs;
    });
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
