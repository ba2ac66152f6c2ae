import { useColorScheme, useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';

/**
 * Apart from each other also for those who see red and green alike: they differ in lightness too. The last one stands
 * for all the rest.
 */
const LIGHT = [
  '#1f5aa8',
  '#d55e00',
  '#00876c',
  '#a8538f',
  '#8a6d00',
  '#3f97c9',
  '#6b7480',
] as const;
const DARK = ['#8ab4f0', '#ff9d57', '#3fc79a', '#e6a3d0', '#e6d16a', '#4ea7d8', '#8b96a5'] as const;

export interface ChartColors {
  readonly series: readonly string[];
  readonly main: string;
  readonly rest: string;
}

export function useChartColors(): ChartColors {
  const { mode, systemMode } = useColorScheme();
  const colors = (mode === 'system' ? systemMode : mode) === 'dark' ? DARK : LIGHT;
  return { series: colors, main: colors[0], rest: colors[6] };
}

/** Where names must leave more room for what they name. */
export function useIsNarrow(): boolean {
  return useMediaQuery(useTheme().breakpoints.down('sm'));
}
