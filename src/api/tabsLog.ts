import { isRecord } from './errors';
import type { Learned } from './learnedLimit';
import { newId } from './newId';
import type { Work } from './shares';

/** What one tab has sent and knows. Times are lengths from now: tabs have no clock in common that is never set. */
export interface TabNote {
  /** For how many milliseconds more each of its requests counts. */
  readonly counting: readonly number[];
  /** Requests under way. */
  readonly underWay: number;
  /** Its works, and for how long they are surely on. */
  readonly works: readonly (Work & { readonly activeMs: number })[];
  /** The most requests that it saw go through in a minute. */
  readonly proven: number;
  /** What its last refusal taught, with the times as ages. */
  readonly learned: Learned | undefined;
  /** How long it still holds everything back after a refusal. */
  readonly heldMs: number;
}

/** The part of `localStorage` that is needed. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'license-console.rate|';
/** No request counts for so long: a note that was not written anew since says nothing any more. */
const OUTDATED_MS = 15 * 60_000;
/** What is under way for longer may belong to a tab that is gone. */
const UNDER_WAY_MS = 10_000;
/** A note from later than this was written before the time of day was set back. */
const FUTURE_MS = 1_000;

/**
 * What the tabs of one owner have sent, each in a note of its own that no other tab writes: whatever tab closes or
 * crashes, the others have its requests until they count no more. Without storage a tab knows of itself alone.
 */
export class TabsLog {
  readonly #storage: NoteStorage | undefined;
  readonly #wall: () => number;
  readonly #tab = newId();
  readonly #owner: string;

  /** `wall` is the time of day, which is the same in all tabs at any one moment. */
  constructor(owner: string, storage: NoteStorage | undefined, wall: () => number) {
    this.#owner = owner;
    this.#storage = storage;
    this.#wall = wall;
    this.#removeOutdated();
  }

  write(note: TabNote): void {
    const counting = note.counting.map(Math.round);
    const text = JSON.stringify({ ...note, at: this.#wall(), counting });
    this.#try((storage) => storage.setItem(this.#key, text));
  }

  /** The notes of the other tabs, as of now. */
  others(): TabNote[] {
    const notes: TabNote[] = [];
    this.#try((storage) => {
      for (const key of keysOf(storage, `${PREFIX}${this.#owner}|`)) {
        const note = key === this.#key ? undefined : this.#noteIn(storage.getItem(key));
        if (note) notes.push(note);
      }
    });
    return notes;
  }

  get #key(): string {
    return `${PREFIX}${this.#owner}|${this.#tab}`;
  }

  #noteIn(text: string | null): TabNote | undefined {
    const written = parsed(text);
    if (!written) return undefined;
    const age = this.#wall() - written.at;
    if (age < -FUTURE_MS || age > OUTDATED_MS) return undefined;
    const passed = Math.max(0, age);
    const { counting, learned, heldMs, underWay, works, proven } = written;
    return {
      underWay: passed < UNDER_WAY_MS ? underWay : 0,
      works: works
        .map((work) => ({ ...work, activeMs: work.activeMs - passed }))
        .filter(({ activeMs }) => activeMs > 0),
      proven,
      counting: counting.map((ms) => ms - passed).filter((ms) => ms > 0),
      learned: learned && {
        ...learned,
        refusedTime: learned.refusedTime + passed,
        changedTime: learned.changedTime + passed,
      },
      heldMs: Math.max(0, heldMs - passed),
    };
  }

  #removeOutdated(): void {
    this.#try((storage) => {
      for (const key of keysOf(storage, PREFIX)) {
        if (this.#noteIn(storage.getItem(key)) === undefined) storage.removeItem(key);
      }
    });
  }

  /** A storage that is full or forbidden is no reason not to send. */
  #try(work: (storage: NoteStorage) => void): void {
    if (this.#storage === undefined) return;
    try {
      work(this.#storage);
    } catch {
      // What is not shared is learned from refusals.
    }
  }
}

function keysOf(storage: NoteStorage, prefix: string): string[] {
  const keys: string[] = [];
  for (let place = 0; place < storage.length; place += 1) {
    const key = storage.key(place);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

function parsed(text: string | null): (TabNote & { at: number }) | undefined {
  try {
    const note: unknown = JSON.parse(text ?? '');
    if (!isRecord(note)) return undefined;
    const { at, counting, heldMs, underWay, proven, works, learned } = note;
    if (!isNumber(at) || !isNumber(heldMs) || !isNumber(underWay) || !isNumber(proven)) {
      return undefined;
    }
    if (!Array.isArray(counting) || !counting.every(isNumber)) return undefined;
    if (!Array.isArray(works) || !works.every(isWork)) return undefined;
    const lesson = isLearned(learned) ? learned : undefined;
    return { at, counting, heldMs, underWay, proven, works, learned: lesson };
  } catch {
    return undefined;
  }
}

function isLearned(value: unknown): value is Learned {
  if (!isRecord(value)) return false;
  const { limit, refusedAt, refusedTime, changedTime, safe, probes } = value;
  return [limit, refusedAt, refusedTime, changedTime, safe, probes].every(isNumber);
}

function isWork(value: unknown): value is Work & { activeMs: number } {
  if (!isRecord(value)) return false;
  const { demand, left, activeMs } = value;
  return isNumber(demand) && isNumber(activeMs) && (left === undefined || isNumber(left));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
