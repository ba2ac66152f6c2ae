import { ACTIVE_MS, OwnWorks } from './ownWorks';
import { expiryOf, SentLog, type SentRequest, WINDOW_MS } from './sentLog';
import { sharesOf, type Work } from './shares';
import type { TabNote, TabsLog } from './tabsLog';

/** Works send evenly, in steps of about this length. */
export const PACE_MS = 5_000;

/** What this tab sends, and what the other tabs of the same user and OAuth client say that they send. */
export class Traffic {
  readonly log = new SentLog();
  readonly works = new OwnWorks();
  tabs: TabsLog | undefined;

  constructor(tabs: TabsLog | undefined) {
    this.tabs = tabs;
  }

  others(): TabNote[] {
    return this.tabs?.others() ?? [];
  }

  /** When each request that counts now will count no more, the next first. */
  expiries(now: number): number[] {
    const own = this.log.at(now).map((request) => expiryOf(request, now));
    return [...own, ...this.#othersWithin(now, WINDOW_MS)].sort((a, b) => a - b);
  }

  /** Requests that went through in the last `ms`; of those of other tabs it is thought that all did. */
  passedIn(now: number, ms: number): number {
    return this.log.passedSince(now - ms) + this.#othersWithin(now, ms).length;
  }

  #othersWithin(now: number, ms: number): number[] {
    return this.others()
      .flatMap(({ counting }) => counting)
      .filter((left) => left > WINDOW_MS - ms)
      .map((left) => now + left);
  }

  /** All works of this browser, a given one of this tab first. */
  worksFrom(name: string, now: number): [Work, ...Work[]] {
    const own = this.works.active(this.log.at(now), now);
    const first = own.get(name) ?? { demand: WINDOW_MS, left: undefined };
    const rest = [...own].flatMap(([other, work]) => (other === name ? [] : [work]));
    return [first, ...rest, ...this.others().flatMap(({ works }) => works)];
  }

  /** What keeps one more request of a work back, so that it gets no more than its share, and takes it evenly. */
  untilShareIsFree(
    name: string,
    now: number,
    { room, isBurstFree }: { room: number; isBurstFree: boolean },
  ): number | undefined {
    const demands = this.worksFrom(name, now).map(({ demand }) => demand);
    const share = Math.max(1, sharesOf(room, demands.with(0, Number.MAX_VALUE))[0] ?? room);
    const own = this.log.at(now).filter(({ work }) => work === name);
    if (isBurstFree && own.length < share / 2) return undefined;
    const expiries = own.map((request) => expiryOf(request, now)).sort((a, b) => a - b);
    const free = expiries[expiries.length - Math.floor(share)];
    if (free !== undefined) return Math.max(1, free - now);
    const aStep = Math.max(1, Math.round((share * PACE_MS) / WINDOW_MS));
    const stepMs = (aStep * WINDOW_MS) / share;
    const sent = own.map(({ sentAt }) => sentAt).filter((at) => at > now - stepMs);
    const first = sent[sent.length - aStep];
    return first === undefined ? undefined : Math.max(1, first + stepMs - now);
  }

  /** Tells the other tabs. `waitMs` is how long this one waits now; short waits it does not tell. */
  tell(now: number, waitMs: number, more: Pick<TabNote, 'learned' | 'heldMs' | 'proven'>): void {
    if (!this.tabs) return;
    const requests: readonly SentRequest[] = this.log.at(now);
    this.tabs.write({
      ...more,
      counting: requests.map((request) => expiryOf(request, now) - now),
      underWay: this.log.underWay,
      works: [...this.works.active(requests, now).values()].map((work) => ({
        ...work,
        activeMs: ACTIVE_MS + (work.isOpen ? Math.max(waitMs, 2 * PACE_MS) : 0),
      })),
    });
  }
}
