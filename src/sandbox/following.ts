import { type Asking, impliedBy, oneOfAKind } from './data/precedence';

export interface FollowingRules {
  /** Whether licenses follow roles at all. */
  enabled: boolean;
  delayMs: number;
  /** What becomes of a license that is added although no role brings it. */
  unimplied: 'stay' | 'go';
  now: () => number;
}

/** What is to happen to the licenses of a user, and when. */
export type Pending =
  | { kind: 'removed'; userId: string; due: number; licenseId: string }
  | { kind: 'added'; userId: string; due: number; licenseId: string }
  /** Roles were changed; with what they implied before. */
  | { kind: 'roles'; userId: string; due: number; before: readonly string[] };

export interface Followed {
  rolesOf(userId: string): readonly Asking[];
  held(userId: string): readonly string[];
  /** Called when the service itself changes what somebody holds. */
  put(userId: string, licenses: readonly string[]): void;
}

/**
 * Licenses follow roles, after a while. What a role implies comes back after it was removed, what no role implies may
 * go after it was added, and where roles change the licenses do so too. Nobody needs to be there when the time has
 * come: whoever looks next finds it done.
 */
export class Following {
  readonly #rules: FollowingRules;
  readonly #followed: Followed;
  #pending: Pending[] = [];

  constructor(rules: FollowingRules, followed: Followed) {
    this.#rules = rules;
    this.#followed = followed;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  implied(userId: string): string[] {
    return impliedBy(this.#followed.rolesOf(userId));
  }

  licenseChanged(userId: string, licenseId: string, held: boolean): void {
    if (held && this.#rules.unimplied === 'stay') return;
    this.#add({ userId, due: this.#due(), kind: held ? 'added' : 'removed', licenseId });
  }

  /** To be told after roles were changed, with what they implied before. */
  rolesChanged(userId: string, before: readonly string[]): void {
    this.#add({ userId, due: this.#due(), kind: 'roles', before });
  }

  /** Does what is due. */
  settle(): void {
    const [first] = this.#pending;
    if (first === undefined) return;
    const now = this.#rules.now();
    // They come in the order in which they are due: with thousands waiting this is asked for each user of a page.
    if (first.due > now) return;
    const due = this.#pending.filter((pending) => pending.due <= now);
    this.#pending = this.#pending.filter((pending) => pending.due > now);
    for (const pending of due) this.#follow(pending);
  }

  restore(pending: readonly Pending[]): void {
    this.#pending = [...pending];
  }

  #due(): number {
    return this.#rules.now() + this.#rules.delayMs;
  }

  #add(pending: Pending): void {
    if (this.#rules.enabled) this.#pending.push(pending);
  }

  #follow(pending: Pending): void {
    const { userId } = pending;
    const held = this.#followed.held(userId);
    const implied = this.implied(userId);
    const next = new Set(held);
    if (pending.kind === 'removed') {
      if (!implied.includes(pending.licenseId)) return;
      next.add(pending.licenseId);
    } else if (pending.kind === 'added') {
      if (implied.includes(pending.licenseId)) return;
      next.delete(pending.licenseId);
    } else {
      const gone = this.#rules.unimplied === 'go' ? held : pending.before;
      for (const license of gone) next.delete(license);
      for (const license of implied) next.add(license);
      // What somebody was given by hand counts too: of each kind the highest is left.
      const kept = new Set(oneOfAKind(next));
      for (const license of next) if (!kept.has(license)) next.delete(license);
    }
    const licenses = [...next].sort();
    if (licenses.join() !== held.join()) this.#followed.put(userId, licenses);
  }
}
