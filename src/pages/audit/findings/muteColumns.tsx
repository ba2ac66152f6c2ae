import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { Column } from '@/components/table/types';
import { formatDate } from '@/i18n/formats';
import type { Mute } from '@/model/findingsMutes';
import { RULE_WORDS } from './ruleWords';

/** What is muted, for whom, why and since when; `person` shows who a mute is for where it is not for everybody. */
export function muteColumns(person: (userId: string) => ReactNode): Column<Mute>[] {
  return [
    { id: 'rule', header: t`Rule`, cell: ({ rule }) => t(RULE_WORDS[rule].title) },
    {
      id: 'user',
      header: t({ message: 'For', comment: 'Column: the person for whom something is muted' }),
      cell: ({ userId }) => (userId === undefined ? t`Everybody` : person(userId)),
    },
    { id: 'reason', header: t`Reason`, cell: ({ reason }) => reason },
    {
      id: 'since',
      header: t`Since`,
      cell: ({ mutedAt }) => formatDate(Date.parse(mutedAt)),
    },
  ];
}
