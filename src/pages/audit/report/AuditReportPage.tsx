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
import { plural } from '@/components/text/plural';
import { Bitset } from '@/model/bitset';
import type { AuditFinding } from '@/model/findingsCost';
import { withoutMuted } from '@/model/findingsMutes';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { useOrganization } from '@/organization/OrganizationProvider';
import { useChartData } from '../charts/useChartData';
import { aboutExport } from '../export/aboutExport';
import { NotCheckedRules } from '../findings/NotCheckedRules';
import { useRoleFindings } from '../findings/roles/useRoleFindings';
import { useExpensive } from '../findings/useExpensive';
import { useFindings } from '../findings/useFindings';
import { useFindingsAddress } from '../findings/useFindingsAddress';
import { ChartsReport } from './ChartsReport';
import { FindingsReport } from './FindingsReport';
import { MutedReport } from './MutedReport';
import { ON_PAPER } from './onPaper';

/** The whole audit on paper: what it is about, totals, findings, what is muted and why, and the numbers of the charts. */
export function AuditReportPage() {
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
    () =>
      aboutExport(owner, { loadedAt, status }, `Absent for ${absentDays} days or more`).map(
        ([name, value]) => [name === 'Exported at' ? 'Made at' : name, momentText(value)] as const,
      ),
    [owner, loadedAt, status, absentDays],
  );
  const totals = useMemo(
    // The index changes in place: the version says when it did.
    () => (version >= 0 ? totalsOf(index, found) : []),
    [index, version, found],
  );
  const isReady = isSettled && !charts.isPending;

  return (
    <Page
      title="Audit report"
      back={{ to: '/audit', label: 'Audit' }}
      actions={
        <Button variant="contained" disabled={!isReady} onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <GlobalStyles styles={ON_PAPER} />
      <Box className="screen-only">
        <OrganizationStatus />
      </Box>
      <Section title="About this report">
        <Facts facts={about} />
      </Section>
      {findings ? (
        <>
          <Section title="Totals">
            <Facts isLarge facts={totals} />
          </Section>
          <Section title="Findings">
            {found.length === 0 && <Muted>No rule has found anything in what was read.</Muted>}
            <FindingsReport found={found} index={index} absentDays={absentDays} costs={costs} />
            <NotCheckedRules
              notChecked={findings.notChecked}
              usersNotChecked={roles.usersNotChecked}
            />
          </Section>
          <MutedReport mutes={mutes} index={index} />
        </>
      ) : (
        <Muted>The report is made when the organization is read.</Muted>
      )}
      {charts.error && (
        <ErrorNotice title="The tables of the charts could not be made" error={charts.error} />
      )}
      {charts.data && <ChartsReport data={charts.data} graph={definitions.data} />}
    </Page>
  );
}

function totalsOf(
  index: OrganizationIndex,
  found: readonly AuditFinding[],
): (readonly [string, string])[] {
  const holders = new Bitset();
  let assignments = 0;
  let licenses = 0;
  for (const licenseId of index.licenseIds) {
    const rows = index.holders(licenseId);
    holders.unite(rows);
    assignments += rows.count;
    if (!rows.isEmpty) licenses += 1;
  }
  const concerned = new Bitset();
  for (const { rows } of found) concerned.unite(rows);
  return [
    ['Users', index.usersRead.count.toLocaleString()],
    ['Holders of licenses', holders.count.toLocaleString()],
    ['Licenses held', licenses.toLocaleString()],
    ['Assignments', assignments.toLocaleString()],
    ['Findings', found.length.toLocaleString()],
    ['Concerned by findings', plural(concerned.count, 'user')],
  ];
}

/** Files hold moments as programs read them; people read them otherwise. */
function momentText(text: string): string {
  const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);
  return isMoment ? new Date(text).toLocaleString(undefined, { timeZoneName: 'short' }) : text;
}
