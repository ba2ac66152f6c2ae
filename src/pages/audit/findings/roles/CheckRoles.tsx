import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useApi } from '@/api/ApiProvider';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { plural } from '@/components/text/plural';
import type { ReadProgress } from '@/organization/loadOrganization';
import { useOrganization } from '@/organization/OrganizationProvider';
import type { RoleCheck } from '@/organization/RoleCheckStore';

const USERS_A_REQUEST = 500;
/** What the service allows in a minute, where it has not said so yet. */
const USUALLY_ALLOWED = 300;

interface CheckRolesProps {
  check: RoleCheck;
  usersNotChecked: number;
  onStart: () => void;
  onStop: () => void;
}

/** Compares licenses with roles on demand: it says before what it costs, and afterwards whom it could not check. */
export function CheckRoles({ check, usersNotChecked, onStart, onStop }: CheckRolesProps) {
  const { reading, progress, roleSets, error } = check;
  return (
    <Section
      title="Roles"
      actions={
        reading ? (
          <Button size="small" onClick={onStop}>
            Stop
          </Button>
        ) : (
          // After an error the notice has the button.
          error === undefined && (
            <Button size="small" variant={roleSets ? 'text' : 'outlined'} onClick={onStart}>
              {startText(check)}
            </Button>
          )
        )
      }
    >
      {reading ? (
        <Reading reading={reading} progress={progress} />
      ) : (
        <>
          {!roleSets && <Cost />}
          <Typography role="status" variant="body2">
            {check.checkedAt !== undefined && outcomeText(check, usersNotChecked)}
          </Typography>
        </>
      )}
      {!reading && error !== undefined && (
        <ErrorNotice title="Not all roles could be checked" error={error} onRetry={onStart} />
      )}
    </Section>
  );
}

function Cost() {
  const { index } = useOrganization();
  const allowed = useApi().rate.reading.allowed ?? USUALLY_ALLOWED;
  const users = index.usersRead.count;
  const requests = Math.max(1, Math.ceil(users / USERS_A_REQUEST));
  return (
    <Muted>
      Compares what users hold with what their roles imply. This takes {plural(requests, 'request')}{' '}
      for the roles of {plural(users, 'user')}, and one for each different set of roles, of which
      there are usually few. The service allows {allowed.toLocaleString()} requests a minute.
      Nothing is changed.
    </Muted>
  );
}

const STEPS = {
  users: 'Reading the roles of users',
  sets: 'Asking what each set of roles implies',
} as const;

function Reading({
  reading,
  progress: { done, total },
}: {
  reading: keyof typeof STEPS;
  progress: ReadProgress;
}) {
  const label = STEPS[reading];
  return (
    <Box>
      <LinearProgress
        aria-label={label}
        {...(total === undefined
          ? { variant: 'indeterminate' as const }
          : { variant: 'determinate' as const, value: total === 0 ? 100 : (100 * done) / total })}
      />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {total === undefined
          ? `${label}: ${plural(done, 'request')} so far`
          : `${label}: ${done.toLocaleString()} of ${plural(total, 'request')}`}
      </Typography>
      <RateLimitCountdown />
    </Box>
  );
}

function startText({ checkedAt, isPartial }: RoleCheck): string {
  if (checkedAt === undefined) return 'Check roles';
  return isPartial ? 'Go on checking roles' : 'Check roles again';
}

function outcomeText({ roleSets, isPartial, error, checkedAt }: RoleCheck, notChecked: number) {
  if (!roleSets) return error === undefined ? 'Stopped before the roles of users were read.' : null;
  const answered = roleSets.filter(({ implied }) => implied !== undefined);
  const users = answered.reduce((sum, { userIds }) => sum + userIds.length, 0);
  const when = new Date(checkedAt ?? 0).toLocaleTimeString(undefined, { timeStyle: 'short' });
  const checked = `Read at ${when}: the roles of ${plural(users, 'user')}, in ${plural(answered.length, 'different set')}.`;
  if (notChecked === 0) return checked;
  const why =
    isPartial && error === undefined
      ? 'The check was stopped.'
      : 'The service does not tell their roles, or what these imply.';
  return `${checked} Not checked: ${plural(notChecked, 'user')}. ${why}`;
}
