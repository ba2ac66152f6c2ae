/** The base licenses, the least first. A user holds one of them: the highest that their roles ask for. */
export const baseLicenses: readonly string[] = [
  'collaboratePro',
  'communicate',
  'cloudCX1',
  'cloudCX2Digital',
  'cloudCX2',
  'cloudCX3Digital',
  'cloudCX3',
  'cloudCX4',
];

/** Add-ons of which a user holds one, the least first, and the base licenses that include them all. */
const kinds: readonly { addons: readonly string[]; includedIn: ReadonlySet<string> }[] = [
  {
    addons: ['gcSTAupgrade', 'gc1WEMupgrade', 'gc2WEMupgrade'],
    includedIn: new Set(['cloudCX3', 'cloudCX4']),
  },
];

/** What the service makes of the licenses that somebody's roles ask for, sorted. */
export function oneOfAKind(asked: Iterable<string>): string[] {
  const left = new Set(asked);
  const base = highest(left, baseLicenses);
  for (const license of baseLicenses) if (license !== base) left.delete(license);
  for (const { addons, includedIn } of kinds) {
    const kept = base !== undefined && includedIn.has(base) ? undefined : highest(left, addons);
    for (const addon of addons) if (addon !== kept) left.delete(addon);
  }
  return [...left].sort();
}

/** The position of a base license, -1 for one that is none. */
export function baseRank(license: string): number {
  return baseLicenses.indexOf(license);
}

/** What a role asks for. */
export interface Asking {
  baseLicense?: string;
  addonLicenses?: readonly string[];
}

/** The licenses that some roles together imply, by the precedence of the service. */
export function impliedBy(roles: Iterable<Asking>): string[] {
  const asked: string[] = [];
  for (const { baseLicense, addonLicenses = [] } of roles) {
    if (baseLicense !== undefined) asked.push(baseLicense);
    asked.push(...addonLicenses);
  }
  return oneOfAKind(asked);
}

function highest(among: ReadonlySet<string>, ranked: readonly string[]): string | undefined {
  return ranked.findLast((license) => among.has(license));
}
