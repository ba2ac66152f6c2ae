import { type PackedHoldings, userCountOf } from './snapshotBytes';

/** The users of two moments, each once: first those of the earlier, in its rows, then those whom only the later has. */
export interface JoinedUsers {
  readonly size: number;
  /** Where the users of the later moment are, by its rows. */
  readonly placeOf: Uint32Array;
  /** The rows that the users whom only it has are in, in the later moment. */
  readonly onlyLater: readonly number[];
}

const WORDS = 4;

/** Compares ids as the bytes that they are kept in: making 200,000 texts of them takes longer than all the rest. */
export function joinUsers(before: PackedHoldings, after: PackedHoldings): JoinedUsers {
  const size = userCountOf(before);
  const uuidsBefore = new UuidTable(before.uuids);
  const otherBefore = new Map(
    before.otherIds.map((userId, place) => [userId, uuidsBefore.count + place]),
  );
  const uuids = wordsOf(after.uuids);
  const uuidCount = uuids.length / WORDS;
  const onlyLater: number[] = [];
  const placeOf = new Uint32Array(userCountOf(after));
  for (let row = 0; row < placeOf.length; row++) {
    const known =
      row < uuidCount
        ? uuidsBefore.rowOf(uuids, row)
        : otherBefore.get(after.otherIds[row - uuidCount] ?? '');
    placeOf[row] = known ?? size + onlyLater.push(row) - 1;
  }
  return { size: size + onlyLater.length, placeOf, onlyLater };
}

/** Finds a UUID's row: a hash table with open addressing. */
class UuidTable {
  readonly count: number;
  readonly #words: Uint32Array;
  /** Rows plus one; 0 where a slot is free. More than half of the slots are. */
  readonly #slots: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.#words = wordsOf(bytes);
    this.count = this.#words.length / WORDS;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(this.count * 2 + 2)));
    for (let row = 0; row < this.count; row++) {
      this.#slots[this.#slotOf(this.#words, row)] = row + 1;
    }
  }

  rowOf(words: Uint32Array, row: number): number | undefined {
    const found = this.#slots[this.#slotOf(words, row)] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  /** Where the UUID is, or, if it is not there, belongs. */
  #slotOf(words: Uint32Array, row: number): number {
    const at = row * WORDS;
    const mask = this.#slots.length - 1;
    let slot = hashOf(words, at) & mask;
    for (;;) {
      const taken = this.#slots[slot] ?? 0;
      if (taken === 0 || isSame(words, at, this.#words, (taken - 1) * WORDS)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

function hashOf(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let i = 0; i < WORDS; i++) {
    hash = Math.imul(hash ^ (words[at + i] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(a: Uint32Array, atA: number, b: Uint32Array, atB: number): boolean {
  for (let i = 0; i < WORDS; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}

/** A copy, since bytes need not begin where a word may. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}
