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
import { plural } from '@/components/text/plural';
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
  const { graph } = first.data;
  const licenses = useMemo(
    () => licensesSideBySide(first.held.ids, second.held.ids),
    [first.held, second.held],
  );
  const columns = useMemo(
    () => licenseColumns(first.name, second.name, graph),
    [first.name, second.name, graph],
  );
  const different = licenses.filter(({ heldBy }) => heldBy !== 'both').length;
  return (
    <>
      <Typography variant="body2">
        Compared with{' '}
        <Link
          component={RouterLink}
          to={`${userPath(second.userId)}?compare=${encodeURIComponent(first.userId)}`}
          dir="auto"
        >
          {second.name}
        </Link>
      </Typography>
      <Typography variant="body2" role="status">
        {different === 0
          ? `Both hold the same licenses: ${licenses.length.toLocaleString()}.`
          : `${plural(different, 'license')} of one of them alone, ${(licenses.length - different).toLocaleString()} of both.`}
      </Typography>
      {licenses.length > 0 && (
        <DataTable
          label="Licenses side by side"
          columns={columns}
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

function licenseColumns(
  first: string,
  second: string,
  graph: DefinitionGraph,
): Column<SharedLicense>[] {
  const holds = (isHeld: boolean) => (isHeld ? 'Holds it' : <Muted>Does not hold it</Muted>);
  return [
    {
      id: 'license',
      header: 'License',
      cell: ({ licenseId }) => <LicenseLink id={licenseId} graph={graph} />,
    },
    { id: 'first', header: first, cell: ({ heldBy }) => holds(heldBy !== 'second') },
    { id: 'second', header: second, cell: ({ heldBy }) => holds(heldBy !== 'first') },
  ];
}

/** Leads to the review of a plan: nothing is written here. */
function MakeTheSame({ first, second }: Two) {
  const review = useReview();
  if (useChangeOffer() === 'readOnly') return null;
  if (first.held.unnamed + second.held.unnamed > 0) {
    return (
      <Muted>
        They cannot be made the same: the service names a license of them without an ID.
      </Muted>
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
              Make {target.name} like {model.name} ({plural(changes.length, 'change')})
            </Button>
          );
        })}
      </Stack>
      <Muted>
        Makes them the same: one of them gets what the other holds, and loses what the other does
        not. Nothing is sent before you have seen each change and applied it.
      </Muted>
    </>
  );
}

function PermissionsCompared({ first, second }: Two) {
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
  if (definitions.isPending) return <Muted>Reading the license definitions…</Muted>;
  return (
    <>
      {withoutDefinition.length > 0 && (
        <Muted>
          Without a definition, nobody can tell what comes with{' '}
          <LicenseIdLinks ids={withoutDefinition} graph={graph} />, so that the permissions may
          differ otherwise.
        </Muted>
      )}
      {sides.every(({ permissions }) => permissions.size === 0) && (
        <Muted>The licenses of both give the same permissions, as far as they are known.</Muted>
      )}
      {sides.map(({ of, permissions }) => (
        <PermissionPart
          key={of.userId}
          title={`Permissions that only ${of.name} has`}
          filterLabel={`Filter what only ${of.name} has`}
          permissions={permissions}
          sourceHeader="Given by"
          graph={of.data.graph}
        />
      ))}
    </>
  );
}
