import { useLingui } from '@lingui/react/macro';
import LinearProgress from '@mui/material/LinearProgress';
import { type ReactNode, useEffect } from 'react';
import { useApi } from '@/api/ApiProvider';
import { useMe } from '@/api/session';
import { onSignOut } from '@/auth/signOutTasks';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { JobsProvider } from '@/jobs/JobsProvider';
import {
  OrganizationProvider,
  useOrganizationStore,
  useSelectionStore,
  useStagedStore,
} from '@/organization/OrganizationProvider';
import { OrganizationCache } from '@/organization/organizationCache';
import { useSharedRate } from './useSharedRate';

/** What the pages of a session share beyond single answers: the organization in memory, the selection, the jobs. */
export function SessionData({ children }: { children: ReactNode }) {
  return (
    <OrganizationProvider>
      <ForgottenAtSignOut />
      <Jobs>{children}</Jobs>
    </OrganizationProvider>
  );
}

/** Signing out may leave this address: what would be kept over a reload must be gone by then. */
function ForgottenAtSignOut() {
  const organization = useOrganizationStore();
  const selection = useSelectionStore();
  const staged = useStagedStore();
  useEffect(
    () =>
      onSignOut(async () => {
        organization.stop();
        selection.clear();
        staged.clear();
        await OrganizationCache.clear();
      }),
    [organization, selection, staged],
  );
  return null;
}

/** Jobs belong to one person in one organization of one service: who that is must be known before any is shown. */
function Jobs({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const api = useApi();
  const organization = useOrganizationStore();
  const { data: me, error, refetch } = useMe();
  useSharedRate(me);

  const owner = me && [api.baseUrl, me.organization?.id ?? '', me.id ?? ''].join('|');

  useEffect(() => {
    if (owner === undefined) return;
    if (me?.id) organization.knowSelf(me.id);
    void organization.keepIn(new OrganizationCache(owner));
  }, [organization, owner, me]);

  if (error) {
    return (
      <Page title={t`Who are you?`}>
        <ErrorNotice
          title={t`The service did not say who signed in`}
          error={error}
          onRetry={() => void refetch()}
        />
      </Page>
    );
  }
  if (owner === undefined) return <LinearProgress aria-label={t`Finding out who signed in`} />;
  return (
    <JobsProvider owner={owner} onReadBack={organization.applyReadBack}>
      {children}
    </JobsProvider>
  );
}
