import { plural, t } from '@lingui/core/macro';
import { rowFaultText } from '@/components/file/fileFaultText';
import { formatMoney, formatNumber } from '@/i18n/formats';
import { SOURCE_LANGUAGE } from '@/i18n/languages';
import type { CostRowProblem } from '@/model/costFile';
import { type Amount, type TermProblem, unitsOf } from '@/model/costs';
import { inEnglish, inLanguageOfNow, type Words } from '../export/words';

export function termText(text: string, problem: TermProblem): string {
  switch (problem) {
    case 'comma':
      return t`“${text}” has a comma, which may stand for decimals or for thousands. Write 1234.50.`;
    case 'currency':
      return t`“${text}” names a currency. Write the number alone; the currency is chosen for all.`;
    case 'negative':
      return t`“${text}” is below 0.`;
    case 'tooManyDecimals':
      return t`“${text}” has more than four decimals.`;
    case 'tooLarge':
      return t`“${text}” is too large.`;
    case 'notANumber':
      return t`“${text}” is not a number.`;
    case 'notWhole':
      return t`“${text}” is not a whole number.`;
  }
}

export function rowProblemText(problem: CostRowProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return rowFaultText(problem.fault);
    case 'noLicense':
      return t`No license is named.`;
    case 'nothingSaid':
      return t`Neither a price nor seats are given.`;
    case 'unknownLicense': {
      const { text } = problem;
      return t`The organization has no license “${text}”.`;
    }
    case 'twice': {
      const { text } = problem;
      return t`“${text}” was in a line before; that one counts.`;
    }
    case 'price': {
      const why = termText(problem.text, problem.problem);
      return t`Price: ${why}`;
    }
    case 'seats': {
      const why = termText(problem.text, problem.problem);
      return t`Seats: ${why}`;
    }
  }
}

/** An amount in the currency, or as a bare number as long as none is chosen. */
export function moneyText(
  amount: Amount,
  currency: string | undefined,
  words: Words = inLanguageOfNow,
): string {
  const units = unitsOf(amount);
  if (words === inEnglish) {
    const style = currency === undefined ? {} : { style: 'currency' as const, currency };
    return new Intl.NumberFormat(SOURCE_LANGUAGE, style).format(units);
  }
  return currency === undefined ? formatNumber(units) : formatMoney(units, currency);
}

/** Holders beyond the seats, or seats that are free. */
export function seatsText(overSeats: number): string {
  if (overSeats === 0) return t({ message: 'All taken', comment: 'All seats have a holder' });
  return overSeats > 0
    ? plural(overSeats, { one: '# over', other: '# over' })
    : plural(-overSeats, { one: '# free', other: '# free' });
}
