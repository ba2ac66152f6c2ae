/**
 * A small seeded generator (mulberry32): the same seed gives the same organization on every machine.
 * It is for believable data, not for secrets.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next 32 random bits, as an unsigned integer. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('Nothing to pick from an empty list');
    return chosen;
  }

  uuid(): string {
    const a = hex(this.bits());
    const b = hex(this.bits());
    const c = hex(this.bits());
    const d = hex(this.bits());
    // Version 4, variant 1, so that strict readers of ids accept it.
    const variant = '89ab'[Number.parseInt(c[0] ?? '0', 16) & 3];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }
}

/** A generator for one item of a sequence: item 7 of seed 1 is the same in a short and in a long sequence. */
export function randomFor(seed: number, index: number): Random {
  return new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, '0');
}

/** A number in [0, 1) that is always the same for a text. */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return new Random(hash).next();
}
