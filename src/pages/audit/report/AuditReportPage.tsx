import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useMemo } from 'react';
import { useMutes } from '@/components/audit/useMutes';
import { useOwner } from '@/components/audit/useOwner';
import { useDefinitionGraph } from '@/components/license/useDefinitionGraph';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Page } from '@/components/page/Page';
import { Facts } from '@/components/section/Facts';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { withoutMuted } from '@/model/findingsMutes';
import { useOrganization } from '@/organization/OrganizationProvider';
import { useChartData } from '../charts/useChartData';
import { NotCheckedRules } from '../findings/NotCheckedRules';
import { useRoleFindings } from '../findings/roles/useRoleFindings';
import { useExpensive } from '../findings/useExpensive';
import { useFindings } from '../findings/useFindings';
import { useFindingsAddress } from '../findings/useFindingsAddress';
import { aboutReport } from './aboutReport';
import { ChartsReport } from './ChartsReport';
import { FindingsReport } from './FindingsReport';
import { MutedReport } from './MutedReport';
import { ON_PAPER } from './onPaper';
import { totalFacts, totalsOf } from './totals';

/** The whole audit on paper: what it is about, totals, findings, what is muted and why, and the numbers of the charts. */
export function AuditReportPage() {
  const { t } = useLingui();
  const owner = useOwner();
  const organization = useOrganization();
  const { index, loadedAt, status, version } = organization;
  const definitions = useDefinitionGraph();
  const { absentDays } = useFindingsAddress();
  const withoutRoles = useFindings(
    definitions.isPending ? undefined : definitions.data,
    absentDays,
  );
  const roles = useRoleFindings(withoutRoles, definitions.data);
  const { findings, isSettled, costs } = useExpensive(roles.findings, withoutRoles, owner?.key);
  const { mutes } = useMutes(owner?.key);
  const charts = useChartData(owner?.key);
  const found = useMemo(
    () => withoutMuted(findings?.found ?? [], mutes, index),
    [findings, mutes, index],
  );
  const about = useMemo(
    () => aboutReport(owner, { loadedAt, status }, absentDays, t),
    [owner, loadedAt, status, absentDays, t],
  );
  const totals = useMemo(
    // The index changes in place: the version says when it did.
    () => (version >= 0 ? totalsOf(index, found) : undefined),
    [index, version, found],
  );
  const isReady = isSettled && !charts.isPending;

  return (
    <Page
      title={t`Audit report`}
      back={{ to: '/audit', label: t`Audit` }}
      actions={
        <Button variant="contained" disabled={!isReady} onClick={() => window.print()}>
          {t({ message: 'Print', comment: 'Button' })}
        </Button>
      }
    >
      <GlobalStyles styles={ON_PAPER} />
      <Box className="screen-only">
        <OrganizationStatus />
      </Box>
      <Section title={t`About this report`}>
        <Facts facts={about} />
      </Section>
      {findings ? (
        <>
          <Section title={t`Totals`}>
            <Facts isLarge facts={totals ? totalFacts(totals) : []} />
          </Section>
          <Section title={t`Findings`}>
            {found.length === 0 && <Muted>{t`No rule has found anything in what was read.`}</Muted>}
            <FindingsReport found={found} index={index} absentDays={absentDays} costs={costs} />
            <NotCheckedRules
              notChecked={findings.notChecked}
              usersNotChecked={roles.usersNotChecked}
            />
          </Section>
          <MutedReport mutes={mutes} index={index} />
        </>
      ) : (
        <Muted>{t`The report is made when the organization is read.`}</Muted>
      )}
      {charts.error && (
        <ErrorNotice title={t`The tables of the charts could not be made`} error={charts.error} />
      )}
      {charts.data && <ChartsReport data={charts.data} graph={definitions.data} />}
    </Page>
  );
}
