import type { ReactNode } from 'react';
import type { Column } from '@/components/table/types';
import type { Mute } from '@/model/findingsMutes';
import { RULE_WORDS } from './ruleWords';

export const muteKey = ({ rule, userId = '' }: Mute): string => `${rule} ${userId}`;

/** What is muted, for whom, why and since when; `person` shows who a mute is for where it is not for everybody. */
export function muteColumns(person: (userId: string) => ReactNode): Column<Mute>[] {
  return [
    { id: 'rule', header: 'Rule', cell: ({ rule }) => RULE_WORDS[rule].title },
    {
      id: 'user',
      header: 'For',
      cell: ({ userId }) => (userId === undefined ? 'Everybody' : person(userId)),
    },
    { id: 'reason', header: 'Reason', cell: ({ reason }) => reason },
    {
      id: 'since',
      header: 'Since',
      cell: ({ mutedAt }) => new Date(mutedAt).toLocaleDateString(),
    },
  ];
}
