import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import type { DefinitionGraph } from '@/model/definitions';
import { byName } from '@/model/text';
import type {
  DefinitionState,
  Implication,
  PrerequisiteState,
  UserLicenseRow,
} from './userLicenses';

export function userLicenseColumns(graph: DefinitionGraph): Column<UserLicenseRow>[] {
  return [
    {
      id: 'license',
      header: t`License`,
      compare: (a, b) => byName.compare(graph.title(a.id), graph.title(b.id)),
      cell: (row) => (
        <>
          <LicenseLink id={row.id} graph={graph} />
          {row.redundantIn.length > 0 && (
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
              <Trans>
                Comprised in <LicenseIdLinks ids={row.redundantIn} graph={graph} />, held as well
              </Trans>
            </Box>
          )}
        </>
      ),
    },
    {
      id: 'gives',
      header: t({ message: 'Gives', comment: 'Column: the permissions that a license gives' }),
      cell: (row) =>
        row.definition === 'known' ? givesText(row) : withoutDefinition(row.definition),
    },
    {
      id: 'prerequisites',
      header: t`Prerequisites`,
      cell: (row) =>
        row.definition === 'known' ? (
          <Prerequisites prerequisites={row.prerequisites} graph={graph} />
        ) : (
          withoutDefinition(row.definition)
        ),
    },
    {
      id: 'roles',
      header: t`Roles`,
      cell: (row) => implicationText(row.implication),
    },
  ];
}

function withoutDefinition(state: Exclude<DefinitionState, 'known'>): string {
  switch (state) {
    case 'none':
      return t`Unknown: no definition`;
    case 'loading':
      return '…';
    case 'unknown':
      return t`Unknown`;
  }
}

function implicationText(implication: Implication): string {
  switch (implication) {
    case 'implied':
      return t`Implied by roles: it may come back after removal`;
    case 'notImplied':
      return t`Not implied by any role`;
    case 'loading':
      return '…';
    case 'unknown':
      return t`Unknown`;
  }
}

function givesText({ permissionCount, onlyHere }: UserLicenseRow): string {
  if (permissionCount === 0) return t`No permissions`;
  if (onlyHere === 0) {
    return plural(permissionCount, {
      one: '# permission, each from another license too',
      other: '# permissions, each from another license too',
    });
  }
  if (onlyHere === permissionCount) {
    return plural(permissionCount, {
      one: '# permission, from no other license',
      other: '# permissions, from no other license',
    });
  }
  const onlyHereText = formatNumber(onlyHere);
  return plural(permissionCount, {
    one: `# permission, ${onlyHereText} from no other license`,
    other: `# permissions, ${onlyHereText} from no other license`,
  });
}

interface PrerequisitesProps {
  prerequisites: readonly PrerequisiteState[];
  graph: DefinitionGraph;
}

function Prerequisites({ prerequisites, graph }: PrerequisitesProps) {
  if (prerequisites.length === 0) return <Trans>None</Trans>;
  return prerequisites.map((prerequisite) => (
    <div key={prerequisite.id}>
      <Prerequisite prerequisite={prerequisite} graph={graph} />
    </div>
  ));
}

interface PrerequisiteProps {
  prerequisite: PrerequisiteState;
  graph: DefinitionGraph;
}

function Prerequisite({ prerequisite, graph }: PrerequisiteProps) {
  const license = <LicenseIdLinks ids={[prerequisite.id]} graph={graph} />;
  switch (prerequisite.state) {
    case 'held':
      return <Trans>{license} is held</Trans>;
    case 'comprised':
      return (
        <Trans>
          {license} is comprised in <LicenseIdLinks ids={prerequisite.heldWholes} graph={graph} />
        </Trans>
      );
    case 'missing':
      return (
        <>
          {license}{' '}
          <Chip component="span" size="small" color="error" variant="outlined" label={t`Missing`} />
        </>
      );
  }
}
