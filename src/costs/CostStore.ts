import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Costs } from '@/model/costs';

const DATABASE = 'license-console.costs';

interface CostsSchema extends DBSchema {
  costs: { key: string; value: Costs & { readonly owner: string } };
}

/** Prices and seats in IndexedDB. They stay over a sign-out, for their owner alone. */
export class CostStore {
  readonly #name: string;
  #opened: Promise<IDBPDatabase<CostsSchema>> | undefined;

  constructor(name = DATABASE) {
    this.#name = name;
  }

  /** Undefined where the owner said nothing yet. */
  async load(owner: string): Promise<Costs | undefined> {
    const kept = await (await this.#database).get('costs', owner);
    if (!kept) return undefined;
    const { owner: _, ...costs } = kept;
    return costs;
  }

  /**
   * Changes what is kept, in one transaction, so that two tabs do not overwrite each other.
   * Rejects when the storage is full or forbidden; then what was kept stays.
   */
  async update(owner: string, change: (kept: Costs | undefined) => Costs): Promise<Costs> {
    const transaction = (await this.#database).transaction('costs', 'readwrite');
    const costs = change(await transaction.store.get(owner));
    await transaction.store.put({ ...costs, owner });
    await transaction.done;
    return costs;
  }

  async close(): Promise<void> {
    (await this.#database).close();
  }

  get #database(): Promise<IDBPDatabase<CostsSchema>> {
    this.#opened ??= openDB<CostsSchema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('costs', { keyPath: 'owner' });
      },
    });
    return this.#opened;
  }
}
