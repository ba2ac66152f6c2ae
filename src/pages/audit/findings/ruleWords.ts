import { plural } from '@/components/text/plural';
import { DEVIATIONS, LEAST_SHARE } from '@/model/costOutliers';
import type { NotChecked } from '@/model/findings';
import type { AuditFinding, AuditRule } from '@/model/findingsCost';
import { FEWEST_PEERS, RARE_SHARE } from '@/model/findingsPeers';

interface RuleWords {
  readonly title: string;
  /** What the rule looks for, and why that is worth a look. */
  readonly explanation: (absentDays: number) => string;
  /** What its fix does; undefined where only the administrator can know one. */
  readonly fix?: string;
}

export const RULE_WORDS: Readonly<Record<AuditRule, RuleWords>> = {
  missingPrerequisite: {
    title: 'Held without a prerequisite',
    explanation: () =>
      'The definition of a held license asks for another that the user holds neither by itself nor within a license that comprises it. It may not work.',
    fix: 'Adds what is missing.',
  },
  unknownHolder: {
    title: 'Held by no known user',
    explanation: () => 'Licenses are assigned to ids that no user of the organization has.',
    fix: 'Takes all licenses away from these ids.',
  },
  deletedHolder: {
    title: 'Held by deleted users',
    explanation: () => 'The user is deleted and still holds licenses. Nobody can use them.',
    fix: 'Takes all licenses away from these users.',
  },
  inactiveHolder: {
    title: 'Held by inactive users',
    explanation: () =>
      'The user is inactive and holds licenses. They do not work with them, and you may be paying for them.',
    fix: 'Takes all licenses away from these users.',
  },
  longAbsent: {
    title: 'Held by users who are long absent',
    explanation: (days) =>
      `The user is active and holds licenses, and did not sign in for more than ${days} days.`,
    fix: 'Takes all licenses away from these users.',
  },
  neverSignedIn: {
    title: 'Held by users who never signed in',
    explanation: () =>
      'The user is active and holds licenses, and the service, which tells of others when they signed in last, tells no such day of them. Some of them may be new.',
    fix: 'Takes all licenses away from these users.',
  },
  redundant: {
    title: 'Redundant',
    explanation: () =>
      'The user also holds a license that comprises this one, so it gives them nothing more.',
    fix: 'Takes the license away that is within the other.',
  },
  withoutDefinition: {
    title: 'Held without a definition',
    explanation: () =>
      'The service lists no definition of the license, so nobody can see what it gives.',
    fix: 'Takes the license away from its holders.',
  },
  heldNotImplied: {
    title: 'Held but implied by no role',
    explanation: () =>
      'No role of the user implies the license, and no implied license needs or comprises it. Perhaps somebody gave it by hand, or the role is gone. Inactive and deleted users do not count.',
    fix: 'Takes the license away from these users.',
  },
  impliedNotHeld: {
    title: 'Implied by a role but not held',
    explanation: () =>
      'A role of the user implies the license, and they hold neither it nor one that comprises it. The role may not work, and the service may give the license at any time. Inactive and deleted users do not count.',
    fix: 'Adds the license, and what it needs.',
  },
  unlikePeers: {
    title: 'Unlike their department',
    explanation: () =>
      `More than half of a department of ${FEWEST_PEERS} or more people hold the same licenses, and what these users hold, one person holds alone or fewer than ${RARE_SHARE * 100} % do. Inactive and deleted users do not count.`,
    fix: 'Makes these users hold what most of their department holds.',
  },
  expensive: {
    title: 'Far more expensive than their department',
    explanation: () =>
      `By your prices, the licenses of these users cost more than is usual in their department of ${FEWEST_PEERS} or more holders: above the median by more than ${DEVIATIONS} times the median distance from it, and by more than ${LEAST_SHARE * 100} %. Licenses without a price are not counted. Inactive and deleted users do not count. They may need what they hold.`,
  },
};

export const NOT_CHECKED_WORDS: Readonly<
  Record<NotChecked | 'noPrices', (users: number) => string>
> = {
  incomplete: () => 'the organization is not completely read',
  noDefinitions: () => 'the license definitions are not known',
  noLastLogin: () => 'the service does not tell when users signed in last',
  noPrices: () => 'no prices are given under “Cost”, or they could not be read',
  rolesNotAsked: () => 'the roles of users are read only when you ask for them, by “Check roles”',
  rolesUnknown: (users) => `of ${plural(users, 'user')} it is not known what their roles imply`,
};

/** A finding in a few words. Licenses go by their ids: two names in one line would drown it. */
export function findingTitle({
  rule,
  licenseId = '',
  other = '',
  peers,
  cost,
}: AuditFinding): string {
  switch (rule) {
    case 'missingPrerequisite':
      return `${licenseId} without ${other}`;
    case 'redundant':
      return `${licenseId} beside ${other}`;
    case 'withoutDefinition':
    case 'heldNotImplied':
    case 'impliedNotHeld':
      return licenseId;
    case 'unlikePeers':
      return peers?.department ?? '';
    case 'expensive':
      return cost?.department ?? '';
    case 'unknownHolder':
      return 'Holders who are no known users';
    case 'deletedHolder':
      return 'Deleted users with licenses';
    case 'inactiveHolder':
      return 'Inactive users with licenses';
    case 'longAbsent':
      return 'Absent users with licenses';
    case 'neverSignedIn':
      return 'Users with licenses who never signed in';
  }
}
