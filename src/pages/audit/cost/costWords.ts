import type { CostRowProblem } from '@/model/costFile';
import { type Amount, type TermProblem, unitsOf } from '@/model/costs';

const TERM_WORDS: Readonly<Record<TermProblem, string>> = {
  comma: 'has a comma, which may stand for decimals or for thousands. Write 1234.50',
  currency: 'names a currency. Write the number alone; the currency is chosen for all',
  negative: 'is below 0',
  tooManyDecimals: 'has more than four decimals',
  tooLarge: 'is too large',
  notANumber: 'is not a number',
  notWhole: 'is not a whole number',
};

export function termText(text: string, problem: TermProblem): string {
  return `“${text}” ${TERM_WORDS[problem]}.`;
}

export function rowProblemText(problem: CostRowProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return problem.message;
    case 'noLicense':
      return 'No license is named.';
    case 'nothingSaid':
      return 'Neither a price nor seats are given.';
    case 'unknownLicense':
      return `The organization has no license “${problem.text}”.`;
    case 'twice':
      return `“${problem.text}” was in a line before; that one counts.`;
    case 'price':
      return `Price: ${termText(problem.text, problem.problem)}`;
    case 'seats':
      return `Seats: ${termText(problem.text, problem.problem)}`;
  }
}

/** An amount in the currency, or as a bare number as long as none is chosen. */
export function moneyText(amount: Amount, currency: string | undefined): string {
  const style = currency === undefined ? {} : { style: 'currency' as const, currency };
  return new Intl.NumberFormat(undefined, style).format(unitsOf(amount));
}

/** Holders beyond the seats, or seats that are free. */
export function seatsText(overSeats: number): string {
  if (overSeats === 0) return 'All taken';
  const count = Math.abs(overSeats).toLocaleString();
  return overSeats > 0 ? `${count} over` : `${count} free`;
}
