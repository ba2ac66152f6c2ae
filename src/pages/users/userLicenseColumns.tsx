import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { Column } from '@/components/table/types';
import type { DefinitionGraph } from '@/model/definitions';
import { byName } from '@/model/text';
import type { Implication, PrerequisiteState, UserLicenseRow } from './userLicenses';

const WITHOUT_DEFINITION = {
  none: 'Unknown: no definition',
  loading: '…',
  unknown: 'Unknown',
} as const;

const IMPLICATIONS: Readonly<Record<Implication, string>> = {
  implied: 'Implied by roles: it may come back after removal',
  notImplied: 'Not implied by any role',
  loading: '…',
  unknown: 'Unknown',
};

export function userLicenseColumns(graph: DefinitionGraph): Column<UserLicenseRow>[] {
  return [
    {
      id: 'license',
      header: 'License',
      compare: (a, b) => byName.compare(graph.title(a.id), graph.title(b.id)),
      cell: (row) => (
        <>
          <LicenseLink id={row.id} graph={graph} />
          {row.redundantIn.length > 0 && (
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              Comprised in <LicenseIdLinks ids={row.redundantIn} graph={graph} />, held as well
            </Box>
          )}
        </>
      ),
    },
    {
      id: 'gives',
      header: 'Gives',
      cell: (row) =>
        row.definition === 'known' ? givesText(row) : WITHOUT_DEFINITION[row.definition],
    },
    {
      id: 'prerequisites',
      header: 'Prerequisites',
      cell: (row) =>
        row.definition === 'known' ? (
          <Prerequisites prerequisites={row.prerequisites} graph={graph} />
        ) : (
          WITHOUT_DEFINITION[row.definition]
        ),
    },
    {
      id: 'roles',
      header: 'Roles',
      cell: (row) => IMPLICATIONS[row.implication],
    },
  ];
}

function givesText({ permissionCount, onlyHere }: UserLicenseRow): string {
  if (permissionCount === 0) return 'No permissions';
  const permissions = permissionCount === 1 ? '1 permission' : `${permissionCount} permissions`;
  if (onlyHere === 0) return `${permissions}, each from another license too`;
  if (onlyHere < permissionCount) return `${permissions}, ${onlyHere} from no other license`;
  return `${permissions}, from no other license`;
}

interface PrerequisitesProps {
  prerequisites: readonly PrerequisiteState[];
  graph: DefinitionGraph;
}

function Prerequisites({ prerequisites, graph }: PrerequisitesProps) {
  if (prerequisites.length === 0) return 'None';
  return prerequisites.map((prerequisite) => (
    <div key={prerequisite.id}>
      <LicenseIdLinks ids={[prerequisite.id]} graph={graph} />{' '}
      {prerequisite.state === 'held' && 'is held'}
      {prerequisite.state === 'comprised' && (
        <>
          is comprised in <LicenseIdLinks ids={prerequisite.heldWholes} graph={graph} />
        </>
      )}
      {prerequisite.state === 'missing' && (
        <Chip component="span" size="small" color="error" variant="outlined" label="Missing" />
      )}
    </div>
  ));
}
