import { msg } from '@lingui/core/macro';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';
import { RULE_WORDS } from './ruleWords';

const HEADER = [
  msg`Rule`,
  msg`Rule ID`,
  msg`User ID`,
  msg`User`,
  msg`Email`,
  msg`Muted because`,
  msg`Muted at`,
];

/** One row a mute; without a user where a rule is muted for everybody. */
export function mutesTable(
  mutes: readonly Mute[],
  index: OrganizationIndex,
  words: Words,
): Pick<ExportTable, 'header' | 'rows'> {
  const rows = mutes.map(({ rule, userId, reason, mutedAt }) => {
    const user = userId === undefined ? undefined : index.userOf(userId);
    return [
      words(RULE_WORDS[rule].title),
      rule,
      userId,
      userId === undefined ? words(msg`Everybody`) : displayName(user, userId),
      user?.email,
      reason,
      mutedAt,
    ];
  });
  return { header: HEADER.map(words), rows };
}
