import { type Filter, NO_FILTER, startOfDay } from '@/model/filter';
import { FINDING_RULES } from '@/model/findings';
import { DEFAULT_SORT, type Sort, type SortColumn } from '@/model/order';
import { type ColumnChoice, parseColumnChoice, writeColumnChoice } from './columnChoice';

/** What the address of the matrix says: a view is a link. */
export interface MatrixQuery {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly columns: ColumnChoice;
}

/** The parameters of the lists in a filter. A list is a parameter given several times: ids may hold any character. */
const LISTS = {
  holds: 'holds',
  any: 'holdsAny',
  exactly: 'holdsExactly',
  lacks: 'lacks',
  state: 'state',
  department: 'department',
  division: 'division',
} as const satisfies Record<string, keyof Filter>;
const FINDING = 'finding';
const LIST_ENTRIES = Object.entries(LISTS);

/** Reads a query from an address. What makes no sense is passed over: an address may come from anywhere. */
export function parseMatrixQuery(params: URLSearchParams): MatrixQuery {
  const lists = Object.fromEntries(
    LIST_ENTRIES.map(([param, key]) => [key, [...new Set(params.getAll(param))]]),
  );
  return {
    filter: {
      ...NO_FILTER,
      ...lists,
      text: params.get('q') ?? '',
      fewest: parseCount(params.get('min')),
      most: parseCount(params.get('max')),
      lastLoginBefore: parseDay(params.get('loginBefore')),
      finding: FINDING_RULES.filter((rule) => params.getAll(FINDING).includes(rule)),
    },
    sort: parseSort(params.get('sort')),
    columns: parseColumnChoice(params),
  };
}

/** Writes a query into a copy of the parameters; what others keep in the address stays. */
export function withMatrixQuery(
  params: URLSearchParams,
  { filter, sort, columns }: MatrixQuery,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const setOrDelete = (name: string, value: string) =>
    value === '' ? next.delete(name) : next.set(name, value);
  setOrDelete('q', filter.text.trim());
  setOrDelete('min', filter.fewest?.toString() ?? '');
  setOrDelete('max', filter.most?.toString() ?? '');
  setOrDelete('loginBefore', filter.lastLoginBefore ?? '');
  next.delete(FINDING);
  for (const rule of filter.finding) next.append(FINDING, rule);
  const isDefaultSort = formatSort(sort) === formatSort(DEFAULT_SORT);
  setOrDelete('sort', isDefaultSort ? '' : formatSort(sort));
  for (const [param, key] of LIST_ENTRIES) {
    next.delete(param);
    for (const value of filter[key]) next.append(param, value);
  }
  writeColumnChoice(next, columns);
  return next;
}

function parseCount(text: string | null): number | undefined {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function parseDay(text: string | null): string | undefined {
  return text !== null && !Number.isNaN(startOfDay(text)) ? text : undefined;
}

/** `sort=name`, `sort=-licenses`, `sort=holds.cloudCX3`; a minus turns the order round. */
export function parseSort(text: string | null): Sort {
  const [, minus, column] = /^(-?)(.+)$/s.exec(text ?? '') ?? [];
  if (column === undefined || !isSortColumn(column)) return DEFAULT_SORT;
  return { column, descending: minus === '-' };
}

export function formatSort({ column, descending }: Sort): string {
  return `${descending ? '-' : ''}${column}`;
}

function isSortColumn(text: string): text is SortColumn {
  return ['name', 'email', 'department', 'licenses'].includes(text) || /^holds\../s.test(text);
}
