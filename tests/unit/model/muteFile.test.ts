import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '@/files/parseCsv';
import { toCsv } from '@/model/csv';
import { AUDIT_RULES } from '@/model/findingsCost';
import { type Mute, withMutes } from '@/model/findingsMutes';
import { readMuteFile } from '@/model/muteFile';

const NAMES = {
  rule: ['Rule ID', 'Regel-ID'],
  user: ['User ID'],
  reason: ['Muted because'],
  mutedAt: ['Muted at'],
};
const HEADER = ['Rule', 'Rule ID', 'User ID', 'Muted because', 'Muted at'];
const AT = '2026-11-01T00:00:00.000Z';

const read = (header: string[], rows: string[][]) =>
  readMuteFile(parseCsv(new TextEncoder().encode(toCsv(header, rows))), NAMES, (id) =>
    id.startsWith('user'),
  );

describe('a file of what is muted', () => {
  it('mutes a rule for a user, or for everybody where it names none', () => {
    const rows = [
      ['Redundant', 'redundant', '', 'agreed', AT],
      ['Long absent', 'longAbsent', 'user-1', 'on leave', '2026-11-02T10:00:00+01:00'],
    ];
    expect(read(HEADER, rows)).toEqual({
      missing: [],
      problems: [],
      mutes: [
        { rule: 'redundant', reason: 'agreed', mutedAt: AT },
        {
          rule: 'longAbsent',
          userId: 'user-1',
          reason: 'on leave',
          mutedAt: '2026-11-02T09:00:00.000Z',
        },
      ],
    });
  });

  it('is told line by line where it is not understood, and the other lines are taken', () => {
    const { mutes, problems } = read(HEADER, [
      ['', 'noSuchRule', '', 'agreed', AT],
      ['', 'redundant', 'stranger', 'agreed', AT],
      ['', 'redundant', 'user-1', ' ', AT],
      ['', 'redundant', 'user-1', 'agreed', 'yesterday'],
      ['', 'redundant', 'user-1', 'agreed', AT],
    ]);
    expect(problems).toEqual([
      { line: 2, kind: 'unknownRule', text: 'noSuchRule' },
      { line: 3, kind: 'unknownUser', text: 'stranger' },
      { line: 4, kind: 'noReason' },
      { line: 5, kind: 'noTime', text: 'yesterday' },
    ]);
    expect(mutes).toHaveLength(1);
  });

  it('that does not say for whom would mute for everybody, so nothing of it is taken', () => {
    const { missing, mutes } = read(
      ['Rule ID', 'Muted because', 'Muted at'],
      [['redundant', 'agreed', AT]],
    );
    expect(missing).toEqual(['user']);
    expect(mutes).toEqual([]);
  });

  it('gives back whatever was written down, under whatever stands above the table', () => {
    const mute = fc.record({
      rule: fc.constantFrom(...AUDIT_RULES),
      userId: fc.constantFrom(undefined, 'user-1', 'user-2'),
      reason: fc
        .string({ unit: 'grapheme', minLength: 1 })
        .map((text) => text.trim())
        // What begins with an apostrophe and goes on as a formula is as a spreadsheet shows a guarded one.
        .filter((text) => text !== '' && !text.startsWith("'")),
      mutedAt: fc
        .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    });
    fc.assert(
      fc.property(fc.array(mute), fc.array(fc.constantFrom('About', 'Read at')), (all, above) => {
        const rows = all.map(({ rule, userId = '', reason, mutedAt }) => [
          rule,
          rule,
          userId,
          reason,
          mutedAt,
        ]);
        const table = toCsv(HEADER, rows);
        const text = above.map((title) => `${title},x\r\n`).join('') + table.slice(1);
        const file = parseCsv(new TextEncoder().encode(text));
        const back = readMuteFile(file, NAMES, () => true);
        expect(back.problems).toEqual([]);
        expect(back.mutes).toEqual(
          all.map(({ userId, ...said }) => ({ ...said, ...(userId !== undefined && { userId }) })),
        );
      }),
    );
  });

  it('leaves what is muted already as it is', () => {
    const mine: Mute = { rule: 'redundant', reason: 'mine', mutedAt: AT };
    const theirs: Mute = { rule: 'redundant', reason: 'theirs', mutedAt: AT };
    const other: Mute = { rule: 'redundant', userId: 'user-1', reason: 'theirs', mutedAt: AT };
    expect(withMutes([mine], [theirs, other, other])).toEqual([mine, other]);
  });
});
