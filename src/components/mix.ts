/** So many percent of a color on another; either may be a variable of the theme. */
export function mix(color: string, percent: number, onto: string): string {
  return `color-mix(in srgb, ${color} ${percent}%, ${onto})`;
}
