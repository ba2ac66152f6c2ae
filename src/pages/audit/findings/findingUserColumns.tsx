import { t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { PersonLink } from '@/components/person/PersonLink';
import type { Column } from '@/components/table/types';
import { formatDate } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { costOf } from '@/model/costOutliers';
import type { Costs } from '@/model/costs';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import { moneyText } from '../cost/costWords';

interface Sources {
  index: OrganizationIndex;
  graph: DefinitionGraph | undefined;
  /** Shows what the licenses of each user cost. */
  costs?: Costs;
  onMute: (userId: string) => void;
}

/** The columns for users of a finding, each given by its row in the index. */
export function findingUserColumns({ index, graph, costs, onMute }: Sources): Column<number>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '24%',
      cell: (row) => <PersonLink userId={index.userId(row)} user={index.user(row)} />,
    },
    {
      id: 'department',
      header: t`Department`,
      width: '16%',
      cell: (row) => index.user(row)?.department?.trim() || null,
    },
    {
      id: 'lastLogin',
      header: t`Last sign-in`,
      width: '8rem',
      cell: (row) => dayOf(index.user(row)?.dateLastLogin),
    },
    ...(costs ? [costColumn(index, costs)] : []),
    {
      id: 'licenses',
      header: t`Licenses`,
      cell: (row) => <LicenseIdLinks ids={index.licensesOf(row) ?? []} graph={graph} />,
    },
    {
      id: 'mute',
      header: t({
        message: 'Mute',
        comment: 'A button, and the column of such buttons: not to show a finding any more',
      }),
      width: '9rem',
      cell: (row) => (
        <MuteButton
          name={displayName(index.user(row), index.userId(row))}
          onMute={() => onMute(index.userId(row))}
        />
      ),
    },
  ];
}

function MuteButton({ name, onMute }: { name: string; onMute: () => void }) {
  useLanguage();
  return (
    <Button size="small" aria-label={t`Mute for ${name}`} onClick={onMute}>
      {t`Mute`}
    </Button>
  );
}

function costColumn(index: OrganizationIndex, { terms, currency }: Costs): Column<number> {
  return {
    id: 'cost',
    header: t`Cost a month`,
    isNumeric: true,
    width: '8rem',
    cell: (row) => moneyText(costOf(index.licensesOf(row) ?? [], terms), currency),
  };
}

function dayOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : formatDate(time);
}
