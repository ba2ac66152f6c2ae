import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { useOwner } from '@/components/audit/useOwner';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { EmptyState } from '@/components/page/EmptyState';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { useOrganization } from '@/organization/OrganizationProvider';
import { DepartmentsChart } from './DepartmentsChart';
import { HoldersChart } from './HoldersChart';
import { OverlapChart } from './OverlapChart';
import { TrendChart } from './TrendChart';
import { useChartData } from './useChartData';

/** Who holds what in pictures, each with its table. */
export function ChartsTab() {
  const { t } = useLingui();
  const owner = useOwner();
  const { status } = useOrganization();
  const { data: graph } = useDefinitionGraph();
  const { data, error } = useChartData(owner?.key);
  if (error) return <ErrorNotice title={t`The charts could not be drawn`} error={error} />;
  if (!data) {
    const isComing = status === 'loading' || status === 'idle' || status === 'ready';
    return (
      <Muted>
        {isComing
          ? t`Charts are shown when the organization is read.`
          : t`Charts need the whole organization, and not all of it could be read.`}
      </Muted>
    );
  }
  const { licenses, licenseIds, users, pictures, trend } = data;
  if (licenses.length === 0) return <EmptyState title={t`Nobody holds a license`} />;
  return (
    <Stack sx={{ gap: 2 }}>
      <HoldersChart licenses={licenses} users={users} graph={graph} />
      <OverlapChart {...pictures} users={users} />
      {trend ? (
        <TrendChart moments={trend} licenseIds={licenseIds} />
      ) : (
        <Muted>{t`Reading snapshots…`}</Muted>
      )}
      <DepartmentsChart departments={pictures.departments} licenseIds={licenseIds} />
    </Stack>
  );
}
