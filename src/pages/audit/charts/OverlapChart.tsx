import { plural, t } from '@lingui/core/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { useLanguage } from '@/i18n/useLanguage';
import type { Combination } from '@/model/combinations';
import type { Pictures } from '@/model/pictures';
import { ChartSection } from './ChartSection';
import { numberText } from './chartText';
import { OverlapDots, OverlapNames } from './OverlapDots';
import { combinationKey, combinationLink, OverlapTable } from './OverlapTable';
import { useChartColors } from './useChartColors';

const MOST_ROWS = 15;

interface OverlapChartProps extends Pick<Pictures, 'combinations' | 'combinationCount'> {
  users: number;
}

/** Which licenses are held together: a row for each combination, a dot for each license in it, a bar for its users. */
export function OverlapChart({ combinations, combinationCount, users }: OverlapChartProps) {
  useLanguage();
  const { main, rest } = useChartColors();
  const shown = combinations.filter(({ licenseIds }) => licenseIds.length > 0).slice(0, MOST_ROWS);
  const licenseIds = licensesIn(shown);
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <ChartSection
      title={t`Overlap of licenses`}
      description={descriptionOf(shown.length, combinations.length, combinationCount)}
      chart={
        <Box sx={{ overflowX: 'auto' }}>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', minWidth: '34rem' }}>
            <OverlapNames licenseIds={licenseIds} />
            {shown.map((combination) => (
              <Box component="li" key={combinationKey(combination)}>
                <Link
                  component={RouterLink}
                  to={combinationLink(combination)}
                  underline="none"
                  color="inherit"
                  aria-label={combinationText(combination)}
                  sx={{
                    display: 'flex',
                    alignItems: 'center',
                    py: 0.25,
                    '&:hover': { bgcolor: 'action.hover' },
                  }}
                >
                  <OverlapDots
                    held={combination.licenseIds}
                    licenseIds={licenseIds}
                    color={main}
                    off={rest}
                  />
                  <Box aria-hidden sx={{ flex: 1, display: 'flex', alignItems: 'center', gap: 1 }}>
                    <Box
                      sx={{
                        height: 14,
                        minWidth: 2,
                        bgcolor: main,
                        borderRadius: 0.25,
                      }}
                      style={{ width: `${(combination.count / largest) * 75}%` }}
                    />
                    <Box component="span" sx={{ typography: 'caption' }}>
                      {numberText(combination.count)}
                    </Box>
                  </Box>
                </Link>
              </Box>
            ))}
          </Box>
        </Box>
      }
      table={<OverlapTable combinations={combinations} users={users} />}
    />
  );
}

function descriptionOf(charted: number, inTable: number, all: number): string {
  const allText = numberText(all);
  return [
    plural(charted, {
      one: `Users by exactly what they hold: the # most frequent combination of ${allText}.`,
      other: `Users by exactly what they hold: the # most frequent combinations of ${allText}.`,
    }),
    t`A row leads to its users.`,
    all <= inTable ? t`The table has all.` : t`The table has the first ${inTable}.`,
  ].join(' ');
}

function combinationText({ count, licenseIds }: Combination): string {
  const licenses = licenseIds.join(', ');
  return plural(count, { one: `# user: ${licenses}`, other: `# users: ${licenses}` });
}

/** The licenses of these combinations, those that most of the users hold first. */
function licensesIn(combinations: readonly Combination[]): string[] {
  const users = new Map<string, number>();
  for (const { licenseIds, count } of combinations) {
    for (const licenseId of licenseIds) users.set(licenseId, (users.get(licenseId) ?? 0) + count);
  }
  return [...users].sort(([, a], [, b]) => b - a).map(([licenseId]) => licenseId);
}
