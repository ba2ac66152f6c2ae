// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '@/model/filter';
import { FINDING_RULES } from '@/model/findings';
import { DEFAULT_SORT } from '@/model/order';
import { parseMatrixQuery, withMatrixQuery } from '@/pages/assignments/matrixUrl';

const parse = (address: string) => parseMatrixQuery(new URLSearchParams(address));
const nothing = {
  filter: NO_FILTER,
  sort: DEFAULT_SORT,
  columns: { hidden: [], onlyHeld: false, order: 'name' },
} as const;

describe('the address of the matrix', () => {
  it('is readable', () => {
    const query = {
      filter: { ...NO_FILTER, text: 'anna', holds: ['cloudCX2', 'wem'], lacks: ['cloudCX3'] },
      sort: { column: 'holds.wem', descending: true },
      columns: { hidden: ['cloudCX4'], onlyHeld: true, order: 'holders' },
    } as const;
    expect(withMatrixQuery(new URLSearchParams(), query).toString()).toBe(
      'q=anna&sort=-holds.wem&holds=cloudCX2&holds=wem&lacks=cloudCX3&cols=held&cols=by-holders&cols=-cloudCX4',
    );
  });

  it('is bare where nothing is asked for', () => {
    expect(withMatrixQuery(new URLSearchParams('q=anna&max=0'), nothing).toString()).toBe('');
  });

  it('brings back any filter, order and columns', () => {
    const list = fc.uniqueArray(fc.string(), { maxLength: 3 });
    const count = fc.option(fc.nat(9999), { nil: undefined });
    const filter = fc.record({
      text: fc.string().map((text) => text.trim()),
      holds: list,
      holdsAny: list,
      holdsExactly: list,
      lacks: list,
      fewest: count,
      most: count,
      lastLoginBefore: fc.constantFrom('2026-11-25', '2024-02-29', undefined),
      finding: fc.subarray([...FINDING_RULES]),
      state: list,
      department: list,
      division: list,
    });
    const license = fc.string({ minLength: 1 }).map((id) => `holds.${id}` as const);
    const sort = fc.record({
      column: fc.oneof(fc.constantFrom('name', 'email', 'department', 'licenses'), license),
      descending: fc.boolean(),
    });
    const columns = fc.record({
      hidden: list,
      onlyHeld: fc.boolean(),
      order: fc.constantFrom('name', 'holders'),
    });
    fc.assert(
      fc.property(fc.record({ filter, sort, columns }), (query) => {
        const address = withMatrixQuery(new URLSearchParams(), query).toString();
        expect(parse(address)).toEqual(query);
      }),
    );
  });

  it('keeps what others have in it', () => {
    expect(withMatrixQuery(new URLSearchParams('columns=a&q=x'), nothing).toString()).toBe(
      'columns=a',
    );
  });

  it.each([
    'sort=',
    'sort=-',
    'sort=nonsense',
    'cols=agentAssist',
    'loginBefore=yesterday',
    'loginBefore=2026-13-45',
    'min=-1&max=many',
    'min=1e9',
    'finding=nonsense',
    'holds.x=1',
  ])('passes over what makes no sense: %s', (address) => expect(parse(address)).toEqual(nothing));

  it('asks for a license once, however often it is named', () => {
    expect(parse('holds=a&holds=a').filter.holds).toEqual(['a']);
  });
});
