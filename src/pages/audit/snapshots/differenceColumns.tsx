import { t } from '@lingui/core/macro';
import type { User } from '@/api/schema';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import { PersonLink } from '@/components/person/PersonLink';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import type { DefinitionGraph } from '@/model/definitions';
import type { DepartmentDifference, LicenseDifference, UserDifference } from '@/model/difference';

type Graph = DefinitionGraph | undefined;

const number = (count: number) => (count === 0 ? null : formatNumber(count));

export function userColumns(
  personOf: (userId: string) => User | undefined,
  graph: Graph,
): Column<UserDifference>[] {
  return [
    {
      id: 'user',
      header: t`User`,
      width: '26%',
      cell: ({ userId }) => <PersonLink userId={userId} user={personOf(userId)} />,
    },
    {
      id: 'department',
      header: t`Department`,
      width: '18%',
      cell: ({ userId }) => personOf(userId)?.department?.trim() || null,
    },
    {
      id: 'gained',
      header: t({ message: 'Gained', context: 'licenses' }),
      cell: ({ gained }) =>
        gained.length > 0 ? <LicenseIdLinks ids={gained} graph={graph} /> : null,
    },
    {
      id: 'lost',
      header: t({ message: 'Lost', context: 'licenses' }),
      cell: ({ lost }) => (lost.length > 0 ? <LicenseIdLinks ids={lost} graph={graph} /> : null),
    },
  ];
}

export function licenseColumns(graph: Graph): Column<LicenseDifference>[] {
  return [
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    ...countColumns(),
  ];
}

function countColumns(): Column<Pick<LicenseDifference, 'gained' | 'lost'>>[] {
  return [
    {
      id: 'gained',
      header: t({ message: 'Gained', context: 'licenses' }),
      isNumeric: true,
      cell: ({ gained }) => number(gained),
    },
    {
      id: 'lost',
      header: t({ message: 'Lost', context: 'licenses' }),
      isNumeric: true,
      cell: ({ lost }) => number(lost),
    },
  ];
}

export function departmentColumns(): Column<DepartmentDifference>[] {
  return [
    {
      id: 'department',
      header: t`Department`,
      cell: ({ department }) => department || t`No department known`,
    },
    { id: 'users', header: t`Users`, isNumeric: true, cell: ({ users }) => number(users) },
    ...countColumns(),
  ];
}
