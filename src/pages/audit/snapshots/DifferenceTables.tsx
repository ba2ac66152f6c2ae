import type { MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
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
import { useLanguage } from '@/i18n/useLanguage';
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
  useLanguage();
  const navigate = useNavigate();
  const staged = useStagedStore();
  const organization = useOrganization();
  const { index } = organization;
  const { data: graph } = useDefinitionGraph();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((name) => name === params.get('by')) ?? 'user';

  const licenses = useMemo(() => byLicense(difference), [difference]);
  const users = useMemo(() => byUser(difference), [difference]);
  const personOf = useMemo(() => (userId: string) => index.userOf(userId), [index]);
  const departments = useMemo(
    () => byDepartment(users, (userId) => personOf(userId)?.department?.trim() ?? ''),
    [users, personOf],
  );
  const mayOffer = useReadOnly() === 'no';

  if (licenses.length === 0) return <Muted>{t`Nothing differs: everybody held the same.`}</Muted>;
  const gained = licenses.reduce((sum, license) => sum + license.gained, 0);
  const lost = licenses.reduce((sum, license) => sum + license.lost, 0);

  function restore() {
    staged.stage(restoringChanges(difference, { kind: 'restore', snapshot: before.name }));
    void navigate('/assign?from=matrix');
  }

  return (
    <>
      <Typography role="status" variant="body2">
        {differenceText(users.length, gained, lost)}
      </Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t`Show the difference by`}
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
          <ToggleButton value="user">{t`By user`}</ToggleButton>
          <ToggleButton value="license">{t`By license`}</ToggleButton>
          <ToggleButton value="department">{t`By department`}</ToggleButton>
        </ToggleButtonGroup>
        {canRestore && mayOffer && (
          <Button variant="contained" onClick={restore}>
            {restoreText(before.name, gained + lost)}
          </Button>
        )}
        <ExportMenu
          subject="difference"
          table={(words) => ({
            title: words(msg`License differences`),
            about: aboutExport(owner, organization, words(spanMessage(before, after)), words),
            ...differenceTable(users, personOf, words),
          })}
        />
      </Stack>
      {view === 'user' && (
        <LongTable
          label={t`Differences by user`}
          columns={userColumns(personOf, graph)}
          rows={users}
          rowKey={({ userId }) => userId}
        />
      )}
      {view === 'license' && (
        <DataTable
          label={t`Differences by license`}
          columns={licenseColumns(graph)}
          rows={licenses}
          rowKey={({ licenseId }) => licenseId}
        />
      )}
      {view === 'department' && (
        <DataTable
          label={t`Differences by department`}
          columns={departmentColumns()}
          rows={departments}
          rowKey={({ department }) => department}
          limit={SHOWN_AT_ONCE}
        />
      )}
    </>
  );
}

function differenceText(users: number, gained: number, lost: number): string {
  return t`${plural(users, { one: '# user changed', other: '# users changed' })}: ${plural(gained, { one: '# license gained', other: '# licenses gained' })}, ${plural(lost, { one: '# license lost', other: '# licenses lost' })}.`;
}

function restoreText(snapshot: string, changes: number): string {
  return plural(changes, {
    one: `Review restoring “${snapshot}” (# change)`,
    other: `Review restoring “${snapshot}” (# changes)`,
  });
}

function spanMessage(before: KnownMoment, after: KnownMoment): MessageDescriptor {
  const [from, fromTime] = [before.name, new Date(before.takenAt).toISOString()];
  const [to, toTime] = [after.name, new Date(after.takenAt).toISOString()];
  return msg`From “${from}” (${fromTime}) to “${to}” (${toTime})`;
}
