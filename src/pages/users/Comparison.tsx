import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router';
import { StagedBefore } from '@/components/change/StagedBefore';
import { useReview } from '@/components/change/useReview';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { LicenseLink } from '@/components/license/LicenseLink';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { userPath } from '@/components/person/paths';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';
import { licensesSideBySide, makeAlike, type SharedLicense, without } from '@/model/sideBySide';
import type { ComparedHolder } from './compared';
import { PermissionPart } from './PermissionPart';
import { RolesCompared } from './RolesCompared';

interface Two {
  first: ComparedHolder;
  second: ComparedHolder;
}

/** What two users hold, the differences first, and how to make them the same. */
export function Comparison({ first, second }: Two) {
  useLanguage();
  const { graph } = first.data;
  const licenses = useMemo(
    () => licensesSideBySide(first.held.ids, second.held.ids),
    [first.held, second.held],
  );
  const different = licenses.filter(({ heldBy }) => heldBy !== 'both').length;
  const { name: secondName } = second;
  return (
    <>
      <Typography variant="body2">
        <Trans>
          Compared with{' '}
          <Link
            component={RouterLink}
            to={`${userPath(second.userId)}?compare=${encodeURIComponent(first.userId)}`}
            dir="auto"
          >
            {secondName}
          </Link>
        </Trans>
      </Typography>
      <Typography variant="body2" role="status">
        {differenceText(different, licenses.length - different)}
      </Typography>
      {licenses.length > 0 && (
        <DataTable
          label={t`Licenses side by side`}
          columns={licenseColumns(first.name, second.name, graph)}
          rows={licenses}
          rowKey={({ licenseId }) => licenseId}
          limit={25}
        />
      )}
      {different > 0 && <MakeTheSame first={first} second={second} />}
      <RolesCompared first={first} second={second} />
      <PermissionsCompared first={first} second={second} />
    </>
  );
}

function differenceText(different: number, shared: number): string {
  const sharedText = formatNumber(shared);
  if (different === 0) return t`Both hold the same licenses: ${sharedText}.`;
  return plural(different, {
    one: `# license of one of them alone, ${sharedText} of both.`,
    other: `# licenses of one of them alone, ${sharedText} of both.`,
  });
}

function licenseColumns(
  first: string,
  second: string,
  graph: DefinitionGraph,
): Column<SharedLicense>[] {
  const holds = (isHeld: boolean) => (isHeld ? t`Holds it` : <Muted>{t`Does not hold it`}</Muted>);
  return [
    {
      id: 'license',
      header: t`License`,
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    { id: 'first', header: first, cell: ({ heldBy }) => holds(heldBy !== 'second') },
    { id: 'second', header: second, cell: ({ heldBy }) => holds(heldBy !== 'first') },
  ];
}

/** Leads to the review of a plan: nothing is written here. */
function MakeTheSame({ first, second }: Two) {
  useLanguage();
  const review = useReview();
  if (useChangeOffer() === 'readOnly') return null;
  if (first.held.unnamed + second.held.unnamed > 0) {
    return (
      <Muted>{t`They cannot be made the same: the service names a license of them without an ID.`}</Muted>
    );
  }
  const directions = [
    { target: first, model: second },
    { target: second, model: first },
  ];
  return (
    <>
      <StagedBefore />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {directions.map(({ target, model }) => {
          const changes = makeAlike(
            { userId: target.userId, held: target.held.ids },
            { userId: model.userId, held: model.held.ids },
          );
          return (
            <Button
              key={target.userId}
              variant="outlined"
              onClick={() => review(changes)}
              sx={{ overflowWrap: 'anywhere' }}
            >
              {makeAlikeText(target.name, model.name, changes.length)}
            </Button>
          );
        })}
      </Stack>
      <Muted>
        <Trans>
          Makes them the same: one of them gets what the other holds, and loses what the other does
          not. Nothing is sent before you have seen each change and applied it.
        </Trans>
      </Muted>
    </>
  );
}

function makeAlikeText(target: string, model: string, changes: number): string {
  return plural(changes, {
    one: `Make ${target} like ${model} (# change)`,
    other: `Make ${target} like ${model} (# changes)`,
  });
}

function PermissionsCompared({ first, second }: Two) {
  useLanguage();
  const { definitions, graph } = first.data;
  const [one, other] = [first.data.permissions, second.data.permissions];
  const onlyFirst = useMemo(() => without(one, other), [one, other]);
  const onlySecond = useMemo(() => without(other, one), [one, other]);
  const sides = [
    { of: first, permissions: onlyFirst },
    { of: second, permissions: onlySecond },
  ];
  const withoutDefinition = [...new Set([...first.held.ids, ...second.held.ids])].filter(
    (id) => !graph.has(id) && !second.data.graph.has(id),
  );
  if (definitions.isPending) return <Muted>{t`Reading the license definitions…`}</Muted>;
  return (
    <>
      {withoutDefinition.length > 0 && (
        <Muted>
          <Trans>
            Without a definition, nobody can tell what comes with{' '}
            <LicenseIdLinks ids={withoutDefinition} graph={graph} />, so that the permissions may
            differ otherwise.
          </Trans>
        </Muted>
      )}
      {sides.every(({ permissions }) => permissions.size === 0) && (
        <Muted>{t`The licenses of both give the same permissions, as far as they are known.`}</Muted>
      )}
      {sides.map(({ of: { userId, name, data }, permissions }) => (
        <PermissionPart
          key={userId}
          title={t`Permissions that only ${name} has`}
          filterLabel={t`Filter what only ${name} has`}
          permissions={permissions}
          sourceHeader={t`Given by`}
          graph={data.graph}
        />
      ))}
    </>
  );
}
