import Button from '@mui/material/Button';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { PersonLink } from '@/components/person/PersonLink';
import type { Column } from '@/components/table/types';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';

interface Sources {
  index: OrganizationIndex;
  graph: DefinitionGraph | undefined;
  onMute: (userId: string) => void;
}

/** The columns for users of a finding, each given by its row in the index. */
export function findingUserColumns({ index, graph, onMute }: Sources): Column<number>[] {
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

function dayOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toLocaleDateString();
}
