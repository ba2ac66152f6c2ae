import { msg, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import { useOwner } from '@/components/audit/useOwner';
import { PersonLink } from '@/components/person/PersonLink';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import type { Mute } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { aboutExport } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { muteColumns, muteKey } from './muteColumns';
import { mutesTable } from './mutesTable';
import { RULE_WORDS } from './ruleWords';

interface MutedFindingsProps {
  mutes: readonly Mute[];
  index: OrganizationIndex;
  onUnmute: (mute: Mute) => void;
}

/** What is silent, since when and why, and the way to hear it again. */
export function MutedFindings({ mutes, index, onUnmute }: MutedFindingsProps) {
  useLanguage();
  const owner = useOwner();
  const organization = useOrganization();
  if (mutes.length === 0) return null;
  return (
    <Section
      title={t`Muted`}
      actions={
        <ExportMenu
          subject="mutes"
          table={(words) => ({
            title: words(msg`Muted findings`),
            about: aboutExport(owner, organization, words(msg`All that is muted`), words),
            ...mutesTable(mutes, index, words),
          })}
        />
      }
    >
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
