import { ApiError } from '@/api/errors';
import type { LicenseAssignmentRequest, LicenseUpdateStatus } from '@/api/schema';
import type { JobService, ReadOptions } from '@/jobs/service';
import { type Action, pairKey } from '@/model/plan';
import type { Random } from './random';

/** How rough the service is in one run: shares of requests, unless told otherwise. */
export interface Roughness {
  readonly lost: number;
  readonly refused: number;
  readonly odd: number;
  readonly badRead: number;
  readonly gaps: number;
  /** For how long a change does not show, and in how many readings. */
  readonly lagMs: number;
  readonly lagReads: number;
  /** A lost request may take effect so much later. */
  readonly lateMs: number;
}

export interface Sent {
  readonly action: Action;
  /** What the last reading before it stood for. */
  readonly readAsOf: number;
}

interface Write {
  readonly key: string;
  readonly wasHeld: boolean;
  readonly at: number;
  readonly readsBefore: number;
}

const REFUSALS = [400, 401, 403, 404, 409, 413, 422, 429];
const TROUBLE = [408, 500, 502, 503, 504];
/** Users an answer. */
const A_READ = 4;
/** For how long a job looks at what does not show. */
const LOOKS_MS = 30_000;

/**
 * The service as it may be on a bad day, without HTTP, so that thousands of runs are cheap. It knows what the console
 * cannot: who really changed what.
 */
export class RoughService implements JobService {
  readonly held = new Map<string, Set<string>>();
  readonly sent = new Map<string, Sent[]>();
  /** Pairs that a request of the job changed last. */
  readonly ours = new Set<string>();
  /** When a colleague last made each change. */
  readonly byColleague = new Map<string, { readonly action: Action; readonly at: number }[]>();
  readonly #random: Random;
  readonly #now: () => number;
  readonly #step: () => Promise<void>;
  #roughness: Roughness | undefined;
  #writes: Write[] = [];
  #late: { at: number; action: Action; key: string }[] = [];
  #reads = 0;
  readonly #readAsOf = new Map<string, number>();
  readonly licenseIds: readonly string[];
  readonly #shownAs = new Set<string>();
  /** What the first reading of each user stood for. */
  readonly firstRead = new Map<string, number>();

  constructor(
    licenseIds: readonly string[],
    random: Random,
    now: () => number,
    step: () => Promise<void>,
    roughness: Roughness,
  ) {
    this.licenseIds = licenseIds;
    this.#random = random;
    this.#now = now;
    this.#step = step;
    this.#roughness = roughness;
  }

  /** From now on it answers at once, and truly. What is under way has taken effect. */
  calmDown(): void {
    this.#roughness = undefined;
    this.#writes = [];
    for (const { action, key } of this.#late.splice(0)) this.#change(action, key, 'job');
  }

  /** Whether any answer said so of a pair. */
  wasShown(key: string, isHeld: boolean): boolean {
    return this.#shownAs.has(`${key}\n${isHeld}`);
  }

  isHeld(key: string): boolean {
    const [userId = '', licenseId = ''] = key.split('\n');
    return this.held.get(userId)?.has(licenseId) ?? false;
  }

  colleague(action: Action, key: string): void {
    if (!this.#change(action, key, 'colleague')) return;
    const changes = this.byColleague.get(key) ?? [];
    changes.push({ action, at: this.#now() });
    this.byColleague.set(key, changes);
  }

  async post(assignments: LicenseAssignmentRequest[]): Promise<LicenseUpdateStatus[]> {
    const pairs = assignments.flatMap(({ licenseId, userIdsAdd, userIdsRemove }) => [
      ...userIdsAdd.map((userId) => ({ userId, licenseId, action: 'add' as const })),
      ...userIdsRemove.map((userId) => ({ userId, licenseId, action: 'remove' as const })),
    ]);
    for (const { action, ...pair } of pairs) {
      const key = pairKey(pair);
      const sent = this.sent.get(key) ?? [];
      sent.push({ action, readAsOf: this.#readAsOf.get(pair.userId) ?? -1 });
      this.sent.set(key, sent);
    }
    await this.#step();
    this.#takeEffect();
    const { lost = 0, refused = 0, odd = 0, lateMs = 0, lagMs = 0 } = this.#roughness ?? {};
    const random = this.#random;
    if (random.chance(lost)) {
      for (const pair of random.some(pairs, random.one([0, 0.5, 1]))) {
        if (lateMs > 0 && random.chance(0.5)) {
          const at = this.#now() + random.below(lateMs);
          this.#late.push({ at, action: pair.action, key: pairKey(pair) });
        } else this.#change(pair.action, pairKey(pair), 'job');
      }
      throw lostError(random);
    }
    if (random.chance(refused)) {
      // What is refused as a whole, made in part all the same, and shows only after all looks, nobody could tell.
      const isPartly = lagMs < LOOKS_MS;
      for (const pair of random.some(pairs, isPartly ? random.one([0, 0, 0.5, 1]) : 0)) {
        this.#change(pair.action, pairKey(pair), 'job');
      }
      const status = random.one(REFUSALS);
      throw new ApiError(`Refused with ${status}`, { kind: 'status', status });
    }
    const answer = pairs.flatMap((pair) => {
      const isOdd = random.chance(odd);
      if (isOdd && random.chance(0.5)) return { ...pair, result: 'FAILED' };
      const isChanged =
        (!isOdd || random.chance(0.5)) && this.#change(pair.action, pairKey(pair), 'job');
      if (isOdd) return [];
      return { ...pair, result: isChanged ? `${pair.action.toUpperCase()}ED` : 'NO_CHANGE' };
    });
    await this.#step();
    if (!random.chance(odd)) return answer;
    // Some of it twice, and something about somebody else.
    return [
      ...answer,
      ...random.some(answer, 0.5),
      { userId: 'somebody', licenseId: 'else', result: 'ADDED' },
    ];
  }

  async read(userIds: readonly string[], { onRequest }: ReadOptions = {}) {
    const read = new Map<string, Set<string>>();
    // One answer is as of one moment: where readings lag, those of a request come in one.
    const { lagMs: lag = 0, lagReads = 0 } = this.#roughness ?? {};
    const size = lag + lagReads > 0 ? Math.max(1, userIds.length) : A_READ;
    for (let from = 0; from < userIds.length; from += size) {
      onRequest?.();
      await this.#step();
      this.#takeEffect();
      const { badRead = 0, gaps = 0 } = this.#roughness ?? {};
      if (this.#random.chance(badRead)) throw lostError(this.#random);
      this.#reads += 1;
      for (const userId of userIds.slice(from, from + size)) {
        if (this.#random.chance(gaps)) continue;
        read.set(userId, this.#shown(userId));
      }
      await this.#step();
    }
    return read;
  }

  /** What a reading shows: changes that are too new are not in it. */
  #shown(userId: string): Set<string> {
    const shown = new Set(this.held.get(userId));
    const { lagMs = 0, lagReads = 0 } = this.#roughness ?? {};
    let asOf = this.#now();
    for (const { key, wasHeld, at, readsBefore } of this.#writes.toReversed()) {
      const [writtenUser, licenseId = ''] = key.split('\n');
      const isNew = at + lagMs > this.#now() || readsBefore + lagReads >= this.#reads;
      if (writtenUser !== userId || !isNew) continue;
      asOf = at - 1;
      if (wasHeld) shown.add(licenseId);
      else shown.delete(licenseId);
    }
    for (const licenseId of this.licenseIds) {
      this.#shownAs.add(`${pairKey({ userId, licenseId })}\n${shown.has(licenseId)}`);
    }
    this.#readAsOf.set(userId, asOf);
    if (!this.firstRead.has(userId)) this.firstRead.set(userId, asOf);
    return shown;
  }

  #takeEffect(): void {
    const due = this.#late.filter(({ at }) => at <= this.#now());
    this.#late = this.#late.filter(({ at }) => at > this.#now());
    for (const { action, key } of due) this.#change(action, key, 'job');
  }

  /** Gives whether that changed anything. */
  #change(action: Action, key: string, by: 'job' | 'colleague'): boolean {
    const [userId = '', licenseId = ''] = key.split('\n');
    const held = this.held.get(userId);
    const wasHeld = held?.has(licenseId) ?? false;
    if (!held || wasHeld === (action === 'add')) return false;
    if (action === 'add') held.add(licenseId);
    else held.delete(licenseId);
    if (this.#roughness) {
      this.#writes.push({ key, wasHeld, at: this.#now(), readsBefore: this.#reads });
    }
    if (by === 'job') this.ours.add(key);
    else this.ours.delete(key);
    return true;
  }
}

function lostError(random: Random): ApiError {
  const kind = random.one(['network', 'format', 'status', 'status'] as const);
  return kind === 'status'
    ? new ApiError('Trouble', { kind, status: random.one(TROUBLE) })
    : new ApiError('Lost', { kind });
}
