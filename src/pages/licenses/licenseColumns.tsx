import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { HoldersLink } from '@/components/license/HoldersLink';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import type { DefinitionGraph } from '@/model/definitions';
import { compareLicenses, type FoundLicense } from './licenseRows';

export function licenseColumns(graph: DefinitionGraph | undefined): Column<FoundLicense>[] {
  return [
    {
      id: 'name',
      header: t`License`,
      width: '45%',
      compare: compareLicenses.name,
      cell: (row) => <NameCell row={row} graph={graph} />,
    },
    {
      id: 'holders',
      header: t`Holders`,
      isNumeric: true,
      compare: compareLicenses.holders,
      cell: (row) => <HoldersLink licenseId={row.id} holders={row.holders} />,
    },
    {
      id: 'permissions',
      header: t`Permissions`,
      isNumeric: true,
      compare: compareLicenses.permissions,
      cell: (row) => (row.hasDefinition ? formatNumber(row.permissions.size) : t`unknown`),
    },
    {
      id: 'prerequisites',
      header: t`Prerequisites`,
      minWidth: '9.5rem',
      cell: (row) =>
        row.hasDefinition ? <LicenseIdLinks ids={row.prerequisites} graph={graph} /> : t`unknown`,
    },
    {
      id: 'comprises',
      header: t`Comprises`,
      minWidth: '9.5rem',
      cell: (row) =>
        row.hasDefinition ? <LicenseIdLinks ids={row.parts} graph={graph} /> : t`unknown`,
    },
  ];
}

interface NameCellProps {
  row: FoundLicense;
  graph: DefinitionGraph | undefined;
}

function NameCell({ row, graph }: NameCellProps) {
  const isUnused = row.holders.count === 0 && row.holders.certainty === 'exact';
  const [firstMatch] = row.matchedPermissions;
  const more = row.matchedPermissions.length - 1;
  return (
    <>
      <LicenseLink id={row.id} graph={graph} />
      {(row.hasDefinition === false || isUnused) && (
        <Stack component="span" direction="row" sx={{ gap: 0.5, mt: 0.5, flexWrap: 'wrap' }}>
          {row.hasDefinition === false && (
            <Chip
              component="span"
              size="small"
              color="warning"
              variant="outlined"
              label={t`No definition`}
            />
          )}
          {isUnused && (
            <Chip component="span" size="small" variant="outlined" label={t`Nobody holds it`} />
          )}
        </Stack>
      )}
      {firstMatch !== undefined && (
        <Typography
          variant="caption"
          sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {more > 0 ? (
            <Plural
              value={more}
              one={`Gives ${firstMatch} and # more`}
              other={`Gives ${firstMatch} and # more`}
            />
          ) : (
            <Trans>Gives {firstMatch}</Trans>
          )}
        </Typography>
      )}
    </>
  );
}
