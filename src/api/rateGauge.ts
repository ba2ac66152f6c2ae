import { type Clock, steadyClock } from './clock';
import { afterQuiet, afterRefusal, type Learned, limitToCountOn } from './learnedLimit';
import type { RateRefusal } from './rateRefusal';
import { SentLog, type SentRequest, WINDOW_MS } from './sentLog';
import { type ServiceCount, serviceCount } from './serviceCount';
import type { TabNote, TabsLog } from './tabsLog';

/** Whether somebody waits for the answer, or it is one of many that a reading or a job needs. */
export type Urgency = 'click' | 'bulk';

/** What the console knows of its rate limit at one moment. Times are milliseconds of the gauge's own clock. */
export interface RateReading {
  /** Requests a minute that the console keeps to now. */
  readonly limit: number;
  /** Requests a minute that readings and jobs can count on together. */
  readonly bulkPace: number;
  /** Requests that all tabs have sent in the last minute. */
  readonly used: number;
  /** Of these, those that went through. */
  readonly passed: number;
  /** Set while requests are held back: when the next one may go. */
  readonly heldUntil: number | undefined;
  /** The service refused: the wait is the one that it asked for. */
  readonly isRefused: boolean;
  /** Whether readings and jobs had to wait in the last minute. */
  readonly isLimiting: boolean;
}

/** Requests a minute that the service allows a user and OAuth client, by its documentation. */
export const USUALLY_ALLOWED = 300;
/** Left to what the console does not see, such as another program that uses the token now and then. */
const RESERVE_FOR_OTHERS = 3;
/** Readings and jobs send evenly, in steps of about this length. */
export const PACE_MS = 5_000;
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
 * - Readings and jobs leave a part of the limit to requests that somebody waits for. The first half of a minute's
 *   requests goes at once, the others evenly.
 * - A refusal holds everything back as long as the service asks for, or else until what was sent counts no more. Then one
 *   request goes alone before the others follow. A request is repeated until it is no longer refused.
 * - A refusal that the console's own requests do not explain means that others use the same token: the limit is lowered
 *   to what went through, and raised again step by step (see learnedLimit). What is more than went through so far is
 *   asked for one request at a time, so that a window that is full refuses one and not many.
 * - Where `inin-ratelimit-*` headers do come, their count is kept to as well.
 */
export class RateGauge {
  readonly #clock: Clock;
  readonly #log = new SentLog();
  #tabs: TabsLog | undefined;
  #allowed = USUALLY_ALLOWED;
  #learned: Learned | undefined;
  #service: ServiceCount | undefined;
  #refusedUntil = 0;
  #refusalsInARow = 0;
  /** The most that was sent in a minute since the learned limit last changed. */
  #mostUsed = 0;
  /** The most that went through in a minute. */
  #proven = 0;
  #bulkHeldAt = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #heldUntil: number | undefined;
  #reading: RateReading | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #wakers = new Set<() => void>();

  /** `tabs`: what the other tabs of the same user and OAuth client send. */
  constructor(clock: Clock = steadyClock, tabs?: TabsLog) {
    this.#clock = clock;
    this.#tabs = tabs;
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
      bulkPace: this.#roomFor(
        'bulk',
        this.#learned ? limitToCountOn(this.#learned) : this.#allowed,
      ),
      used: this.#expiries(now).length,
      passed: this.#log.passedSince(now - WINDOW_MS) + this.#others(now).length,
      heldUntil: this.#heldUntil,
      isRefused: this.#heldUntil !== undefined && this.#refusedUntil > now,
      isLimiting: now - this.#bulkHeldAt < WINDOW_MS,
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Counts together with the other tabs of an owner from now on. */
  shareWith(tabs: TabsLog): void {
    this.#tabs = tabs;
    this.#tell();
  }

  /** Waits until there is room, then takes a place. Every turn must be followed by `answered`, `refused` or `lost`. */
  async turn(signal?: AbortSignal | null, urgency: Urgency = 'click'): Promise<SentRequest> {
    signal?.throwIfAborted();
    this.#waiting += 1;
    try {
      for (let wait = this.#wait(urgency); wait !== undefined; wait = this.#wait(urgency)) {
        if (urgency === 'bulk') this.#bulkHeldAt = this.#clock.now();
        await this.#pause(wait, signal);
      }
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#hold(undefined);
    }
    const place = this.#log.add(this.#clock.now());
    this.#mostUsed = Math.max(this.#mostUsed, this.#expiries(this.#clock.now()).length);
    this.#tell();
    return place;
  }

  answered(place: SentRequest, headers: Headers): void {
    const now = this.#clock.now();
    this.#log.end(place, now, 'passed');
    this.#refusalsInARow = 0;
    this.#proven = Math.max(this.#proven, this.#log.passedSince(now - WINDOW_MS));
    const count = serviceCount(headers, now, this.#service);
    if (count) {
      this.#service = count;
      this.#allowed = count.allowed;
    }
    this.#changed();
  }

  /** The request ended without an answer; the service may have counted it. */
  lost(place: SentRequest): void {
    this.#log.end(place, this.#clock.now(), 'passed');
    if (this.#service) this.#service = { ...this.#service, used: this.#service.used + 1 };
    this.#changed();
  }

  /** The service refused for a limit: nothing goes before the wait is over, whatever was counted. */
  refused(place: SentRequest, { waitMs, allowed }: RateRefusal): void {
    const now = this.#clock.now();
    const isFirst = this.#refusedUntil <= now;
    this.#log.end(place, now, 'refused');
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
    const passed = this.#log.passedSince(now - 60_000) + this.#others(now).length;
    const learned = afterRefusal({
      now,
      allowed: this.#allowed,
      before: this.#learned,
      passed,
      window:
        windowMs < 0
          ? undefined
          : {
              ms: windowMs,
              passed: this.#log.passedSince(now - windowMs) + this.#others(now, windowMs).length,
            },
    });
    if (!learned) return;
    this.#learned = learned;
    this.#mostUsed = 0;
    this.#proven = Math.floor(passed * 0.9);
  }

  #guessedWait(now: number): number {
    const [first] = this.#expiries(now);
    const guess = FIRST_GUESS_MS * 2 ** (this.#refusalsInARow - 1);
    return Math.min(first === undefined ? guess : Math.max(first - now, guess), LONGEST_GUESS_MS);
  }

  #leastWait(): number {
    return Math.min(SHORTEST_WAIT_MS * 2 ** (this.#refusalsInARow - 1), LONGEST_GUESS_MS);
  }

  /** What keeps a request back: a length of time, an answer that has to come first, or nothing. */
  #wait(urgency: Urgency): number | 'answer' | undefined {
    const now = this.#clock.now();
    this.#hear(now);
    if (this.#refusedUntil > now) return this.#refusedUntil - now;
    const underWay = this.#log.underWay;
    if (this.#refusalsInARow > 0 && underWay > 0) return 'answer';
    const room = this.#roomFor(urgency);
    if (this.#service && this.#service.resetsAt > now) {
      if (this.#service.used + underWay >= room) return this.#service.resetsAt - now;
    }
    const expiries = this.#expiries(now);
    const free = expiries[expiries.length - room];
    if (free !== undefined) return Math.max(1, free - now);
    if (urgency === 'click') return undefined;
    if (expiries.length < room / 2 && !this.#learned) return undefined;
    const isUnproven = expiries.length >= Math.max(room / 2, this.#proven);
    if (isUnproven && underWay > 0 && !this.#service) return 'answer';
    return this.#untilNextStep(now, room);
  }

  /** Sending evenly goes in steps: a number of requests, then nothing until the step is over. */
  #untilNextStep(now: number, room: number): number | undefined {
    const aStep = Math.max(1, Math.round((room * PACE_MS) / WINDOW_MS));
    const stepMs = (aStep * WINDOW_MS) / room;
    const others = this.#others(now).map((expiry) => expiry - WINDOW_MS);
    const sent = [...this.#log.sentTimes(), ...others].filter((at) => at > now - stepMs);
    const first = sent.sort((a, b) => a - b)[sent.length - aStep];
    return first === undefined ? undefined : Math.max(1, first + stepMs - now);
  }

  get #limit(): number {
    return Math.min(this.#allowed, this.#learned?.limit ?? this.#allowed);
  }

  #roomFor(urgency: Urgency, limit = this.#limit): number {
    const forOthers = this.#learned ? 0 : RESERVE_FOR_OTHERS;
    const room = Math.max(1, limit - forOthers);
    const forClicks = Math.min(20, Math.ceil(room * 0.07));
    return urgency === 'click' ? room : Math.max(1, room - forClicks);
  }

  /** When each request that counts now will count no more, the next first. */
  #expiries(now: number): number[] {
    return [...this.#log.expiries(now), ...this.#others(now)].sort((a, b) => a - b);
  }

  #others(now: number, withinMs = WINDOW_MS): number[] {
    const notes = this.#tabs?.others() ?? [];
    return notes
      .flatMap(({ counting }) => counting)
      .filter((ms) => ms > WINDOW_MS - withinMs)
      .map((ms) => now + ms);
  }

  /** Takes over what refusals have taught other tabs, and what time has done to it. */
  #hear(now: number): void {
    for (const { learned, heldMs } of this.#tabs?.others() ?? []) {
      this.#refusedUntil = Math.max(this.#refusedUntil, heldMs > 0 ? now + heldMs : 0);
      if (!learned) continue;
      const changedTime = now - learned.changedTime;
      if (changedTime <= (this.#learned?.changedTime ?? Number.NEGATIVE_INFINITY) + 50) continue;
      this.#learned = { ...learned, changedTime, refusedTime: now - learned.refusedTime };
      this.#mostUsed = 0;
    }
    if (!this.#learned) return;
    const isUsed = this.#mostUsed >= 0.9 * this.#roomFor('bulk');
    const after = afterQuiet(this.#learned, { now, allowed: this.#allowed, isUsed });
    if (after === this.#learned) return;
    this.#learned = after;
    this.#mostUsed = 0;
  }

  #tell(): void {
    this.#tabs?.write(this.#note());
  }

  #note(): TabNote {
    const now = this.#clock.now();
    const learned = this.#learned;
    return {
      counting: this.#log.expiries(now).map((at) => at - now),
      learned: learned && {
        ...learned,
        changedTime: now - learned.changedTime,
        refusedTime: now - learned.refusedTime,
      },
      heldMs: Math.max(0, this.#refusedUntil - now),
    };
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
