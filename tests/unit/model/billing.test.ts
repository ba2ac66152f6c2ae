// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billedLines, monthsBefore } from '@/model/billing';
import { DefinitionGraph } from '@/model/definitions';

const graph = new DefinitionGraph([
  { id: 'base', description: 'Base license' },
  { id: 'wem', description: 'Add-on' },
  { id: 'wfm', description: 'Add-on' },
]);
const holders: Record<string, number> = { base: 10, wem: 4, old: 2 };

const lines = (usages: Parameters<typeof billedLines>[0]['usages']) =>
  billedLines({
    usages,
    licenseIds: Object.keys(holders),
    holdersOf: (licenseId) => holders[licenseId] ?? 0,
    graph,
  });
const lineOf = (name: string, totalUsage: string) => lines([{ name, totalUsage }])[0];

describe('what is billed beside what is assigned', () => {
  it('belongs to the license of that id, or of that whole description', () => {
    expect(lineOf('base', '12')).toMatchObject({ licenseId: 'base', holders: 10, difference: 2 });
    expect(lineOf(' Base license ', '7')).toMatchObject({ licenseId: 'base', difference: -3 });
  });

  it.each(['Base', 'BASE', 'Base license 2', 'Add-on', ''])(
    'is nobody’s license where the name is like one, or that of two: %s',
    (name) => {
      expect(lineOf(name, '5')).toEqual({ name, billedText: '5', billed: 5 });
    },
  );

  it('has no difference where a license is named twice', () => {
    const both = lines([
      { name: 'base', totalUsage: '6' },
      { name: 'Base license', totalUsage: '4' },
    ]).filter(({ licenseId }) => licenseId === 'base');
    expect(both.map(({ billed, difference }) => [billed, difference])).toEqual([
      [6, undefined],
      [4, undefined],
    ]);
  });

  it.each(['', 'many', '1,5', '-3', '1e3'])(
    'is unknown where the usage is no number: “%s”',
    (text) => {
      const line = lineOf('base', text);
      expect(line).toMatchObject({ billedText: text, licenseId: 'base' });
      expect(line).not.toHaveProperty('billed');
      expect(line).not.toHaveProperty('difference');
    },
  );

  it('ends with the licenses that are held and not in the report, and bears a line without anything', () => {
    expect(lines([{}, { name: 'wem', totalUsage: '4' }])).toEqual([
      { name: 'wem', licenseId: 'wem', billedText: '4', billed: 4, holders: 4, difference: 0 },
      { name: '', billedText: '' },
      { licenseId: 'base', holders: 10 },
      { licenseId: 'old', holders: 2 },
    ]);
  });

  it('loses no line of the report, and no held license', () => {
    const usage = fc.record({
      name: fc.constantFrom('base', 'wem', 'Base license', 'Minutes', 'toString'),
      totalUsage: fc.nat().map(String),
    });
    fc.assert(
      fc.property(fc.array(usage), (usages) => {
        const found = lines(usages);
        const named = found.flatMap(({ name, billedText }) =>
          name ? [`${name}: ${billedText}`] : [],
        );
        const given = usages.map(({ name, totalUsage }) => `${name}: ${totalUsage}`);
        expect(named.sort()).toEqual(given.sort());
        const licenses = new Set(found.map(({ licenseId }) => licenseId));
        for (const licenseId of Object.keys(holders)) expect(licenses).toContain(licenseId);
      }),
    );
  });
});

describe('the months that can be billed', () => {
  it('are over, by UTC, and the last comes first', () => {
    expect(monthsBefore(Date.parse('2026-01-01T00:00:00Z'), 2)).toEqual([
      { id: '2025-12', startDate: '2025-12-01T00:00:00.000Z', endDate: '2026-01-01T00:00:00.000Z' },
      { id: '2025-11', startDate: '2025-11-01T00:00:00.000Z', endDate: '2025-12-01T00:00:00.000Z' },
    ]);
  });
});
