/** DOM nodes for one item, and the item they show at present. */
export interface Slot {
  readonly key: number;
  readonly item: number;
}

/**
 * Which item each slot on the screen shows. When the window moves, what has left it gives its slot to what comes in, so
 * that nodes are filled anew instead of made and thrown away. An item can be kept although it is out of the window: the
 * one that has the focus, whose nodes must not become another's.
 */
export class Slots {
  #shown: readonly Slot[] = [];
  #keys = 0;

  /** Slots for the items from `first` to `end` (not included) and for `kept`. The same array when nothing has changed. */
  show(first: number, end: number, kept: number | undefined): readonly Slot[] {
    const isWanted = (item: number) => (item >= first && item < end) || item === kept;
    const missing = this.#missing(first, end, kept);
    if (missing.length === 0 && this.#shown.every(({ item }) => isWanted(item))) return this.#shown;

    const shown: Slot[] = [];
    for (const slot of this.#shown) {
      if (isWanted(slot.item)) {
        shown.push(slot);
        continue;
      }
      const item = missing.pop();
      if (item !== undefined) shown.push({ key: slot.key, item });
    }
    for (const item of missing) shown.push({ key: this.#keys++, item });
    this.#shown = shown;
    return shown;
  }

  /** The item at `from` has moved to `to`, and its slot goes with it. */
  move(from: number, to: number): void {
    const moved = new Map([
      [from, to],
      [to, from],
    ]);
    this.#shown = this.#shown.map(({ key, item }) => ({ key, item: moved.get(item) ?? item }));
  }

  #missing(first: number, end: number, kept: number | undefined): number[] {
    const shown = new Set(this.#shown.map(({ item }) => item));
    const missing: number[] = [];
    for (let item = first; item < end; item++) if (!shown.has(item)) missing.push(item);
    const isKeptOutside = kept !== undefined && (kept < first || kept >= end);
    if (isKeptOutside && !shown.has(kept)) missing.push(kept);
    return missing;
  }
}
