import { msg, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import { useOwner } from '@/components/audit/useOwner';
import { peopleComplete } from '@/components/license/holderCount';
import { PersonLink } from '@/components/person/PersonLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { useLanguage } from '@/i18n/useLanguage';
import { type Mute, muteKey } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { aboutExport } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { TableFileButton } from '../import/TableFileButton';
import { MuteImportOutcome, useMuteImport } from './MuteImport';
import { muteColumns } from './muteColumns';
import { mutesTable } from './mutesTable';
import { RULE_WORDS } from './ruleWords';

interface MutedFindingsProps {
  mutes: readonly Mute[];
  onUnmute: (mute: Mute) => void;
  /** Says how many of them are new. */
  onImport: (mutes: readonly Mute[]) => number;
}

/** What is silent, since when and why, and the way to hear it again. */
export function MutedFindings({ mutes, onUnmute, onImport }: MutedFindingsProps) {
  useLanguage();
  const owner = useOwner();
  const organization = useOrganization();
  const { index } = organization;
  const reading = useMuteImport(
    // As long as not everybody is read, anybody may be somebody.
    (userId) => !peopleComplete(organization) || index.rowOf(userId) !== undefined,
    onImport,
  );
  return (
    <Section
      title={t`Muted`}
      actions={
        <>
          <TableFileButton reading={reading} label={t`File of what is muted`}>
            {t`Import…`}
          </TableFileButton>
          {mutes.length > 0 && (
            <ExportMenu
              subject="mutes"
              table={(words) => ({
                title: words(msg`Muted findings`),
                about: aboutExport(owner, organization, words(msg`All that is muted`), words),
                ...mutesTable(mutes, index, words),
              })}
            />
          )}
        </>
      }
    >
      <MuteImportOutcome reading={reading} />
      {mutes.length === 0 ? (
        <Muted>{t`Nothing is muted. What is muted stays in this browser, for you alone; export it to take it to another.`}</Muted>
      ) : (
        <DataTable
          label={t`Muted`}
          columns={mutedColumns(index, onUnmute)}
          rows={mutes}
          rowKey={muteKey}
          limit={20}
        />
      )}
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
