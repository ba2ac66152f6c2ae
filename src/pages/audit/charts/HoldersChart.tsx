import { useLingui } from '@lingui/react/macro';
import { BarChart } from '@mui/x-charts/BarChart';
import { useNavigate } from 'react-router';
import { holdersPath } from '@/components/license/paths';
import { ChartSection } from './ChartSection';
import { countAxis, numberText, shortName } from './chartText';
import { HoldersTable, type HoldersTableProps } from './HoldersTable';
import { useChartColors, useIsNarrow } from './useChartColors';

const MOST_BARS = 20;
const BAR_HEIGHT = 26;

/** How many hold each license. */
export function HoldersChart({ licenses, users, graph }: HoldersTableProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const { main } = useChartColors();
  const shown = licenses.slice(0, MOST_BARS);
  const all = numberText(licenses.length);
  const description =
    licenses.length > MOST_BARS
      ? t`The ${MOST_BARS} licenses that most users hold, of ${all}; the table has all. A bar leads to its users.`
      : t`How many users hold each license. A bar leads to its users.`;
  return (
    <ChartSection
      title={t`Holders by license`}
      description={description}
      chart={
        <BarChart
          layout="horizontal"
          experimentalFeatures={{ keyboardActivation: true }}
          height={shown.length * BAR_HEIGHT + 60}
          colors={[main]}
          skipAnimation
          hideLegend
          grid={{ vertical: true }}
          xAxis={[countAxis(isNarrow)]}
          yAxis={[
            {
              scaleType: 'band',
              data: shown.map(({ licenseId }) => licenseId),
              width: isNarrow ? 104 : 150,
              valueFormatter: (licenseId: string, { location }) =>
                location === 'tick' ? shortName(licenseId, isNarrow) : licenseId,
            },
          ]}
          series={[{ label: t`Holders`, data: shown.map(({ holders }) => holders) }]}
          onItemClick={(_, { dataIndex }) => {
            const license = shown[dataIndex];
            if (license) void navigate(holdersPath(license.licenseId));
          }}
        />
      }
      table={<HoldersTable licenses={licenses} users={users} graph={graph} />}
    />
  );
}
