import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { lazy, Suspense, useId } from 'react';
import { useSearchParams } from 'react-router';
import { useOwner } from '@/components/audit/useOwner';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { Muted } from '@/components/section/Muted';
import { useOrganization } from '@/organization/OrganizationProvider';
import { aboutExport } from './export/aboutExport';
import { assignmentsTable } from './export/assignmentsTable';
import { ExportMenu } from './export/ExportMenu';
import { FindingsTab } from './findings/FindingsTab';
import { PermissionsTab } from './permissions/PermissionsTab';
import { SnapshotsTab } from './snapshots/SnapshotsTab';

/** Prices are read and kept only where they are looked at. */
const CostTab = lazy(async () => ({ default: (await import('./cost/CostTab')).CostTab }));

/** The library of charts is loaded with the tab that shows them. */
const ChartsTab = lazy(async () => ({ default: (await import('./charts/ChartsTab')).ChartsTab }));

const TABS = [
  { id: 'findings', label: msg`Findings`, Content: FindingsTab },
  { id: 'snapshots', label: msg`Snapshots`, Content: SnapshotsTab },
  { id: 'permissions', label: msg`Permissions`, Content: PermissionsTab },
  { id: 'cost', label: msg`Cost`, Content: CostTab },
  { id: 'charts', label: msg`Charts`, Content: ChartsTab },
] as const;

/** What looks wrong, what changed, and who has what: the tab is part of the address. */
export function AuditPage() {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const id = useId();
  const shown = TABS.find((tab) => tab.id === params.get('tab')) ?? TABS[0];
  return (
    <Page
      title={t`Audit`}
      description={t`What looks wrong, what changed, and which license gives what.`}
      actions={<ExportAssignments reportTo={reportPath(params)} />}
    >
      <OrganizationStatus />
      <Tabs
        value={shown.id}
        onChange={(_, tab: string) => setParams({ tab })}
        aria-label={t`Audit`}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {TABS.map((tab) => (
          <Tab
            key={tab.id}
            value={tab.id}
            label={t(tab.label)}
            id={`${id}-${tab.id}`}
            aria-controls={tab.id === shown.id ? `${id}-panel` : undefined}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        <Suspense fallback={<Muted>{t`Loading…`}</Muted>}>
          <shown.Content />
        </Suspense>
      </div>
    </Page>
  );
}

/** All that is known of who holds what, whatever tab is shown. */
function ExportAssignments({ reportTo }: { reportTo: string }) {
  const owner = useOwner();
  const organization = useOrganization();
  const { data: graph } = useDefinitionGraph();
  const { index } = organization;
  return (
    <ExportMenu
      subject="assignments"
      disabled={index.size === 0}
      reportTo={reportTo}
      table={(words) => ({
        title: words(msg`License assignments`),
        about: aboutExport(owner, organization, words(msg`All users`), words),
        ...assignmentsTable(index, graph, words),
      })}
    />
  );
}

/** The report is of the same days of absence as the findings. */
function reportPath(params: URLSearchParams): string {
  const days = params.get('days');
  return days === null ? '/audit/report' : `/audit/report?${new URLSearchParams({ days })}`;
}
