import type { Bitset } from './bitset';

/**
 * Amounts of money are whole ten-thousandths of the currency's unit: exact whatever the currency is, and for prices a
 * month that have more decimals than its coins. The cost of 200,000 holders is far below what a number keeps exactly.
 */
export type Amount = number;

const PER_UNIT = 10_000;
const MOST_UNITS = 1_000_000;
const MOST_SEATS = 10_000_000;

/** What an administrator said of a license. What they did not say is not known, which is something else than 0. */
export interface LicenseTerms {
  /** For one holder and month. */
  readonly price?: Amount;
  /** How many were bought. */
  readonly seats?: number;
}

export interface Costs {
  /** As ISO 4217 names it; undefined until it is chosen. */
  readonly currency?: string;
  readonly terms: ReadonlyMap<string, LicenseTerms>;
}

export const NO_COSTS: Costs = { terms: new Map() };

/** Why a text is no price or no count of seats. */
export type TermProblem =
  | 'comma'
  | 'currency'
  | 'negative'
  | 'tooManyDecimals'
  | 'tooLarge'
  | 'notANumber'
  | 'notWhole';

/** What was read from a text; neither a value nor a problem where it is empty. */
export interface ReadTerm {
  readonly value?: number;
  readonly problem?: TermProblem;
}

/** Reads digits with a decimal point. Whatever could mean two things is refused instead of guessed at. */
export function readPrice(text: string): ReadTerm {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  const match = /^(\d+)(?:\.(\d+))?$/.exec(trimmed);
  if (!match) return { problem: problemOf(trimmed) };
  const [, units = '', decimals = ''] = match;
  if (decimals.length > 4) return { problem: 'tooManyDecimals' };
  const value = Number(units) * PER_UNIT + Number(decimals.padEnd(4, '0'));
  return value > MOST_UNITS * PER_UNIT ? { problem: 'tooLarge' } : { value };
}

export function readSeats(text: string): ReadTerm {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (/^\d+\.\d+$/.test(trimmed)) return { problem: 'notWhole' };
  if (!/^\d+$/.test(trimmed)) return { problem: problemOf(trimmed) };
  const value = Number(trimmed);
  return value > MOST_SEATS ? { problem: 'tooLarge' } : { value };
}

function problemOf(text: string): TermProblem {
  if (/\p{Sc}|[A-Za-z]{3}/u.test(text) && /\d/.test(text)) return 'currency';
  if (text.includes(',')) return 'comma';
  return /^[-\u2212]\s*\d/u.test(text) ? 'negative' : 'notANumber';
}

/** The text that `readPrice` reads as the same amount. */
export function priceText(price: Amount): string {
  const decimals = String(price % PER_UNIT)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const units = Math.floor(price / PER_UNIT);
  return decimals === '' ? String(units) : `${units}.${decimals.padEnd(2, '0')}`;
}

/** For `Intl.NumberFormat`, which counts in units. */
export function unitsOf(amount: Amount): number {
  return amount / PER_UNIT;
}

/** The same costs, but for one license; terms of which nothing is left are forgotten. */
export function withTerms(costs: Costs, licenseId: string, terms: LicenseTerms): Costs {
  const next = new Map(costs.terms);
  if (terms.price === undefined && terms.seats === undefined) next.delete(licenseId);
  else next.set(licenseId, terms);
  return { ...costs, terms: next };
}

export interface LicenseCost extends LicenseTerms {
  readonly licenseId: string;
  readonly holders: number;
  /** Holders beyond the seats, or, below 0, seats that nobody holds. */
  readonly overSeats?: number;
  /** Price times holders. */
  readonly monthly?: Amount;
}

export interface CostTable {
  readonly licenses: readonly LicenseCost[];
  /** Of the licenses with a price. */
  readonly monthly: Amount;
  /** Held licenses without a price: the total leaves them out. */
  readonly unpriced: number;
}

/** What the licenses cost that are held now, with those that have terms but no holder. */
export function costTable(
  { terms }: Costs,
  licenseIds: Iterable<string>,
  holdersOf: (licenseId: string) => Pick<Bitset, 'count'>,
): CostTable {
  const ids = new Set([...licenseIds, ...terms.keys()]);
  const licenses = [...ids].map((licenseId): LicenseCost => {
    const known = terms.get(licenseId) ?? {};
    const holders = holdersOf(licenseId).count;
    return {
      licenseId,
      holders,
      ...known,
      ...(known.seats !== undefined && { overSeats: holders - known.seats }),
      ...(known.price !== undefined && { monthly: holders * known.price }),
    };
  });
  return {
    licenses,
    monthly: licenses.reduce((sum, { monthly = 0 }) => sum + monthly, 0),
    unpriced: licenses.filter(({ holders, price }) => holders > 0 && price === undefined).length,
  };
}
