import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { formatPercent } from '@/i18n/formats';
import { DEVIATIONS, LEAST_SHARE } from '@/model/costOutliers';
import type { NotChecked } from '@/model/findings';
import type { AuditFinding, AuditRule } from '@/model/findingsCost';
import { FEWEST_PEERS, RARE_SHARE } from '@/model/findingsPeers';
import type { Words } from '../export/words';

interface RuleWords {
  readonly title: MessageDescriptor;
  /** What the rule looks for, and why that is worth a look. */
  readonly explanation: (absentDays: number) => MessageDescriptor;
  /** What its fix does; undefined where only the administrator can know one. */
  readonly fix?: MessageDescriptor;
}

const TAKES_ALL_AWAY = msg`Takes all licenses away from these users.`;

export const RULE_WORDS: Readonly<Record<AuditRule, RuleWords>> = {
  missingPrerequisite: {
    title: msg`Held without a prerequisite`,
    explanation: () =>
      msg`The definition of a held license asks for another that the user holds neither by itself nor within a license that comprises it. It may not work.`,
    fix: msg`Adds what is missing.`,
  },
  unknownHolder: {
    title: msg`Held by no known user`,
    explanation: () =>
      msg`Genesys Cloud names no user for these ids, on no list and not when asked by ID. The users may have been removed, or belong to a division that you cannot see, so no fix is offered.`,
  },
  deletedHolder: {
    title: msg`Held by deleted users`,
    explanation: () => msg`The user is deleted and still holds licenses. Nobody can use them.`,
    fix: TAKES_ALL_AWAY,
  },
  inactiveHolder: {
    title: msg`Held by inactive users`,
    explanation: () =>
      msg`The user is inactive and holds licenses. They do not work with them, and you may be paying for them.`,
    fix: TAKES_ALL_AWAY,
  },
  longAbsent: {
    title: msg`Held by users who are long absent`,
    explanation: (days) =>
      msg`The user is active and holds licenses, and did not sign in for more than ${plural(days, { one: '# day', other: '# days' })}.`,
    fix: TAKES_ALL_AWAY,
  },
  neverSignedIn: {
    title: msg`Held by users who never signed in`,
    explanation: () =>
      msg`The user is active and holds licenses, and the service, which tells of others when they signed in last, tells no such day of them. Some of them may be new.`,
    fix: TAKES_ALL_AWAY,
  },
  redundant: {
    title: msg({ message: 'Redundant', comment: 'Of a license that another one comprises' }),
    explanation: () =>
      msg`The user also holds a license that comprises this one, so it gives them nothing more.`,
    fix: msg`Takes the license away that is within the other.`,
  },
  withoutDefinition: {
    title: msg`Held without a definition`,
    explanation: () =>
      msg`The service lists no definition of the license, so nobody can see what it gives.`,
    fix: msg`Takes the license away from its holders.`,
  },
  heldNotImplied: {
    title: msg`Held but implied by no role`,
    explanation: () =>
      msg`No role of the user implies the license, and no implied license needs or comprises it. Perhaps somebody gave it by hand, or the role is gone. Inactive and deleted users do not count.`,
    fix: msg`Takes the license away from these users.`,
  },
  impliedNotHeld: {
    title: msg`Implied by a role but not held`,
    explanation: () =>
      msg`A role of the user implies the license, and they hold neither it nor one that comprises it. The role may not work, and the service may give the license at any time. Inactive and deleted users do not count.`,
    fix: msg`Adds the license, and what it needs.`,
  },
  unlikePeers: {
    title: msg`Unlike their department`,
    explanation: () => {
      const rare = formatPercent(RARE_SHARE);
      return msg`More than half of a department of ${FEWEST_PEERS} or more people hold the same licenses, and what these users hold, one person holds alone or fewer than ${rare} do. Inactive and deleted users do not count.`;
    },
    fix: msg`Makes these users hold what most of their department holds.`,
  },
  expensive: {
    title: msg`Far more expensive than their department`,
    explanation: () => {
      const least = formatPercent(LEAST_SHARE);
      return msg`By your prices, the licenses of these users cost more than is usual in their department of ${FEWEST_PEERS} or more holders: above the median by more than ${DEVIATIONS} times the median distance from it, and by more than ${least}. Licenses without a price are not counted. Inactive and deleted users do not count. They may need what they hold.`;
    },
  },
};

export const NOT_CHECKED_WORDS: Readonly<
  Record<NotChecked | 'noPrices', (users: number) => MessageDescriptor>
> = {
  incomplete: () => msg`the organization is not completely read`,
  noDefinitions: () => msg`the license definitions are not known`,
  noLastLogin: () => msg`the service does not tell when users signed in last`,
  noPrices: () => msg`no prices are given under “Cost”, or they could not be read`,
  rolesNotAsked: () =>
    msg`the roles of users are read only when you ask for them, by “Check roles”`,
  rolesUnknown: (users) =>
    msg`of ${plural(users, { one: '# user', other: '# users' })} it is not known what their roles imply`,
};

/** A finding in a few words. Licenses go by their ids: two names in one line would drown it. */
export function findingTitle(
  { rule, licenseId = '', other = '', peers, cost }: AuditFinding,
  words: Words,
): string {
  switch (rule) {
    case 'missingPrerequisite':
      return words(msg`${licenseId} without ${other}`);
    case 'redundant':
      return words(msg`${licenseId} beside ${other}`);
    case 'withoutDefinition':
    case 'heldNotImplied':
    case 'impliedNotHeld':
      return licenseId;
    case 'unlikePeers':
      return peers?.department ?? '';
    case 'expensive':
      return cost?.department ?? '';
    case 'unknownHolder':
      return words(msg`Holders who are no known users`);
    case 'deletedHolder':
      return words(msg`Deleted users with licenses`);
    case 'inactiveHolder':
      return words(msg`Inactive users with licenses`);
    case 'longAbsent':
      return words(msg`Absent users with licenses`);
    case 'neverSignedIn':
      return words(msg`Users with licenses who never signed in`);
  }
}
