import { msg, plural, t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useApi } from '@/api/ApiProvider';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { RateLimitCountdown } from '@/components/rate/RateLimitCountdown';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatNumber, formatShortTime } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { ReadProgress } from '@/organization/loadOrganization';
import { useOrganization } from '@/organization/OrganizationProvider';
import type { RoleCheck } from '@/organization/RoleCheckStore';

const USERS_A_REQUEST = 500;

interface CheckRolesProps {
  check: RoleCheck;
  usersNotChecked: number;
  onStart: () => void;
  onStop: () => void;
}

/** Compares licenses with roles on demand: it says before what it costs, and afterwards whom it could not check. */
export function CheckRoles({ check, usersNotChecked, onStart, onStop }: CheckRolesProps) {
  useLanguage();
  const { reading, progress, roleSets, error } = check;
  return (
    <Section
      title={t`Roles`}
      actions={
        reading ? (
          <Button size="small" onClick={onStop}>
            {t`Stop`}
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
        <ErrorNotice title={t`Not all roles could be checked`} error={error} onRetry={onStart} />
      )}
    </Section>
  );
}

function Cost() {
  useLanguage();
  const { index } = useOrganization();
  const allowed = formatNumber(useApi().rate.reading.limit);
  const users = index.usersRead.count;
  const requests = Math.max(1, Math.ceil(users / USERS_A_REQUEST));
  return (
    <Muted>
      <Trans>
        Compares what users hold with what their roles imply. This takes{' '}
        <Plural value={requests} one="# request" other="# requests" /> for the roles of{' '}
        <Plural value={users} one="# user" other="# users" />, and one for each different set of
        roles, of which there are usually few. The service allows {allowed} requests a minute.
        Nothing is changed.
      </Trans>
    </Muted>
  );
}

const STEPS = {
  users: msg`Reading the roles of users`,
  sets: msg`Asking what each set of roles implies`,
} as const;

function Reading({
  reading,
  progress: { done, total },
}: {
  reading: keyof typeof STEPS;
  progress: ReadProgress;
}) {
  useLanguage();
  const label = t(STEPS[reading]);
  return (
    <Box>
      <LinearProgress
        aria-label={label}
        {...(total === undefined
          ? { variant: 'indeterminate' as const }
          : { variant: 'determinate' as const, value: total === 0 ? 100 : (100 * done) / total })}
      />
      <Typography variant="body2" sx={{ mt: 1 }}>
        {progressText(label, done, total)}
      </Typography>
      <RateLimitCountdown />
    </Box>
  );
}

function progressText(step: string, done: number, total: number | undefined): string {
  if (total === undefined) {
    return plural(done, { one: `${step}: # request so far`, other: `${step}: # requests so far` });
  }
  const doneText = formatNumber(done);
  return plural(total, {
    one: `${step}: ${doneText} of # request`,
    other: `${step}: ${doneText} of # requests`,
  });
}

function startText({ checkedAt, isPartial }: RoleCheck): string {
  if (checkedAt === undefined) return t`Check roles`;
  return isPartial ? t`Go on checking roles` : t`Check roles again`;
}

function outcomeText({ roleSets, isPartial, error, checkedAt }: RoleCheck, notChecked: number) {
  if (!roleSets)
    return error === undefined ? t`Stopped before the roles of users were read.` : null;
  const answered = roleSets.filter(({ implied }) => implied !== undefined);
  const users = answered.reduce((sum, { userIds }) => sum + userIds.length, 0);
  const sets = answered.length;
  const when = formatShortTime(checkedAt ?? 0);
  const checked = t`Read at ${when}: the roles of ${plural(users, { one: '# user', other: '# users' })}, in ${plural(sets, { one: '# different set', other: '# different sets' })}.`;
  if (notChecked === 0) return checked;
  const why =
    isPartial && error === undefined
      ? t`The check was stopped.`
      : t`The service does not tell their roles, or what these imply.`;
  const left = plural(notChecked, { one: 'Not checked: # user.', other: 'Not checked: # users.' });
  return `${checked} ${left} ${why}`;
}
