import { plural, t } from '@lingui/core/macro';
import { formatNumber } from '@/i18n/formats';
import type { Fix, Warning } from '@/model/warningList';

/** A warning in words. */
export function warningText({ kind, licenseId, other, roles, userIds }: Warning): string {
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
    case 'impliedByRole': {
      const names = roles && rolesText(roles);
      return names === undefined
        ? plural(users, {
            one: `${licenseId} is likely to come back for # user: their roles bring it.`,
            other: `${licenseId} is likely to come back for # users: their roles bring it.`,
          })
        : plural(users, {
            one: `${licenseId} is likely to come back for # user: their roles bring it (${names}).`,
            other: `${licenseId} is likely to come back for # users: their roles bring it (${names}).`,
          });
    }
    case 'broughtByNoRole':
      return plural(users, {
        one: `${licenseId} may not stay with # user: none of their roles brings it.`,
        other: `${licenseId} may not stay with # users: none of their roles brings it.`,
      });
    case 'unknownIfItStays':
      return plural(users, {
        one: `Whether ${licenseId} stays with # user is not known: what their roles bring could not be found out.`,
        other: `Whether ${licenseId} stays with # users is not known: what their roles bring could not be found out.`,
      });
    case 'unknownIfItReturns':
      return plural(users, {
        one: `Whether ${licenseId} comes back for # user is not known: what their roles bring could not be found out.`,
        other: `Whether ${licenseId} comes back for # users is not known: what their roles bring could not be found out.`,
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

const ROLES_NAMED = 3;

function rolesText(roles: readonly string[]): string {
  const named = roles
    .slice(0, ROLES_NAMED)
    .join(t({ message: ', ', comment: 'Between the entries of a list' }));
  const more = formatNumber(roles.length - ROLES_NAMED);
  return roles.length > ROLES_NAMED ? t`${named} and ${more} more` : named;
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
