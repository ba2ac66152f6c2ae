import { z } from 'zod';
import { Bitset } from '@/model/bitset';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { OrganizationStore } from './OrganizationStore';

/** The selected users. A new object after each change. */
export interface Selection {
  /** How many users are selected, those included whose row is not loaded yet. */
  readonly count: number;
  /** The selected users that have a row. Changes in place: a new Selection object says that it did. */
  readonly rows: Bitset;
}

/** Kept for this tab only, so that signing in again or a reload does not lose an hour of selecting. */
export const SELECTION_KEY = 'license-console.draft.selection';
const storedIds = z.array(z.string());

/**
 * Which users are selected, by row: selecting 40,000 at once combines two bitsets. It survives filtering, leaving the
 * page and, by user id, a refresh of the organization and a reload of the tab.
 */
export class SelectionStore {
  readonly #organization: OrganizationStore;
  readonly #listeners = new Set<() => void>();
  #index: OrganizationIndex;
  #rows = new Bitset();
  /** Selected users of an earlier index that have no row in this one yet. */
  #awaited: Set<string>;
  #snapshot: Selection = { count: 0, rows: this.#rows };

  constructor(organization: OrganizationStore) {
    this.#organization = organization;
    this.#index = organization.getSnapshot().index;
    this.#awaited = new Set(readStoredIds());
    this.#snapshot = { rows: this.#rows, count: this.#awaited.size };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    const stopFollowing = this.#organization.subscribe(() => this.#followIndex());
    // The organization may have been read while nobody looked at the selection.
    this.#followIndex();
    return () => {
      this.#listeners.delete(listener);
      stopFollowing();
    };
  };

  readonly getSnapshot = (): Selection => this.#snapshot;

  has(row: number): boolean {
    return this.#rows.has(row);
  }

  toggle(row: number, selected: boolean): void {
    this.#rows.set(row, selected);
    this.#changed();
  }

  /** Adds all these rows to the selection, or takes them out of it. */
  toggleAll(rows: Bitset, selected: boolean): void {
    if (selected) this.#rows.unite(rows);
    else this.#rows.subtract(rows);
    this.#changed();
  }

  clear(): void {
    this.#rows = new Bitset();
    this.#awaited.clear();
    this.#changed();
  }

  userIds(): string[] {
    return [...this.#awaited, ...Array.from(this.#rows.toRows(), (row) => this.#index.userId(row))];
  }

  /** Writes the selection down when the tab goes away. Returns how to stop doing so. */
  keepAcrossReloads(): () => void {
    const write = () => {
      if (this.#snapshot.count === 0) {
        sessionStorage.removeItem(SELECTION_KEY);
        return;
      }
      try {
        sessionStorage.setItem(SELECTION_KEY, JSON.stringify(this.userIds()));
      } catch {
        // A selection larger than the storage is not kept; everything else goes on as before.
        sessionStorage.removeItem(SELECTION_KEY);
      }
    };
    window.addEventListener('pagehide', write);
    return () => window.removeEventListener('pagehide', write);
  }

  /** After a refresh the same users have other rows, and awaited users may have arrived. */
  #followIndex(): void {
    const { index } = this.#organization.getSnapshot();
    if (index !== this.#index) {
      this.#awaited = new Set(this.userIds());
      this.#rows = new Bitset();
      this.#index = index;
    }
    if (this.#awaited.size === 0) return;
    let arrived = false;
    for (const userId of this.#awaited) {
      const row = index.rowOf(userId);
      if (row === undefined) continue;
      this.#rows.add(row);
      this.#awaited.delete(userId);
      arrived = true;
    }
    if (arrived) this.#changed();
  }

  #changed(): void {
    this.#snapshot = { rows: this.#rows, count: this.#rows.count + this.#awaited.size };
    for (const listener of this.#listeners) listener();
  }
}

function readStoredIds(): string[] {
  try {
    return storedIds.parse(JSON.parse(sessionStorage.getItem(SELECTION_KEY) ?? '[]'));
  } catch {
    return [];
  }
}
