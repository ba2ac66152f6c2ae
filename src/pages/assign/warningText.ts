import { plural, t } from '@lingui/core/macro';
import type { Fix, Warning } from '@/model/warnings';

/** A warning in words. */
export function warningText({ kind, licenseId, other, userIds }: Warning): string {
  const users = userIds.length;
  switch (kind) {
    case 'missingPrerequisite':
      return plural(users, {
        one: `${licenseId} needs ${other}, which # user would not hold.`,
        other: `${licenseId} needs ${other}, which # users would not hold.`,
      });
    case 'dependentStays':
      return plural(users, {
        one: `${other} needs ${licenseId}, which is removed; # user would keep ${other} without it.`,
        other: `${other} needs ${licenseId}, which is removed; # users would keep ${other} without it.`,
      });
    case 'redundant':
      return plural(users, {
        one: `${licenseId} comes within ${other} already, for # user.`,
        other: `${licenseId} comes within ${other} already, for # users.`,
      });
    case 'becomesRedundant':
      return plural(users, {
        one: `${licenseId} becomes superfluous for # user: it comes within ${other}.`,
        other: `${licenseId} becomes superfluous for # users: it comes within ${other}.`,
      });
    case 'impliedByRole':
      return plural(users, {
        one: `${licenseId} is implied by a role of # user: the service may give it back.`,
        other: `${licenseId} is implied by a role of # users: the service may give it back.`,
      });
    case 'inactiveUser':
      return plural(users, {
        one: '# user would get licenses without being active.',
        other: '# users would get licenses without being active.',
      });
    case 'unknownUser':
      return plural(users, {
        one: '# user would get licenses, but the service knows no such user.',
        other: '# users would get licenses, but the service knows no such users.',
      });
  }
}

/** What the button of a fix says. */
export function fixText(fix: Fix, { kind, licenseId, other = '' }: Warning): string {
  if (fix.kind === 'exclude') {
    if (licenseId === undefined) return t`Leave these users out`;
    return kind === 'dependentStays' || kind === 'impliedByRole'
      ? t`Keep ${licenseId}`
      : t`Do not add ${licenseId}`;
  }
  if (kind === 'missingPrerequisite') return t`Add ${other} first`;
  const superfluous = (kind === 'becomesRedundant' ? licenseId : undefined) ?? other;
  return t`Remove ${superfluous} too`;
}
