import type { Measure } from './measures.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((title, i) => (i === 0 && !title ? '---' : '---:'))),
    ...rows.map(line),
  ];
}

export function shown(value: number | undefined, unit: Measure['unit']): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const digits = unit === '' || value >= 100 ? 0 : 1;
  const number = value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit ? `${number} ${unit}` : number;
}

export const met = (isMet: boolean) => (isMet ? 'met' : '**missed**');
