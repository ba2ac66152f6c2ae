import { Trans, useLingui } from '@lingui/react/macro';
import Link from '@mui/material/Link';
import { LineChart } from '@mui/x-charts/LineChart';
import { Link as RouterLink } from 'react-router';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatDate, formatDateTime } from '@/i18n/formats';
import { i18n } from '@/i18n/i18n';
import { ChartSection } from './ChartSection';
import { countAxis, MOST_SERIES, seriesIdOf } from './chartText';
import { TrendTable, type TrendTableProps } from './TrendTable';
import { useChartColors } from './useChartColors';
import { MOST_MOMENTS } from './useTrend';

const DAY_MS = 24 * 60 * 60 * 1_000;
const TIME_OF_DAY = { hour: 'numeric', minute: '2-digit' } as const;

/** How the numbers of holders changed from snapshot to snapshot, and until now. */
export function TrendChart({ moments, licenseIds }: TrendTableProps) {
  const { t } = useLingui();
  const { series: colors } = useChartColors();
  const charted = licenseIds.slice(0, MOST_SERIES);
  if (moments.length < 2) {
    return (
      <Section title={t`Trend over snapshots`}>
        <Muted>
          <Trans>
            A trend is shown from the first snapshot on.{' '}
            <Link component={RouterLink} to="?tab=snapshots">
              Save a snapshot
            </Link>
          </Trans>
        </Muted>
      </Section>
    );
  }
  const span = (moments.at(-1)?.takenAt ?? 0) - (moments[0]?.takenAt ?? 0);
  const tickText = (date: Date) =>
    span < 2 * DAY_MS ? i18n.date(date, TIME_OF_DAY) : formatDate(date);
  const licenses = charted.length;
  const description = t`Holders of the ${licenses} most frequent licenses, at the last ${MOST_MOMENTS} snapshots of this browser and now.`;
  return (
    <ChartSection
      title={t`Trend over snapshots`}
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
                location === 'tick' ? tickText(date) : formatDateTime(date),
            },
          ]}
          yAxis={[{ ...countAxis(), width: 60 }]}
          series={charted.map((licenseId, place) => ({
            id: seriesIdOf(licenseId),
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
