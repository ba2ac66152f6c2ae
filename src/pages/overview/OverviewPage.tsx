import { useMemo } from 'react';
import { LICENSES_READ } from '@/api/neededPermissions';
import { useOrganizationEntity } from '@/api/session';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { OpenJobs } from '@/components/jobs/OpenJobs';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { NeedsPermission } from '@/components/permission/NeedsPermission';
import { useOrganization } from '@/organization/OrganizationProvider';
import { AtAGlance } from './AtAGlance';
import { glanceAt } from './glance';
import { HoldersByLicense } from './HoldersByLicense';
import { ThingsToLookAt } from './ThingsToLookAt';

export function OverviewPage() {
  const entity = useOrganizationEntity();
  const definitions = useDefinitionGraph();
  const organization = useOrganization();
  const graph = definitions.data;
  const { mutes } = useMutes(useOwner()?.key);
  const glance = useMemo(() => glanceAt(organization, graph, mutes), [organization, graph, mutes]);
  return (
    <Page
      title="Overview"
      description={
        entity.data ? (
          <span dir="auto">{entity.data.name?.trim() || 'An organization without a name'}</span>
        ) : (
          (entity.isError && 'What the organization is called could not be read.') || '…'
        )
      }
    >
      <OpenJobs />
      <OrganizationStatus />
      <NeedsPermission title="You may not see license definitions" anyOf={LICENSES_READ}>
        {definitions.isError && (
          <ErrorNotice
            title="The license definitions could not be read"
            error={definitions.error}
            onRetry={() => void definitions.refetch()}
          />
        )}
      </NeedsPermission>
      <AtAGlance
        glance={glance}
        organization={organization}
        definedLicenses={graph?.ids.length ?? (definitions.isError ? 'unknown' : '…')}
      />
      <ThingsToLookAt glance={glance} organization={organization} graph={graph} />
      <HoldersByLicense
        graph={graph}
        organization={organization}
        isPending={definitions.isPending}
      />
    </Page>
  );
}
