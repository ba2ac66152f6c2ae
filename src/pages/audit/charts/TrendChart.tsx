import Link from '@mui/material/Link';
import { LineChart } from '@mui/x-charts/LineChart';
import { Link as RouterLink } from 'react-router';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { ChartSection } from './ChartSection';
import { countAxis, MOST_SERIES } from './chartText';
import { TrendTable, type TrendTableProps } from './TrendTable';
import { useChartColors } from './useChartColors';
import { MOST_MOMENTS } from './useTrend';

const DAY_MS = 24 * 60 * 60 * 1_000;
const TITLE = 'Trend over snapshots';

/** How the numbers of holders changed from snapshot to snapshot, and until now. */
export function TrendChart({ moments, licenseIds }: TrendTableProps) {
  const { series: colors } = useChartColors();
  const charted = licenseIds.slice(0, MOST_SERIES);
  if (moments.length < 2) {
    return (
      <Section title={TITLE}>
        <Muted>
          A trend is shown from the first snapshot on.{' '}
          <Link component={RouterLink} to="?tab=snapshots">
            Save a snapshot
          </Link>
        </Muted>
      </Section>
    );
  }
  const span = (moments.at(-1)?.takenAt ?? 0) - (moments[0]?.takenAt ?? 0);
  const tickText = (date: Date) =>
    span < 2 * DAY_MS
      ? date.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })
      : date.toLocaleDateString();
  const description = `Holders of the ${charted.length} most frequent licenses, at the last ${MOST_MOMENTS} snapshots of this browser and now.`;
  return (
    <ChartSection
      title={TITLE}
      description={description}
      chart={
        <LineChart
          height={320}
          skipAnimation
          grid={{ horizontal: true }}
          xAxis={[
            {
              scaleType: 'time',
              data: moments.map(({ takenAt }) => new Date(takenAt)),
              valueFormatter: (date: Date, { location }) =>
                location === 'tick' ? tickText(date) : date.toLocaleString(),
            },
          ]}
          yAxis={[{ ...countAxis(), width: 60 }]}
          series={charted.map((licenseId, place) => ({
            id: licenseId,
            label: licenseId,
            curve: 'linear',
            showMark: true,
            ...(colors[place] !== undefined && { color: colors[place] }),
            data: moments.map(({ holders }) => holders.get(licenseId) ?? 0),
          }))}
        />
      }
      table={<TrendTable moments={moments} licenseIds={licenseIds} />}
    />
  );
}
