// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import { NO_COSTS, withTerms } from '@/model/costs';
import type { AuditFinding } from '@/model/findingsCost';
import { OrganizationIndex } from '@/model/organizationIndex';
import { findingsTable } from '@/pages/audit/findings/findingsTable';
import { wasteByRule } from '@/pages/audit/findings/wasteWords';

const index = new OrganizationIndex();
index.addAssignments([
  { id: 'ana', licenses: ['base', 'wem'] },
  { id: 'bo', licenses: ['base'] },
]);
const found: AuditFinding[] = [
  { id: 'inactiveHolder', rule: 'inactiveHolder', rows: Bitset.from([0, 1]) },
  {
    id: 'expensive/Care',
    rule: 'expensive',
    cost: { department: 'Care', median: 20_000, limit: 30_000 },
    rows: Bitset.from([0]),
  },
];
const costs = { ...withTerms(NO_COSTS, 'base', { price: 25_000 }), currency: 'EUR' };
const table = (given = costs) => findingsTable({ found, notChecked: new Map() }, [], index, given);

/** The cells of a column, top down. */
function column(name: string, { header, rows } = table()) {
  const place = header.indexOf(name);
  expect(place).toBeGreaterThan(-1);
  return [...rows].map((row) => row[place]);
}

describe('the export of findings', () => {
  it('tells of each user what their priced licenses cost, and who is far more expensive', () => {
    expect(column('Rule').at(-1)).toBe('Far more expensive than their department');
    expect(column('Finding').at(-1)).toBe('Care');
    expect(column('Priced licenses of the user a month')).toEqual([2.5, 2.5, 2.5]);
    expect(column('Currency')).toEqual(['EUR', 'EUR', 'EUR']);
  });

  it('leaves costs empty where no price is given', () => {
    const without = findingsTable({ found, notChecked: new Map() }, [], index, NO_COSTS);
    expect(column('Priced licenses of the user a month', without)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has what each rule costs in its head, and nothing of rules that tell of no waste', () => {
    expect(wasteByRule(found, index, costs)).toEqual([
      [
        'Held by inactive users, without what is muted',
        'Costs at least €5.00 a month. Without a price: 1 license.',
      ],
    ]);
    expect(wasteByRule(found, index, undefined)).toEqual([]);
  });
});
