import { type Clock, steadyClock } from './clock';
import { afterQuiet, afterRefusal, type Learned, limitToCountOn } from './learnedLimit';
import type { RateRefusal } from './rateRefusal';
import { type SentRequest, WINDOW_MS } from './sentLog';
import { type ServiceCount, serviceCount } from './serviceCount';
import type { Work } from './shares';
import type { TabsLog } from './tabsLog';
import { PACE_MS, Traffic } from './traffic';

/** What the console knows of its rate limit at one moment. Times are milliseconds of the gauge's own clock. */
export interface RateReading {
  /** Requests a minute that the console keeps to now. */
  readonly limit: number;
  /** Requests a minute that readings and jobs can count on together. */
  readonly bulkPace: number;
  /** Requests that all tabs have sent in the last minute. */
  readonly used: number;
  /** Set while requests are held back: when the next one may go. */
  readonly heldUntil: number | undefined;
  /** The service refused: the wait is the one that it asked for. */
  readonly isRefused: boolean;
}

/** Requests a minute that the service allows a user and OAuth client, by its documentation. */
export const USUALLY_ALLOWED = 300;
/** Left to what the console does not see, such as another program that uses the token now and then. */
const RESERVE_FOR_OTHERS = 3;
/** How soon to look again when another tab has to have an answer first. */
const LOOK_AGAIN_MS = 200;
/** How long to wait after refusals that say nothing, when nothing was sent that would explain them. */
const FIRST_GUESS_MS = 2_000;
const LONGEST_GUESS_MS = 60_000;
/** A refusal that asks for no wait at all must not be answered by another request at once. */
const SHORTEST_WAIT_MS = 500;
/** Browsers know no longer timers than some days. */
const LONGEST_SLEEP_MS = 3_600_000;

/**
 * Keeps the console under the rate limit of the service, 300 requests a minute for a user and OAuth client, though the
 * service does not say how much of it is used. Every request takes a turn first, and the gauge counts:
 *
 * - A request counts for a minute from its answer on. In any minute no more are sent than the limit, so that it does not
 *   matter where the service's own window begins, or whether it slides. All tabs count together (see TabsLog).
 * - Works, such as readings and jobs, leave a part of the limit to requests that somebody waits for, and get an even
 *   share each, in whatever tab they are. Half of its share a work sends at once, the rest evenly.
 * - A refusal holds everything back as long as the service asks for, or else until what was sent counts no more. Then one
 *   request goes alone before the others follow. A request is repeated until it is no longer refused.
 * - A refusal that the console's own requests do not explain means that others use the same token: the limit is lowered
 *   to what went through, and raised again step by step (see learnedLimit). What is more than went through so far is
 *   asked for one request at a time, so that a window that is full refuses one and not many.
 * - Where `inin-ratelimit-*` headers do come, their count is kept to as well.
 */
export class RateGauge {
  readonly #clock: Clock;
  readonly #traffic: Traffic;
  #allowed = USUALLY_ALLOWED;
  #learned: Learned | undefined;
  #service: ServiceCount | undefined;
  #refusedUntil = 0;
  #refusalsInARow = 0;
  /** The most that was sent in a minute since the learned limit last changed. */
  #mostUsed = 0;
  /** What surely goes through in a minute. */
  #proven = 0;
  /** Since when more than that is asked for. */
  #askedSince: number | undefined;
  /** Whether more is sent than went through before, so that it is worth telling when an answer came. */
  #isUnproven = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #heldUntil: number | undefined;
  #reading: RateReading | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #wakers = new Set<() => void>();

  /** `tabs`: what the other tabs of the same user and OAuth client send. */
  constructor(clock: Clock = steadyClock, tabs?: TabsLog) {
    this.#clock = clock;
    this.#traffic = new Traffic(tabs);
  }

  /** The time that `reading` is told in. */
  now(): number {
    return this.#clock.now();
  }

  /** As of the last time that something changed: a stable snapshot. */
  get reading(): RateReading {
    this.#reading ??= this.read();
    return this.#reading;
  }

  /** As of now. */
  read(): RateReading {
    const now = this.#clock.now();
    return {
      limit: this.#limit,
      bulkPace: this.#roomFor(true, this.#learned ? limitToCountOn(this.#learned) : this.#allowed),
      used: this.#traffic.expiries(now).length,
      heldUntil: this.#heldUntil,
      isRefused: this.#heldUntil !== undefined && this.#refusedUntil > now,
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Counts together with the other tabs of an owner from now on. */
  shareWith(tabs: TabsLog): void {
    this.#traffic.tabs = tabs;
    this.#tell();
  }

  /** The works of this browser that are on now, one of this tab first. */
  worksFrom(name: string): [Work, ...Work[]] {
    return this.#traffic.worksFrom(name, this.#clock.now());
  }

  /** Whether the limit has held a work of this tab back in the last seconds. */
  isHeld(name: string): boolean {
    return this.#traffic.works.isHeld(name, this.#clock.now());
  }

  /** Tells what a work of this tab still needs, so that the time left of all of them can be judged. */
  expect(name: string, requestsLeft: number | undefined): void {
    this.#traffic.works.expect(name, requestsLeft);
  }

  /**
   * Waits until there is room, then takes a place. `work` names what sends many requests; without it somebody waits for
   * the one answer. Every turn must be followed by `answered`, `refused` or `lost`.
   */
  async turn(signal?: AbortSignal | null, work?: string): Promise<SentRequest> {
    signal?.throwIfAborted();
    if (work !== undefined) this.#traffic.works.begun(work);
    this.#waiting += 1;
    try {
      for (let wait = this.#wait(work); wait !== undefined; wait = this.#wait(work)) {
        const until = this.#clock.now() + (wait === 'answer' ? 0 : wait);
        if (work !== undefined) this.#stayOn(work, until);
        await this.#pause(wait, signal);
      }
    } catch (error) {
      if (work !== undefined) this.#traffic.works.ended(work);
      throw error;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#hold(undefined);
    }
    const now = this.#clock.now();
    const place = this.#traffic.log.add(now, work);
    this.#mostUsed = Math.max(this.#mostUsed, this.#traffic.expiries(now).length);
    this.#tell();
    return place;
  }

  answered(place: SentRequest, headers: Headers): void {
    const now = this.#clock.now();
    this.#end(place, 'passed');
    this.#refusalsInARow = 0;
    const count = serviceCount(headers, now, this.#service);
    if (count) {
      this.#service = count;
      this.#allowed = count.allowed;
    }
    this.#changed();
  }

  /** The request ended without an answer; the service may have counted it. */
  lost(place: SentRequest): void {
    this.#end(place, 'passed');
    if (this.#service) this.#service = { ...this.#service, used: this.#service.used + 1 };
    this.#changed();
  }

  /** The service refused for a limit: nothing goes before the wait is over, whatever was counted. */
  refused(place: SentRequest, { waitMs, allowed }: RateRefusal): void {
    const now = this.#clock.now();
    const isFirst = this.#refusedUntil <= now;
    this.#end(place, 'refused');
    if (allowed !== undefined) this.#allowed = allowed;
    if (isFirst) {
      this.#learn(now, waitMs);
      this.#refusalsInARow += 1;
    }
    const wait = Math.max(waitMs ?? this.#guessedWait(now), this.#leastWait());
    // Tabs that were refused together must not come back together.
    const jitter = Math.random() * Math.min(wait * 0.2 + 50, 1_000);
    this.#refusedUntil = Math.max(this.#refusedUntil, now + wait + jitter);
    this.#tell();
    this.#changed();
  }

  #learn(now: number, waitMs: number | undefined): void {
    const windowMs = waitMs === undefined ? -1 : 60_000 - waitMs;
    const passed = this.#traffic.passedIn(now, 60_000);
    const learned = afterRefusal({
      now,
      allowed: this.#allowed,
      before: this.#learned,
      passed,
      window:
        windowMs < 0 ? undefined : { ms: windowMs, passed: this.#traffic.passedIn(now, windowMs) },
    });
    if (!learned) return;
    this.#learned = learned;
    this.#mostUsed = 0;
    this.#proven = Math.floor(passed * 0.9);
    this.#askedSince = undefined;
  }

  #end(place: SentRequest, outcome: 'passed' | 'refused'): void {
    this.#traffic.log.end(place, this.#clock.now(), outcome);
    const isOver = place.work !== undefined && this.#traffic.works.ended(place.work);
    if (isOver || this.#isUnproven) this.#tell();
  }

  #guessedWait(now: number): number {
    const [first] = this.#traffic.expiries(now);
    const guess = FIRST_GUESS_MS * 2 ** (this.#refusalsInARow - 1);
    return Math.min(first === undefined ? guess : Math.max(first - now, guess), LONGEST_GUESS_MS);
  }

  #leastWait(): number {
    return Math.min(SHORTEST_WAIT_MS * 2 ** (this.#refusalsInARow - 1), LONGEST_GUESS_MS);
  }

  /** What keeps a request back: a length of time, an answer that has to come first, or nothing. */
  #wait(work: string | undefined): number | 'answer' | undefined {
    const now = this.#clock.now();
    this.#hear(now);
    if (this.#refusedUntil > now) return this.#refusedUntil - now;
    const { underWay } = this.#traffic.log;
    if (this.#refusalsInARow > 0 && underWay > 0) return 'answer';
    const room = this.#roomFor(work !== undefined);
    if (this.#service && this.#service.resetsAt > now) {
      if (this.#service.used + underWay >= room) return this.#service.resetsAt - now;
    }
    const expiries = this.#traffic.expiries(now);
    const free = expiries[expiries.length - room];
    if (free !== undefined) return Math.max(1, free - now);
    if (work === undefined) return undefined;
    this.#isUnproven = this.#asksForMore(now, expiries.length, room);
    if (this.#isUnproven && underWay > 0) return 'answer';
    const isElsewhere = this.#traffic.others().some((tab) => tab.underWay > 0);
    if (this.#isUnproven && isElsewhere) return LOOK_AGAIN_MS;
    const isBurstFree = !this.#learned && expiries.length < room / 2;
    return this.#traffic.untilShareIsFree(work, now, { room, isBurstFree });
  }

  /** Whether this is more than surely goes through; a whole minute of it without refusal proves that it does. */
  #asksForMore(now: number, count: number, room: number): boolean {
    if (this.#service || count < Math.max(room / 2, this.#proven)) return false;
    this.#askedSince ??= now;
    if (now - this.#askedSince < WINDOW_MS) return true;
    this.#proven = this.#allowed;
    return false;
  }

  get #limit(): number {
    return Math.min(this.#allowed, this.#learned?.limit ?? this.#allowed);
  }

  #roomFor(isForWork: boolean, limit = this.#limit): number {
    const forOthers = this.#learned ? 0 : RESERVE_FOR_OTHERS;
    const room = Math.max(1, limit - forOthers);
    const forClicks = Math.min(20, Math.ceil(room * 0.07));
    return isForWork ? Math.max(1, room - forClicks) : room;
  }

  /** Takes over what refusals have taught other tabs, and what time has done to it. */
  #hear(now: number): void {
    for (const { learned, heldMs, proven } of this.#traffic.others()) {
      if (this.#refusalsInARow === 0) this.#proven = Math.max(this.#proven, learned ? 0 : proven);
      this.#refusedUntil = Math.max(this.#refusedUntil, heldMs > 0 ? now + heldMs : 0);
      if (!learned) continue;
      const changedTime = now - learned.changedTime;
      if (changedTime <= (this.#learned?.changedTime ?? Number.NEGATIVE_INFINITY) + 50) continue;
      this.#learned = { ...learned, changedTime, refusedTime: now - learned.refusedTime };
      this.#mostUsed = 0;
    }
    if (!this.#learned) return;
    const isUsed = this.#mostUsed >= 0.9 * this.#roomFor(true);
    const after = afterQuiet(this.#learned, { now, allowed: this.#allowed, isUsed });
    if (after === this.#learned) return;
    this.#learned = after;
    this.#mostUsed = 0;
  }

  /** Tells the other tabs now and then that a work waits, so that it keeps its share. */
  #stayOn(work: string, until: number): void {
    const now = this.#clock.now();
    const begins = this.#traffic.works.heldUntil(work, until);
    if (begins || until - now > PACE_MS || now - this.#toldAt > PACE_MS) this.#tell(until - now);
  }

  #tell(waitMs = 0): void {
    const now = this.#clock.now();
    this.#toldAt = now;
    const learned = this.#learned;
    this.#traffic.tell(now, waitMs, {
      learned: learned && {
        ...learned,
        changedTime: now - learned.changedTime,
        refusedTime: now - learned.refusedTime,
      },
      heldMs: Math.max(0, this.#refusedUntil - now),
      proven: this.#proven,
    });
  }

  /** Waits for a time, or for an answer to another request, which may make room earlier than thought. */
  async #pause(wait: number | 'answer', signal?: AbortSignal | null): Promise<void> {
    this.#hold(wait === 'answer' ? undefined : this.#clock.now() + wait);
    if (wait !== 'answer') {
      await this.#clock.sleep(Math.min(wait, LONGEST_SLEEP_MS), signal);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const wake = () => {
        this.#wakers.delete(wake);
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#wakers.delete(wake);
        reject(signal?.reason);
      };
      this.#wakers.add(wake);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #hold(until: number | undefined): void {
    if (this.#heldUntil === until) return;
    this.#heldUntil = until;
    this.#announce();
  }

  #changed(): void {
    for (const wake of this.#wakers) wake();
    this.#announce();
  }

  #announce(): void {
    this.#reading = undefined;
    for (const listener of this.#listeners) listener();
  }
}
