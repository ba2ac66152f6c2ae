/** Accents and case put aside, as a search is to do. The benchmark's own, to check the console's by. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
