import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { Page } from '@/components/page/Page';
import { FindingsTab } from './findings/FindingsTab';
import { SnapshotsTab } from './snapshots/SnapshotsTab';

const TABS = [
  { id: 'findings', label: 'Findings', Content: FindingsTab },
  { id: 'snapshots', label: 'Snapshots', Content: SnapshotsTab },
] as const;

/** What looks wrong, what changed, and who has what: the tab is part of the address. */
export function AuditPage() {
  const [params, setParams] = useSearchParams();
  const id = useId();
  const shown = TABS.find((tab) => tab.id === params.get('tab')) ?? TABS[0];
  return (
    <Page title="Audit" description="What looks wrong, what changed, and which license gives what.">
      <OrganizationStatus />
      <Tabs
        value={shown.id}
        onChange={(_, tab: string) => setParams({ tab })}
        aria-label="Audit"
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {TABS.map((tab) => (
          <Tab
            key={tab.id}
            value={tab.id}
            label={tab.label}
            id={`${id}-${tab.id}`}
            aria-controls={tab.id === shown.id ? `${id}-panel` : undefined}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.id}`}>
        <shown.Content />
      </div>
    </Page>
  );
}
