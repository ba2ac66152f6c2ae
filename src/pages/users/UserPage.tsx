import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router';
import { UserJobs } from '@/components/jobs/UserJobs';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { assignPath } from '@/components/person/paths';
import { Section } from '@/components/section/Section';
import { displayName } from '@/model/people';
import { useOrganizationStore } from '@/organization/OrganizationProvider';
import { EffectivePermissions } from './EffectivePermissions';
import { Profile } from './Profile';
import { Roles } from './Roles';
import { SideBySide } from './SideBySide';
import { UserLicenses } from './UserLicenses';
import { isNotFound, useUserPage } from './useUserPage';
import { WhatIf } from './WhatIf';

const CODE_LOOKS = { fontFamily: 'monospace', overflowWrap: 'anywhere' };

export function UserPage() {
  const { userId = '' } = useParams();
  return <OneUser key={userId} userId={userId} />;
}

function OneUser({ userId }: { userId: string }) {
  const { t } = useLingui();
  const data = useUserPage(userId);
  const knownUser = useKnownUser(userId);
  const mayOffer = useChangeOffer() !== 'readOnly';
  const back = { to: '/assignments', label: t`All assignments` };
  const userIdLine = (
    <Trans>
      User ID:{' '}
      <Typography component="code" variant="body2" sx={CODE_LOOKS}>
        {userId}
      </Typography>
    </Trans>
  );

  if (data.isNoUser && (isNotFound(data.licenses.error) || data.held?.ids.length === 0)) {
    return (
      <Page title={t`No such user`} back={back} description={userIdLine}>
        <EmptyState
          title={t`The service knows no user with this ID, and no licenses that it holds.`}
          action={
            <Link component={RouterLink} to="/assignments">
              {t`See all assignments`}
            </Link>
          }
        />
      </Page>
    );
  }

  const name = displayName(data.profile.data ?? knownUser, userId);
  const changeLink = mayOffer && (
    <Button component={RouterLink} to={assignPath(userId)} variant="contained">
      {t`Change licenses`}
    </Button>
  );

  if (data.isNoUser) {
    return (
      <Page title={t`No such user`} back={back} description={userIdLine} actions={changeLink}>
        <Alert severity="warning">
          {data.held
            ? t`The service knows no user with this ID, and yet the ID holds licenses. Somebody may be paying for them.`
            : t`The service knows no user with this ID.`}
        </Alert>
        <UserLicenses data={data} />
        <WhatIf userId={userId} data={data} />
        <HistoryOfJobs userId={userId} />
        <EffectivePermissions data={data} />
      </Page>
    );
  }

  return (
    <Page title={name} back={back} description={userIdLine} actions={changeLink}>
      <Profile profile={data.profile} />
      <UserLicenses data={data} />
      <Roles data={data} />
      <WhatIf userId={userId} data={data} />
      <SideBySide user={{ userId, name, data }} />
      <HistoryOfJobs userId={userId} />
      <EffectivePermissions data={data} />
    </Page>
  );
}

function HistoryOfJobs({ userId }: { userId: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`History of jobs`}>
      <UserJobs userId={userId} />
    </Section>
  );
}

/** What the matrix has read of this user, if it has: a name to show before the page's own answer arrives. */
function useKnownUser(userId: string) {
  return useOrganizationStore().getSnapshot().index.userOf(userId);
}
