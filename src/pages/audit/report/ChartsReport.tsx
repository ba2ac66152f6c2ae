import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { DefinitionGraph } from '@/model/definitions';
import { numberText } from '../charts/chartText';
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
  const { licenses, licenseIds, users, pictures, trend } = data;
  const { combinations, combinationCount, departments } = pictures;
  return (
    <>
      <Section title="Holders by license">
        <HoldersTable licenses={licenses} users={users} graph={graph} />
      </Section>
      <Section title="Overlap of licenses">
        {combinationCount > MOST_COMBINATIONS && (
          <Muted>
            The {MOST_COMBINATIONS} most frequent combinations of {numberText(combinationCount)}.
          </Muted>
        )}
        <OverlapTable combinations={combinations.slice(0, MOST_COMBINATIONS)} users={users} />
      </Section>
      {trend && trend.length > 1 && (
        <Section title="Trend over snapshots">
          <TrendTable moments={trend} licenseIds={licenseIds} />
        </Section>
      )}
      <Section title="Licenses by department">
        <DepartmentsTable departments={departments} licenseIds={licenseIds} />
      </Section>
    </>
  );
}
