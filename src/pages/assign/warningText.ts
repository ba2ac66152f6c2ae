import { plural } from '@/components/text/plural';
import type { Fix, Warning } from '@/model/warnings';

/** A warning in words. */
export function warningText({ kind, licenseId, other, userIds }: Warning): string {
  const users = plural(userIds.length, 'user');
  switch (kind) {
    case 'missingPrerequisite':
      return `${licenseId} needs ${other}, which ${users} would not hold.`;
    case 'dependentStays':
      return `${other} needs ${licenseId}, which is removed; ${users} would keep ${other} without it.`;
    case 'redundant':
      return `${licenseId} comes within ${other} already, for ${users}.`;
    case 'becomesRedundant':
      return `${licenseId} becomes superfluous for ${users}: it comes within ${other}.`;
    case 'impliedByRole':
      return `${licenseId} is implied by a role of ${users}: the service may give it back.`;
    case 'inactiveUser':
      return `${users} would get licenses without being active.`;
    case 'unknownUser':
      return `${users} would get licenses, but the service knows no such users.`;
  }
}

/** What the button of a fix says. */
export function fixText(fix: Fix, { kind, licenseId, other }: Warning): string {
  if (fix.kind === 'exclude') {
    if (licenseId === undefined) return 'Leave these users out';
    return kind === 'dependentStays' || kind === 'impliedByRole'
      ? `Keep ${licenseId}`
      : `Do not add ${licenseId}`;
  }
  if (kind === 'missingPrerequisite') return `Add ${other} first`;
  return `Remove ${kind === 'becomesRedundant' ? licenseId : other} too`;
}
