import { t } from '@lingui/core/macro';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { DefinitionGraph } from '@/model/definitions';
import { DepartmentsTable } from '../charts/DepartmentsTable';
import { HoldersTable } from '../charts/HoldersTable';
import { OverlapTable } from '../charts/OverlapTable';
import { TrendTable } from '../charts/TrendTable';
import type { ChartData } from '../charts/useChartData';

const MOST_COMBINATIONS = 20;

interface ChartsReportProps {
  data: ChartData;
  graph: DefinitionGraph | undefined;
}

/** What the charts show, in tables. */
export function ChartsReport({ data, graph }: ChartsReportProps) {
  useLanguage();
  const { licenses, licenseIds, users, pictures, trend } = data;
  const { combinations, combinationCount, departments } = pictures;
  return (
    <>
      <Section title={t`Holders by license`}>
        <HoldersTable licenses={licenses} users={users} graph={graph} />
      </Section>
      <Section title={t`Overlap of licenses`}>
        {combinationCount > MOST_COMBINATIONS && (
          <Muted>{mostFrequentText(combinationCount)}</Muted>
        )}
        <OverlapTable combinations={combinations.slice(0, MOST_COMBINATIONS)} users={users} />
      </Section>
      {trend && trend.length > 1 && (
        <Section title={t`Trend over snapshots`}>
          <TrendTable moments={trend} licenseIds={licenseIds} />
        </Section>
      )}
      <Section title={t`Licenses by department`}>
        <DepartmentsTable departments={departments} licenseIds={licenseIds} />
      </Section>
    </>
  );
}

function mostFrequentText(count: number): string {
  const all = formatNumber(count);
  return t`The ${MOST_COMBINATIONS} most frequent combinations of ${all}.`;
}
