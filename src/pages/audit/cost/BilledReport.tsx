import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type BillableUsage, isComplete, isPreparing, useBillableUsage } from '@/api/billing';
import { ApiError } from '@/api/errors';
import { assignmentsComplete } from '@/components/license/holderCount';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { NoticeAction } from '@/components/page/NoticeAction';
import { Muted } from '@/components/section/Muted';
import { DataTable } from '@/components/table/DataTable';
import { formatShortTime } from '@/i18n/formats';
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
  const { report, error, askedSince, answeredAt, hasGivenUp, askAgain } = useBillableUsage(month);

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
      <ErrorNotice title={t`What is billed could not be read`} error={error} onRetry={askAgain} />
    );
  }
  if (!report) return <Muted>{t`Reading what is billed…`}</Muted>;
  const isEmpty = report.usages.length === 0;
  return (
    <>
      {isPreparing(report) ? (
        <Preparing
          monthText={monthText}
          since={askedSince}
          endedAt={hasGivenUp ? answeredAt : undefined}
          onAskAgain={askAgain}
        />
      ) : (
        <Status status={report.status} isComplete={isComplete(report)} />
      )}
      {isEmpty && isComplete(report) && (
        <Alert severity="info">
          <Trans>The report of {monthText} bills nothing.</Trans>
        </Alert>
      )}
      {isEmpty && !isComplete(report) && !isPreparing(report) && (
        <Alert severity="info">
          <Trans>
            The report of {monthText} lists nothing, which does not mean that nothing is billed.
          </Trans>
        </Alert>
      )}
      {(isComplete(report) || !isEmpty) && <Lines report={report} graph={graph} />}
    </>
  );
}

interface PreparingProps {
  monthText: string;
  since: number;
  /** When the console stopped asking; undefined while it goes on. */
  endedAt: number | undefined;
  onAskAgain: () => void;
}

function Preparing({ monthText, since, endedAt, onAskAgain }: PreparingProps) {
  const { t } = useLingui();
  const began = formatShortTime(since);
  const ended = formatShortTime(endedAt ?? since);
  if (endedAt !== undefined) {
    return (
      <Alert
        severity="info"
        action={
          <NoticeAction onClick={onAskAgain}>
            <Trans>Try again</Trans>
          </NoticeAction>
        }
      >
        <Trans>
          At {ended}, Genesys Cloud was still preparing the report of {monthText}. The console had
          been asking since {began} and has stopped.
        </Trans>
      </Alert>
    );
  }
  return (
    <>
      <LinearProgress aria-label={t`Waiting for the report`} sx={{ my: 1 }} />
      <Typography role="status" variant="body2">
        <Trans>
          Genesys Cloud is still preparing the report of {monthText}. The console has been asking
          since {began} and asks again by itself.
        </Trans>
      </Typography>
    </>
  );
}

function Status({
  status,
  isComplete: isWhole,
}: {
  status: string | undefined;
  isComplete: boolean;
}) {
  if (isWhole) {
    return (
      <Muted>
        <Trans>The service says of this report: {status}.</Trans>
      </Muted>
    );
  }
  return (
    <Alert severity="warning">
      {status === undefined ? (
        <Trans>Genesys Cloud does not say whether this report is complete.</Trans>
      ) : (
        <Trans>Genesys Cloud says “{status}” of this report. It may not be complete.</Trans>
      )}
    </Alert>
  );
}

function Lines({ report, graph }: { report: BillableUsage; graph: DefinitionGraph | undefined }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const { index } = organization;
  const lines = billedLines({
    usages: report.usages,
    licenseIds: index.licenseIds,
    holdersOf: (licenseId) => index.holders(licenseId).count,
    graph,
  });
  return (
    <DataTable
      label={t`Billed and assigned`}
      columns={billedColumns({
        graph,
        organization,
        isComplete: isComplete(report) && assignmentsComplete(organization),
      })}
      rows={lines.map((line, place) => ({ ...line, place }))}
      rowKey={({ place }) => String(place)}
    />
  );
}
