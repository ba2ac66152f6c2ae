import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import type { Owner } from '@/components/audit/useOwner';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import { LongTable } from '@/components/table/LongTable';
import { plural } from '@/components/text/plural';
import {
  byDepartment,
  byLicense,
  byUser,
  type Difference,
  restoringChanges,
} from '@/model/difference';
import { useOrganization, useStagedStore } from '@/organization/OrganizationProvider';
import { aboutExport } from '../export/aboutExport';
import { ExportMenu } from '../export/ExportMenu';
import { departmentColumns, licenseColumns, userColumns } from './differenceColumns';
import { differenceTable } from './differenceTable';
import type { KnownMoment } from './moments';

const VIEWS = ['user', 'license', 'department'] as const;
type View = (typeof VIEWS)[number];

const SHOWN_AT_ONCE = 50;

interface DifferenceTablesProps {
  owner: Owner;
  before: KnownMoment;
  after: KnownMoment;
  difference: Difference;
  /** What is so now need not be restored. */
  canRestore: boolean;
}

/** Who gained and who lost what, by user, license or department, and the way back. */
export function DifferenceTables({
  owner,
  before,
  after,
  difference,
  canRestore,
}: DifferenceTablesProps) {
  const navigate = useNavigate();
  const staged = useStagedStore();
  const organization = useOrganization();
  const { index } = organization;
  const { data: graph } = useDefinitionGraph();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((name) => name === params.get('by')) ?? 'user';

  const licenses = useMemo(() => byLicense(difference), [difference]);
  const users = useMemo(() => byUser(difference), [difference]);
  const personOf = useMemo(
    () => (userId: string) => {
      const row = index.rowOf(userId);
      return row === undefined ? undefined : index.user(row);
    },
    [index],
  );
  const departments = useMemo(
    () => byDepartment(users, (userId) => personOf(userId)?.department?.trim() ?? ''),
    [users, personOf],
  );
  const columns = useMemo(
    () => ({
      user: userColumns(personOf, graph),
      license: licenseColumns(graph),
      department: departmentColumns(),
    }),
    [personOf, graph],
  );

  const mayOffer = useReadOnly() === 'no';

  if (licenses.length === 0) return <Muted>Nothing differs: everybody held the same.</Muted>;
  const gained = licenses.reduce((sum, license) => sum + license.gained, 0);
  const lost = licenses.reduce((sum, license) => sum + license.lost, 0);

  function restore() {
    staged.stage(restoringChanges(difference, { kind: 'restore', snapshot: before.name }));
    void navigate('/assign?from=matrix');
  }

  return (
    <>
      <Typography role="status" variant="body2">
        {plural(users.length, 'user')} changed: {plural(gained, 'license')} gained,{' '}
        {plural(lost, 'license')} lost.
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="Show the difference by"
          value={view}
          onChange={(_, next: View | null) => {
            if (!next) return;
            setParams(
              (current) => {
                const changed = new URLSearchParams(current);
                changed.set('by', next);
                return changed;
              },
              { replace: true },
            );
          }}
        >
          <ToggleButton value="user">By user</ToggleButton>
          <ToggleButton value="license">By license</ToggleButton>
          <ToggleButton value="department">By department</ToggleButton>
        </ToggleButtonGroup>
        {canRestore && mayOffer && (
          <Button variant="contained" onClick={restore}>
            Review restoring “{before.name}” ({plural(gained + lost, 'change')})
          </Button>
        )}
        <ExportMenu
          subject="difference"
          table={() => ({
            title: 'License differences',
            about: aboutExport(
              owner,
              organization,
              `From ${momentText(before)} to ${momentText(after)}`,
            ),
            ...differenceTable(users, personOf),
          })}
        />
      </Stack>
      {view === 'user' && (
        <LongTable
          label="Differences by user"
          columns={columns.user}
          rows={users}
          rowKey={({ userId }) => userId}
        />
      )}
      {view === 'license' && (
        <DataTable
          label="Differences by license"
          columns={columns.license}
          rows={licenses}
          rowKey={({ licenseId }) => licenseId}
        />
      )}
      {view === 'department' && (
        <DataTable
          label="Differences by department"
          columns={columns.department}
          rows={departments}
          rowKey={({ department }) => department}
          limit={SHOWN_AT_ONCE}
        />
      )}
    </>
  );
}

function momentText({ name, takenAt }: KnownMoment): string {
  return `“${name}” (${new Date(takenAt).toISOString()})`;
}
