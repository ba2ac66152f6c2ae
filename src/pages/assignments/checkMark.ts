/**
 * A check mark as a background: what is held or chosen is to be told from what is not without seeing colors. A picture
 * cannot take its color from the theme's variables.
 */
export function checkMark(stroke: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><path d="M3.5 8.5l3 3 6-7" fill="none" stroke="${stroke}" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
