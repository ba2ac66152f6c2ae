import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useBillableUsage } from '@/api/billing';
import { ApiError } from '@/api/errors';
import { assignmentsComplete } from '@/components/license/holderCount';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import { billedLines, type Month } from '@/model/billing';
import type { DefinitionGraph } from '@/model/definitions';
import { useOrganization } from '@/organization/OrganizationProvider';
import { billedColumns } from './billedColumns';

interface BilledReportProps {
  month: Month;
  monthText: string;
  graph: DefinitionGraph | undefined;
}

/** The report of one month, or why there is none. */
export function BilledReport({ month, monthText, graph }: BilledReportProps) {
  const { t } = useLingui();
  const organization = useOrganization();
  const { index } = organization;
  const { data: report, error, refetch } = useBillableUsage(month);

  if (error instanceof ApiError && error.isNotFound) {
    return (
      <Alert severity="info">
        <Trans>
          The service has no report of billable usage for {monthText}. Not every organization gets
          one; another month may have it.
        </Trans>
      </Alert>
    );
  }
  if (error) {
    return (
      <ErrorNotice
        title={t`What is billed could not be read`}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!report) return <Muted>{t`Reading what is billed…`}</Muted>;
  const { status } = report;
  const lines = billedLines({
    usages: report.usages,
    licenseIds: index.licenseIds,
    holdersOf: (licenseId) => index.holders(licenseId).count,
    graph,
  });
  return (
    <>
      {status !== undefined && (
        <Muted>
          <Trans>The service says of this report: {status}.</Trans>
        </Muted>
      )}
      {report.usages.length === 0 && (
        <Alert severity="info">
          <Trans>The report of {monthText} bills nothing.</Trans>
        </Alert>
      )}
      <DataTable
        label={t`Billed and assigned`}
        columns={billedColumns({
          graph,
          organization,
          isComplete: assignmentsComplete(organization),
        })}
        rows={lines.map((line, place) => ({ ...line, place }))}
        rowKey={({ place }) => String(place)}
      />
    </>
  );
}
