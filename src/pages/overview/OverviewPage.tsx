import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useOrganizationEntity } from '@/api/session';
import { OpenJobs } from '@/components/jobs/OpenJobs';
import { DefinitionsNotice } from '@/components/license/DefinitionsNotice';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { formatNumber } from '@/i18n/formats';
import { useOrganization } from '@/organization/OrganizationProvider';
import { AtAGlance } from './AtAGlance';
import { glanceAt } from './glance';
import { HoldersByLicense } from './HoldersByLicense';
import { ThingsToLookAt } from './ThingsToLookAt';

export function OverviewPage() {
  const { t } = useLingui();
  const entity = useOrganizationEntity();
  const definitions = useDefinitionGraph();
  const organization = useOrganization();
  const { index, version } = organization;
  const graph = definitions.data;
  const unknownCount = definitions.isError ? t`unknown` : '…';
  const glance = useMemo(() => glanceAt(index, version), [index, version]);
  return (
    <Page
      title={t`Overview`}
      description={
        entity.data ? (
          <span dir="auto">{entity.data.name?.trim() || t`An organization without a name`}</span>
        ) : (
          (entity.isError && t`What the organization is called could not be read.`) || '…'
        )
      }
    >
      <OpenJobs />
      <OrganizationStatus />
      <DefinitionsNotice definitions={definitions} />
      <AtAGlance
        glance={glance}
        organization={organization}
        definedLicenses={graph ? formatNumber(graph.ids.length) : unknownCount}
      />
      <ThingsToLookAt
        graph={graph}
        isPending={definitions.isPending}
        withoutLicense={glance.withoutLicense}
      />
      <HoldersByLicense
        graph={graph}
        organization={organization}
        isPending={definitions.isPending}
      />
    </Page>
  );
}
