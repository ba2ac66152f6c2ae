import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Mute } from '@/model/findingsMutes';
import type { MuteColumn } from '@/model/muteFile';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { ExportTable } from '../export/table';
import type { Words } from '../export/words';
import { RULE_WORDS } from './ruleWords';

/** The columns that are read back. */
export const MUTE_COLUMN_NAMES = {
  rule: [msg`Rule ID`],
  user: [msg`User ID`],
  reason: [msg`Muted because`],
  mutedAt: [msg`Muted at`],
} as const satisfies Readonly<Record<MuteColumn, readonly MessageDescriptor[]>>;

const HEADER = [
  msg`Rule`,
  ...MUTE_COLUMN_NAMES.rule,
  ...MUTE_COLUMN_NAMES.user,
  msg`User`,
  msg`Email`,
  ...MUTE_COLUMN_NAMES.reason,
  ...MUTE_COLUMN_NAMES.mutedAt,
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
