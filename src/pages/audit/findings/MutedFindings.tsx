import { t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import { PersonLink } from '@/components/person/PersonLink';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
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
  useLanguage();
  if (mutes.length === 0) return null;
  return (
    <Section title={t`Muted`}>
      <DataTable
        label={t`Muted`}
        columns={mutedColumns(index, onUnmute)}
        rows={mutes}
        rowKey={muteKey}
        limit={20}
      />
    </Section>
  );
}

function mutedColumns(index: OrganizationIndex, onUnmute: (mute: Mute) => void): Column<Mute>[] {
  return [
    ...muteColumns((userId) => <PersonLink userId={userId} user={index.userOf(userId)} />),
    {
      id: 'unmute',
      header: t`Unmute`,
      cell: (mute) => <UnmuteButton mute={mute} onUnmute={onUnmute} />,
    },
  ];
}

function UnmuteButton({ mute, onUnmute }: { mute: Mute; onUnmute: (mute: Mute) => void }) {
  useLanguage();
  const title = t(RULE_WORDS[mute.rule].title);
  return (
    <Button size="small" aria-label={t`Unmute “${title}”`} onClick={() => onUnmute(mute)}>
      {t`Unmute`}
    </Button>
  );
}
