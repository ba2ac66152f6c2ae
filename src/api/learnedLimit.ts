/**
 * What refusals teach of the part of the limit that is left to the console. The service says nothing of what others use
 * with the same token: it is found out, as a network finds out its bandwidth. A refusal lowers the limit to what went
 * through; minutes without one raise it again, a third of the way to where it was refused and, when that was long ago,
 * beyond.
 */
export interface Learned {
  /** Requests a minute that are thought to go through. */
  readonly limit: number;
  /** The most that may go through in a minute, since there was a refusal at that. */
  readonly refusedAt: number;
  /** When the refusal was. */
  readonly refusedTime: number;
  /** When the limit was last lowered or raised. */
  readonly changedTime: number;
  /** A lower limit at which a whole minute went without refusal; 0 where there is none. */
  readonly safe: number;
  /** How often the limit was raised beyond where it was refused. */
  readonly probes: number;
}

export interface RefusalFacts {
  readonly now: number;
  /** Requests a minute that the service allows in all. */
  readonly allowed: number;
  readonly before: Learned | undefined;
  /** Requests of this browser that went through in the last minute. */
  readonly passed: number;
  /** How many of them since the service's window began, and for how long it has lasted, where its answer tells. */
  readonly window: { readonly passed: number; readonly ms: number } | undefined;
}

const MINUTE_MS = 60_000;
/** A window that has just begun says little of the pace of others. */
const TELLING_MS = 15_000;
/** For so long a refusal is believed to say where the limit is. */
const BELIEVED_MS = 8 * MINUTE_MS;
/** After so long without a refusal nothing is left of what it taught. */
const FORGOTTEN_MS = 15 * MINUTE_MS;
const MOST_OF_OTHERS = 0.8;
const LEAST = 3;
/** By how much the limit is raised beyond where it was refused: at first only to see whether that still holds. */
const PROBES = [1.05, 1.1, 1.2, 1.4];

/** Lowers the limit; undefined where the console's own requests explain the refusal. */
export function afterRefusal(facts: RefusalFacts): Learned | undefined {
  const { now, allowed, passed, before } = facts;
  if (passed >= allowed) return undefined;
  const limit = before?.limit ?? allowed;
  const { left, most } =
    before && wasRaisedTooMuch(before, passed)
      ? { left: before.safe, most: passed }
      : leftTo(facts);
  // Few requests prove little: a single refusal of a console that did next to nothing only halves what it thought.
  const isTelling = passed >= allowed / 10;
  const lowered = Math.floor(isTelling ? left : Math.max(left, limit / 2));
  return {
    limit: Math.max(LEAST, Math.min(lowered, limit)),
    refusedAt: Math.max(LEAST, most),
    refusedTime: now,
    changedTime: now,
    safe: 0,
    probes: 0,
  };
}

/** A refusal that follows a raise says first of all that the raise was too much: what held before will hold again. */
function wasRaisedTooMuch({ safe }: Learned, passed: number): boolean {
  return safe > 0 && passed >= 0.9 * safe;
}

/** What others leave to the console, and the most that they may leave, as far as one refusal tells. */
function leftTo({ allowed, passed, window }: RefusalFacts): { left: number; most: number } {
  if (!window) return { left: 0.8 * passed, most: passed };
  const usual = { left: 0.85 * passed, most: passed };
  if (window.ms < TELLING_MS) return usual;
  // Others have sent the rest of this window, and may go on as fast.
  const others = ((allowed - window.passed) * MINUTE_MS) / window.ms;
  // So much would leave nothing: more likely the limit itself is lower, or they have sent it all at once.
  if (others > MOST_OF_OTHERS * allowed) return usual;
  const left = Math.min(0.95 * passed, Math.max(0.6 * passed, allowed - others));
  return { left, most: Math.min(passed, 1.1 * left) };
}

/** What is thought after some time without refusal; `isUsed` says whether what is thought to go through was sent. */
export function afterQuiet(
  learned: Learned,
  { now, allowed, isUsed }: { now: number; allowed: number; isUsed: boolean },
): Learned | undefined {
  if (now - learned.refusedTime > FORGOTTEN_MS) return undefined;
  if (now - learned.changedTime < MINUTE_MS || !isUsed) return learned;
  const { limit, refusedTime, probes } = learned;
  const goal = goalOf(learned);
  const isBelieved = now - refusedTime < BELIEVED_MS;
  const factor = PROBES[Math.min(probes, PROBES.length - 1)] ?? 1;
  const raised = isBelieved
    ? Math.max(limit, Math.ceil((2 * limit + goal) / 3))
    : Math.ceil(limit * factor);
  if (raised >= allowed) return undefined;
  return {
    ...learned,
    limit: raised,
    changedTime: now,
    safe: raised > limit ? limit : learned.safe,
    probes: isBelieved ? 0 : probes + 1,
  };
}

/** What the next minutes will likely let through: more than now on the way up, and what held so far while more is tried. */
export function limitToCountOn(learned: Learned): number {
  const { limit, safe, probes } = learned;
  if (probes > 0) return safe;
  return limit + Math.max(0, goalOf(learned) - limit) / 4;
}

function goalOf({ refusedAt }: Learned): number {
  return Math.floor(0.97 * refusedAt);
}
