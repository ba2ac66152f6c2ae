import { plural, t } from '@lingui/core/macro';
import { BarChart } from '@mui/x-charts/BarChart';
import { useNavigate } from 'react-router';
import { useLanguage } from '@/i18n/useLanguage';
import type { DepartmentLicenses } from '@/model/pictures';
import { ChartSection } from './ChartSection';
import { countAxis, MOST_SERIES, numberText, seriesIdOf, shortName } from './chartText';
import {
  DepartmentsTable,
  type DepartmentsTableProps,
  departmentLink,
  departmentName,
  othersIn,
} from './DepartmentsTable';
import { useChartColors, useIsNarrow } from './useChartColors';

const MOST_BARS = 12;
const BAR_HEIGHT = 30;

/** No license has such an id. */
const OTHERS = ' others';

/** How many licenses each department holds, by license. */
export function DepartmentsChart({ departments, licenseIds }: DepartmentsTableProps) {
  useLanguage();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const { series: colors, rest: restColor } = useChartColors();
  const charted = licenseIds.slice(0, MOST_SERIES);
  const shown = withRest(departments);
  const hasRest = licenseIds.length > charted.length;
  return (
    <ChartSection
      title={t`Licenses by department`}
      description={descriptionOf(charted.length, departments.length - MOST_BARS)}
      chart={
        <BarChart
          layout="horizontal"
          experimentalFeatures={{ keyboardActivation: true }}
          height={shown.length * BAR_HEIGHT + 130}
          skipAnimation
          grid={{ vertical: true }}
          xAxis={[countAxis(isNarrow)]}
          yAxis={[
            {
              scaleType: 'band',
              data: shown.map(departmentName),
              width: isNarrow ? 104 : 150,
              valueFormatter: (name: string, { location }) =>
                location === 'tick' ? shortName(name, isNarrow) : name,
            },
          ]}
          series={[
            ...charted.map((licenseId, place) => ({
              id: seriesIdOf(licenseId),
              label: licenseId,
              stack: 'licenses',
              color: colors[place] ?? restColor,
              data: shown.map(({ holders }) => holders.get(licenseId) ?? 0),
            })),
            ...(hasRest
              ? [
                  {
                    id: OTHERS,
                    label: t`Other licenses`,
                    stack: 'licenses',
                    color: restColor,
                    data: shown.map((department) => othersIn(department, charted)),
                  },
                ]
              : []),
          ]}
          onItemClick={(_, { dataIndex, seriesId }) => {
            const department = shown[dataIndex];
            if (!department || 'isRest' in department) return;
            const licenseId = charted.find((id) => seriesIdOf(id) === seriesId);
            void navigate(departmentLink(department, licenseId));
          }}
        />
      }
      table={<DepartmentsTable departments={departments} licenseIds={licenseIds} />}
    />
  );
}

function descriptionOf(licenses: number, departmentsLeft: number): string {
  const sentences = [
    t`Assignments of the ${licenses} most frequent licenses, and of all others together, by department.`,
  ];
  if (departmentsLeft > 1) {
    const left = numberText(departmentsLeft);
    sentences.push(t`The ${MOST_BARS} largest departments; the other ${left} are one bar.`);
  }
  sentences.push(t`A bar leads to its users.`);
  return sentences.join(' ');
}

type Shown = DepartmentLicenses | (DepartmentLicenses & { readonly isRest: true });

/** The departments of a bar of their own, and all others as one. */
function withRest(departments: readonly DepartmentLicenses[]): Shown[] {
  const rest = departments.slice(MOST_BARS);
  if (rest.length <= 1) return [...departments];
  const holders = new Map<string, number>();
  for (const department of rest) {
    for (const [licenseId, count] of department.holders) {
      holders.set(licenseId, (holders.get(licenseId) ?? 0) + count);
    }
  }
  const people = rest.reduce((sum, department) => sum + department.people, 0);
  const department = plural(rest.length, {
    one: '# other department',
    other: '# other departments',
  });
  return [...departments.slice(0, MOST_BARS), { department, people, holders, isRest: true }];
}
