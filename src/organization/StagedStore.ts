import { z } from 'zod';
import { type Change, type Pair, pairKey, type Reason } from '@/model/plan';

/** Kept for this tab, like the selection. */
const STAGED_KEY = 'license-console.draft.staged';
const STAGED: Reason = { kind: 'staged' };

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['asked', 'set', 'staged', 'plan']) }),
  z.object({ kind: z.enum(['prerequisite', 'dependent', 'within']), of: z.string() }),
  z.object({ kind: z.literal('swap'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('copy'), fromUserId: z.string() }),
  z.object({ kind: z.literal('file'), line: z.number() }),
  z.object({ kind: z.literal('undo'), jobId: z.string() }),
  z.object({ kind: z.literal('restore'), snapshot: z.string() }),
  z.object({ kind: z.literal('finding'), rule: z.string() }),
]) satisfies z.ZodType<Reason>;

const storedChanges = z.array(
  z.object({
    userId: z.string(),
    licenseId: z.string(),
    action: z.enum(['add', 'remove']),
    // A change is worth keeping also where nobody knows any more what it was for.
    reason: reasonSchema.catch(STAGED).default(STAGED),
  }),
);

/** Changes marked in the matrix and not yet reviewed, by pair. A new map after each change. */
export type Staged = ReadonlyMap<string, Change>;

/** What clicks in the matrix ask for. Nothing of it is sent before it was reviewed and applied. */
export class StagedStore {
  readonly #listeners = new Set<() => void>();
  #staged: Staged = new Map(readStored().map((change) => [pairKey(change), change]));

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Staged => this.#staged;

  /** Marks a cell to become the opposite of what is held, or takes the mark back. */
  toggle(pair: Pair, held: boolean): void {
    const staged = new Map(this.#staged);
    const key = pairKey(pair);
    if (!staged.delete(key)) {
      staged.set(key, { ...pair, action: held ? 'remove' : 'add', reason: STAGED });
    }
    this.#set(staged);
  }

  /** Marks many cells at once; an earlier mark of the same cell is replaced. */
  stage(changes: Iterable<Change>): void {
    const staged = new Map(this.#staged);
    for (const change of changes) staged.set(pairKey(change), change);
    this.#set(staged);
  }

  clear(): void {
    if (this.#staged.size > 0) this.#set(new Map());
  }

  #set(staged: Staged): void {
    this.#staged = staged;
    try {
      if (staged.size === 0) sessionStorage.removeItem(STAGED_KEY);
      else sessionStorage.setItem(STAGED_KEY, JSON.stringify([...staged.values()]));
    } catch {
      // More than the tab may keep: the marks go on, only a reload would lose them.
      sessionStorage.removeItem(STAGED_KEY);
    }
    for (const listener of this.#listeners) listener();
  }
}

function readStored(): Change[] {
  try {
    return storedChanges.parse(JSON.parse(sessionStorage.getItem(STAGED_KEY) ?? '[]'));
  } catch {
    return [];
  }
}
