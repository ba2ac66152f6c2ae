import Button from '@mui/material/Button';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { PersonLink } from '@/components/person/PersonLink';
import type { Column } from '@/components/table/types';
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
      header: 'User',
      width: '24%',
      cell: (row) => <PersonLink userId={index.userId(row)} user={index.user(row)} />,
    },
    {
      id: 'department',
      header: 'Department',
      width: '16%',
      cell: (row) => index.user(row)?.department?.trim() || null,
    },
    {
      id: 'lastLogin',
      header: 'Last sign-in',
      width: '8rem',
      cell: (row) => dayOf(index.user(row)?.dateLastLogin),
    },
    ...(costs ? [costColumn(index, costs)] : []),
    {
      id: 'licenses',
      header: 'Licenses',
      cell: (row) => <LicenseIdLinks ids={index.licensesOf(row) ?? []} graph={graph} />,
    },
    {
      id: 'mute',
      header: 'Mute',
      width: '6rem',
      cell: (row) => (
        <Button
          size="small"
          aria-label={`Mute for ${displayName(index.user(row), index.userId(row))}`}
          onClick={() => onMute(index.userId(row))}
        >
          Mute
        </Button>
      ),
    },
  ];
}

function costColumn(index: OrganizationIndex, { terms, currency }: Costs): Column<number> {
  return {
    id: 'cost',
    header: 'Cost a month',
    isNumeric: true,
    width: '8rem',
    cell: (row) => moneyText(costOf(index.licensesOf(row) ?? [], terms), currency),
  };
}

function dayOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toLocaleDateString();
}
