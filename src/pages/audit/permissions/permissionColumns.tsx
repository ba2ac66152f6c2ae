import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { HoldersLink } from '@/components/license/HoldersLink';
import { holderCountOf } from '@/components/license/holderCount';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import { PersonLink } from '@/components/person/PersonLink';
import type { Column } from '@/components/table/types';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationIndex } from '@/model/organizationIndex';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import { type Giver, heldGivers } from './permissionHolders';

export function giverColumns(
  graph: DefinitionGraph,
  organization: OrganizationSnapshot,
): Column<Giver>[] {
  return [
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    {
      id: 'through',
      header: t`Gives it`,
      cell: ({ through }) =>
        through.length === 0 ? (
          t`By itself`
        ) : (
          <Trans>
            Through <LicenseIdLinks ids={through} graph={graph} />
          </Trans>
        ),
    },
    {
      id: 'holders',
      header: t`Holders`,
      isNumeric: true,
      cell: ({ licenseId }) => (
        <HoldersLink licenseId={licenseId} holders={holderCountOf(licenseId, organization)} />
      ),
    },
  ];
}

/** The columns for users, each given by its row in the index. */
export function holderColumns(
  givers: readonly Giver[],
  index: OrganizationIndex,
  graph: DefinitionGraph,
): Column<number>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '30%',
      cell: (row) => <PersonLink userId={index.userId(row)} user={index.user(row)} />,
    },
    {
      id: 'department',
      header: t`Department`,
      width: '20%',
      cell: (row) => index.user(row)?.department?.trim() || null,
    },
    {
      id: 'by',
      header: t({
        message: 'By',
        comment: 'Column: the licenses by which a user has a permission',
      }),
      cell: (row) => <LicenseIdLinks ids={heldGivers(row, givers, index)} graph={graph} />,
    },
  ];
}
