import { plural, t } from '@lingui/core/macro';
import type { Change } from '@/model/plan';

/** Removing at least so many licenses at once asks for a typed confirmation. */
const LARGE_REMOVAL = 50;

export interface Confirmation {
  /** Why it is asked for. */
  readonly reasons: readonly string[];
  /** What must be typed: the number of changes. */
  readonly word: string;
}

/** What must be typed before a plan is applied that is hard to live with if it was a mistake; undefined for others. */
export function confirmationFor(
  changes: readonly Change[],
  ownUserId: string | undefined,
): Confirmation | undefined {
  const removals = changes.filter((change) => change.action === 'remove');
  const reasons: string[] = [];
  if (removals.length >= LARGE_REMOVAL) {
    reasons.push(
      plural(removals.length, {
        one: 'This removes # license.',
        other: 'This removes # licenses.',
      }),
    );
  }
  if (removals.some((change) => change.userId === ownUserId)) {
    reasons.push(t`This takes licenses away from your own account.`);
  }
  return reasons.length > 0 ? { reasons, word: String(changes.length) } : undefined;
}
