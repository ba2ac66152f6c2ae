import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Link as RouterLink, useParams } from 'react-router';
import { LICENSES_READ } from '@/api/neededPermissions';
import { holderCountOf } from '@/components/license/holderCount';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { NeedsPermission } from '@/components/permission/NeedsPermission';
import { useOrganization } from '@/organization/OrganizationProvider';
import { Holders } from './Holders';
import { Permissions } from './Permissions';
import { Relations } from './Relations';
import { useLicenseGraph } from './useLicenseGraph';

const CODE_LOOKS = { fontFamily: 'monospace', overflowWrap: 'anywhere' };

export function LicensePage() {
  const { licenseId = '' } = useParams();
  // Another license is another page: nothing typed or unfolded is carried over.
  return <OneLicense key={licenseId} id={licenseId} />;
}

function OneLicense({ id }: { id: string }) {
  const { t } = useLingui();
  const { graph, isPending, error, retry } = useLicenseGraph(id);
  const organization = useOrganization();
  const back = { to: '/licenses', label: t`All licenses` };
  const holders = holderCountOf(id, organization);
  const defined = graph?.has(id) ? graph : undefined;
  const isUndefined = graph !== undefined && !graph.has(id);

  if (isUndefined && holders.count === 0 && holders.certainty === 'exact') {
    return (
      <Page title={t`No such license`} back={back}>
        <EmptyState
          title={t`The service knows no license “${id}”, and nobody holds it.`}
          description={t`Licenses come and go with the contract of the organization.`}
          action={
            <Link component={RouterLink} to="/licenses">
              <Trans>See all licenses</Trans>
            </Link>
          }
        />
      </Page>
    );
  }

  const title = graph?.title(id) ?? id;
  return (
    <Page
      title={title}
      back={back}
      description={
        <Trans>
          License ID:{' '}
          <Typography component="code" variant="body2" sx={CODE_LOOKS}>
            {id}
          </Typography>
        </Trans>
      }
    >
      {isPending && <Skeleton variant="rounded" height={250} />}
      <NeedsPermission title={t`You may not see license definitions`} anyOf={LICENSES_READ}>
        {error !== null && (
          <ErrorNotice
            title={t`The license definition could not be read`}
            error={error}
            onRetry={retry}
          />
        )}
      </NeedsPermission>
      {isUndefined && (
        <Alert severity="warning">
          <Trans>
            The service gives no definition of this license: what it gives and what it asks for is
            not known.
          </Trans>
        </Alert>
      )}
      {defined && <Relations id={id} graph={defined} />}
      <Holders licenseId={id} count={holders} organization={organization} />
      {defined && <Permissions id={id} graph={defined} />}
    </Page>
  );
}
