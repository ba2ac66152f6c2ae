import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { PersonLink } from '@/components/person/PersonLink';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { muteColumns, muteKey } from './muteColumns';
import { RULE_WORDS } from './ruleWords';

interface MutedFindingsProps {
  mutes: readonly Mute[];
  index: OrganizationIndex;
  onUnmute: (mute: Mute) => void;
}

/** What is silent, since when and why, and the way to hear it again. */
export function MutedFindings({ mutes, index, onUnmute }: MutedFindingsProps) {
  const columns = useMemo(() => mutedColumns(index, onUnmute), [index, onUnmute]);
  if (mutes.length === 0) return null;
  return (
    <Section title="Muted">
      <DataTable label="Muted" columns={columns} rows={mutes} rowKey={muteKey} limit={20} />
    </Section>
  );
}

function mutedColumns(index: OrganizationIndex, onUnmute: (mute: Mute) => void): Column<Mute>[] {
  return [
    ...muteColumns((userId) => <PersonLink userId={userId} user={index.userOf(userId)} />),
    {
      id: 'unmute',
      header: 'Unmute',
      cell: (mute) => (
        <Button
          size="small"
          aria-label={`Unmute “${RULE_WORDS[mute.rule].title}”`}
          onClick={() => onUnmute(mute)}
        >
          Unmute
        </Button>
      ),
    },
  ];
}
