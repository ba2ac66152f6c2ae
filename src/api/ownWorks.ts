import { type SentRequest, WINDOW_MS } from './sentLog';
import type { Work } from './shares';

/** A work that has sent nothing for so long, and does not wait to, has paused or ended. */
export const ACTIVE_MS = 3_000;
/** For so long a wait is remembered. */
const HELD_MS = 10_000;
/** Answers that tell how long one takes. */
const TELLING_ANSWERS = 20;
const QUICKEST_MS = 20;

interface State {
  /** Requests that wait or are under way. */
  open: number;
  /** The most that ever were. */
  mostOpen: number;
  left: number | undefined;
  heldAt: number;
}

/** The works of this tab. */
export class OwnWorks {
  readonly #states = new Map<string, State>();

  begun(name: string): void {
    const state = this.#states.get(name) ?? {
      open: 0,
      mostOpen: 0,
      left: undefined,
      heldAt: Number.NEGATIVE_INFINITY,
    };
    state.open += 1;
    state.mostOpen = Math.max(state.mostOpen, state.open);
    this.#states.set(name, state);
  }

  /** Gives whether nothing of the work is open any more. */
  ended(name: string): boolean {
    const state = this.#states.get(name);
    if (!state) return true;
    state.open -= 1;
    return state.open === 0;
  }

  /** Gives whether it is the only request of the work that is open. */
  heldUntil(name: string, moment: number): boolean {
    const state = this.#states.get(name);
    if (!state) return false;
    state.heldAt = Math.max(state.heldAt, moment);
    return state.open === 1;
  }

  /** Whether a work had to wait in the last seconds. */
  isHeld(name: string, now: number): boolean {
    const state = this.#states.get(name);
    return state !== undefined && now - state.heldAt < HELD_MS;
  }

  /** What a work still needs. */
  expect(name: string, left: number | undefined): void {
    const state = this.#states.get(name);
    if (state) state.left = left;
  }

  /** The works that are on at this moment, by name. */
  active(requests: readonly SentRequest[], now: number): Map<string, Work & { isOpen: boolean }> {
    const works = new Map<string, Work & { isOpen: boolean }>();
    for (const [name, { open, mostOpen, left }] of this.#states) {
      const own = requests.filter(({ work }) => work === name);
      const last = Math.max(...own.map(({ sentAt }) => sentAt));
      if (open > 0 || now - last < ACTIVE_MS) {
        works.set(name, { demand: demandOf(own, mostOpen), left, isOpen: open > 0 });
      } else {
        this.#states.delete(name);
      }
    }
    return works;
  }
}

/** So many at once, each for as long as its answer takes. */
function demandOf(own: readonly SentRequest[], mostOpen: number): number {
  const took = own.flatMap(({ sentAt, endedAt, outcome }) =>
    outcome === 'passed' && endedAt !== undefined ? [endedAt - sentAt] : [],
  );
  const telling = took.slice(-TELLING_ANSWERS);
  if (telling.length === 0) return WINDOW_MS;
  const ms = telling.reduce((sum, one) => sum + one, 0) / telling.length;
  return (mostOpen * WINDOW_MS) / Math.max(ms, QUICKEST_MS);
}
