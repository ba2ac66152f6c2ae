import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import { RULE_WORDS } from '../findings/ruleWords';

/** What is left out of the findings, and why. */
export function MutedReport({
  mutes,
  index,
}: {
  mutes: readonly Mute[];
  index: OrganizationIndex;
}) {
  if (mutes.length === 0) return null;
  return (
    <Section title="Muted">
      <DataTable
        label="Muted"
        rows={mutes}
        rowKey={({ rule, userId = '' }) => `${rule} ${userId}`}
        columns={muteColumns(index)}
      />
    </Section>
  );
}

function muteColumns(index: OrganizationIndex): Column<Mute>[] {
  return [
    { id: 'rule', header: 'Rule', cell: ({ rule }) => RULE_WORDS[rule].title },
    {
      id: 'user',
      header: 'For',
      cell: ({ userId }) => {
        if (userId === undefined) return 'Everybody';
        const row = index.rowOf(userId);
        return displayName(row === undefined ? undefined : index.user(row), userId);
      },
    },
    { id: 'reason', header: 'Reason', cell: ({ reason }) => reason },
    {
      id: 'since',
      header: 'Since',
      cell: ({ mutedAt }) => new Date(mutedAt).toLocaleDateString(),
    },
  ];
}
