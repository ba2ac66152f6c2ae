import type { Random } from './random';
import type { OperationId } from './service/operations';

/**
 * `'429'` to `'504'`: that status with an error body. `html` and `empty`: a body that is no JSON (status 500 unless
 * told). `dropBefore` and `dropAfter`: the connection ends before or after the work was done. `failPairs`: pairs of a
 * batch are refused; `omitPairs`: they are done, but the answer leaves them out. `slow`: a delay. `stripOptional`: the
 * answer misses every field that the contract does not require. `notFound`: 404.
 */
export const faultKinds = [
  '400',
  '401',
  '403',
  '408',
  '409',
  '413',
  '429',
  '500',
  '503',
  '504',
  'html',
  'empty',
  'dropBefore',
  'dropAfter',
  'failPairs',
  'omitPairs',
  'slow',
  'stripOptional',
  'notFound',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export type PairPredicate = (pair: { userId: string; licenseId: string }) => boolean;

export interface Fault {
  kind: FaultKind;
  /** An operationId of the contract, or any. Default any. */
  operation?: OperationId | 'any';
  /** How often it strikes; without it until the faults are cleared. */
  times?: number;
  /** Let this many matching requests pass first. */
  after?: number;
  /** Strike with this probability only, by the seed. */
  chance?: number;
  /** For 429, and for 503 when given. Default 1. */
  retryAfterSeconds?: number;
  /** For `slow`; default 2000. */
  delayMs?: number;
  /** For `html` and `empty`: the status, 500 unless told. One below 400 comes after the work was done. */
  status?: number;
  /** Do the work all the same before answering with an error, or before leaving pairs out. */
  applied?: boolean;
  /** For `failPairs` and `omitPairs`: the first so many of a request, or those that are listed or chosen. Default all. */
  pairs?: number | readonly { userId?: string; licenseId?: string }[] | PairPredicate;
  /** For `stripOptional`: optional fields that stay. */
  keep?: readonly string[];
}

export interface PendingFault extends Fault {
  /** How often it struck so far. */
  readonly struck: number;
}

export interface Faults {
  add(...faults: Fault[]): void;
  clear(): void;
  /** The faults that can still strike. */
  readonly pending: readonly PendingFault[];
}

/** What a fault does to one pair: `omit` does the work and hides it, `omitUndone` hides that nothing was done. */
export type PairOutcome = 'none' | 'fail' | 'omit' | 'omitUndone';

/** The faults and, for the service, the way to draw the ones that strike now. */
export class FaultList implements Faults {
  readonly #random: Random;
  #entries: { fault: Fault; seen: number; struck: number }[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  add(...faults: Fault[]): void {
    for (const fault of faults) this.#entries.push({ fault, seen: 0, struck: 0 });
  }

  clear(): void {
    this.#entries = [];
  }

  get pending(): readonly PendingFault[] {
    return this.#entries.map(({ fault, struck }) => ({ ...fault, struck }));
  }

  /** The faults that strike a request: any number that change it, and at most one, the last, that ends it. */
  strike(operation: OperationId): Fault[] {
    const striking: Fault[] = [];
    for (const entry of this.#entries) {
      const { fault } = entry;
      if (fault.operation !== undefined && fault.operation !== 'any') {
        if (fault.operation !== operation) continue;
      }
      entry.seen += 1;
      if (entry.seen <= (fault.after ?? 0)) continue;
      if (fault.chance !== undefined && !this.#random.chance(fault.chance)) continue;
      entry.struck += 1;
      striking.push(fault);
      if (!changesOnly.has(fault.kind)) break;
    }
    this.#entries = this.#entries.filter(
      ({ fault, struck }) => struck < (fault.times ?? Number.POSITIVE_INFINITY),
    );
    return striking;
  }
}

const changesOnly: ReadonlySet<FaultKind> = new Set([
  'failPairs',
  'omitPairs',
  'slow',
  'stripOptional',
]);

/** One decision for each pair of a request, in the order in which the pairs are asked about. */
export function pairOutcomes(
  faults: readonly Fault[],
): (userId: string, licenseId: string) => PairOutcome {
  const deciding = faults
    .filter(({ kind }) => kind === 'failPairs' || kind === 'omitPairs')
    .map((fault) => ({ fault, chosen: 0 }));
  return (userId, licenseId) => {
    for (const entry of deciding) {
      const { fault } = entry;
      if (!concerns(fault.pairs, { userId, licenseId }, entry.chosen)) continue;
      entry.chosen += 1;
      if (fault.kind === 'failPairs') return 'fail';
      return fault.applied === false ? 'omitUndone' : 'omit';
    }
    return 'none';
  };
}

function concerns(
  pairs: Fault['pairs'],
  pair: { userId: string; licenseId: string },
  chosen: number,
): boolean {
  if (pairs === undefined) return true;
  if (typeof pairs === 'number') return chosen < pairs;
  if (typeof pairs === 'function') return pairs(pair);
  return pairs.some(
    ({ userId, licenseId }) =>
      (userId === undefined || userId === pair.userId) &&
      (licenseId === undefined || licenseId === pair.licenseId),
  );
}
