import type { Assignments } from './organizationIndex';

export type Action = 'add' | 'remove';

/** One user and one license. */
export interface Pair {
  readonly userId: string;
  readonly licenseId: string;
}

/** Why a change is in the plan. */
export type Reason =
  | { readonly kind: 'asked' }
  /** Added because another license of the plan needs it. */
  | { readonly kind: 'prerequisite'; readonly of: string }
  /** Removed because it needs another license that is removed. */
  | { readonly kind: 'dependent'; readonly of: string }
  /** Removed because another license comprises it. */
  | { readonly kind: 'within'; readonly of: string }
  | { readonly kind: 'swap'; readonly from: string; readonly to: string }
  | { readonly kind: 'copy'; readonly fromUserId: string }
  | { readonly kind: 'set' }
  | { readonly kind: 'file'; readonly line: number }
  /** Marked in the matrix. */
  | { readonly kind: 'staged' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'undo'; readonly jobId: string }
  | { readonly kind: 'restore'; readonly snapshot: string }
  /** Makes a finding of the audit go away; `rule` is the one that found it. */
  | { readonly kind: 'finding'; readonly rule: string };

export interface Change extends Pair {
  readonly action: Action;
  readonly reason: Reason;
}

/** What an administrator wants, before anyone looked at what is so already. */
export type Wish =
  | {
      readonly kind: 'add' | 'remove';
      readonly userIds: readonly string[];
      readonly licenseIds: readonly string[];
      readonly reason?: Reason;
    }
  /** Whoever of these users holds `from` shall hold `to` instead. */
  | {
      readonly kind: 'swap';
      readonly userIds: readonly string[];
      readonly from: string;
      readonly to: string;
    }
  /** These users shall hold what `fromUserId` holds, besides what they have. */
  | { readonly kind: 'copy'; readonly fromUserId: string; readonly userIds: readonly string[] }
  /** These users shall hold exactly these licenses. */
  | {
      readonly kind: 'set';
      readonly userIds: readonly string[];
      readonly licenseIds: readonly string[];
    }
  /** Single cells, as staged in the matrix, read from a file or taken from an earlier job. */
  | { readonly kind: 'cells'; readonly changes: readonly Change[] };

/** Why a user's wishes came to nothing: what they hold could not be read, and a plan does not guess. */
export interface UnreadUser {
  readonly userId: string;
  /** How many changes were wished for this user; undefined where that depends on what they hold. */
  readonly wished: number | undefined;
}

export interface Plan {
  /** Exactly the pairs that change, each once. */
  readonly changes: readonly Change[];
  /** Pairs that are as wished already. They are counted and never sent. */
  readonly alreadySo: readonly Change[];
  /** Opposite wishes for one pair. Neither is done. */
  readonly contradictions: readonly (readonly [Change, Change])[];
  readonly unread: readonly UnreadUser[];
}

const ASKED: Reason = { kind: 'asked' };

/**
 * Turns wishes into the exact pairs that change.
 * @param current what the users hold, just read; a user who is not in it was not read.
 * @param excluded pairs that the administrator took out of the plan.
 */
export function makePlan(
  wishes: readonly Wish[],
  current: Assignments,
  excluded: ReadonlySet<string> = new Set(),
): Plan {
  const wished = new Map<string, Change>();
  const contradicted = new Map<string, readonly [Change, Change]>();
  const unread = new Map<string, number | undefined>();

  for (const wish of wishes) {
    for (const change of changesOf(wish, current, unread)) {
      const key = pairKey(change);
      const earlier = wished.get(key);
      if (!earlier) wished.set(key, change);
      else if (earlier.action !== change.action) contradicted.set(key, [earlier, change]);
    }
  }

  const changes: Change[] = [];
  const alreadySo: Change[] = [];
  for (const [key, change] of wished) {
    if (contradicted.has(key) || excluded.has(key)) continue;
    const held = current.get(change.userId);
    if (!held) {
      unread.set(change.userId, (unread.get(change.userId) ?? 0) + 1);
    } else if (held.has(change.licenseId) === (change.action === 'add')) {
      alreadySo.push(change);
    } else {
      changes.push(change);
    }
  }
  return {
    changes,
    alreadySo,
    contradictions: [...contradicted.values()],
    unread: Array.from(unread, ([userId, wished]) => ({ userId, wished })),
  };
}

function* changesOf(
  wish: Wish,
  current: Assignments,
  unread: Map<string, number | undefined>,
): Generator<Change> {
  switch (wish.kind) {
    case 'add':
    case 'remove':
      for (const userId of wish.userIds) {
        for (const licenseId of wish.licenseIds) {
          yield { userId, licenseId, action: wish.kind, reason: wish.reason ?? ASKED };
        }
      }
      return;
    case 'swap': {
      const reason: Reason = { kind: 'swap', from: wish.from, to: wish.to };
      for (const [userId, held] of heldBy(wish.userIds, current, unread)) {
        if (!held.has(wish.from)) continue;
        yield { userId, licenseId: wish.to, action: 'add', reason };
        yield { userId, licenseId: wish.from, action: 'remove', reason };
      }
      return;
    }
    case 'copy': {
      const reason: Reason = { kind: 'copy', fromUserId: wish.fromUserId };
      for (const [, copied] of heldBy([wish.fromUserId], current, unread)) {
        for (const userId of wish.userIds) {
          for (const licenseId of copied) yield { userId, licenseId, action: 'add', reason };
        }
      }
      return;
    }
    case 'set': {
      const reason: Reason = { kind: 'set' };
      const target = new Set(wish.licenseIds);
      for (const [userId, held] of heldBy(wish.userIds, current, unread)) {
        for (const licenseId of target) yield { userId, licenseId, action: 'add', reason };
        for (const licenseId of held) {
          if (!target.has(licenseId)) yield { userId, licenseId, action: 'remove', reason };
        }
      }
      return;
    }
    case 'cells':
      yield* wish.changes;
  }
}

/** What each of these users holds, passing over (and noting) those who were not read. */
function* heldBy(
  userIds: readonly string[],
  current: Assignments,
  unread: Map<string, number | undefined>,
): Generator<[string, ReadonlySet<string>]> {
  for (const userId of userIds) {
    const held = current.get(userId);
    if (held) yield [userId, held];
    else unread.set(userId, undefined);
  }
}

/** Every user whose assignments must be read before the wishes can be planned. */
export function usersOf(wishes: readonly Wish[]): string[] {
  const userIds = new Set<string>();
  for (const wish of wishes) {
    if (wish.kind === 'cells') for (const change of wish.changes) userIds.add(change.userId);
    else for (const userId of wish.userIds) userIds.add(userId);
    if (wish.kind === 'copy') userIds.add(wish.fromUserId);
  }
  return [...userIds];
}

/** What the users hold once every change is made. Users without a change keep their set. */
export function applyChanges(current: Assignments, changes: Iterable<Change>): Assignments {
  const after = new Map<string, ReadonlySet<string>>(current);
  const touched = new Map<string, Set<string>>();
  for (const { userId, licenseId, action } of changes) {
    let held = touched.get(userId);
    if (!held) {
      held = new Set(current.get(userId));
      touched.set(userId, held);
      after.set(userId, held);
    }
    if (action === 'add') held.add(licenseId);
    else held.delete(licenseId);
  }
  return after;
}

export function pairOf({ userId, licenseId }: Pair): Pair {
  return { userId, licenseId };
}

/** A key for maps and sets. A line break stands in no id. */
export function pairKey({ userId, licenseId }: Pair): string {
  return `${userId}\n${licenseId}`;
}

export function opposite(action: Action): Action {
  return action === 'add' ? 'remove' : 'add';
}
