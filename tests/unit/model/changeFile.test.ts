import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForAction, type FileChanges, interpretRows } from '@/model/changeFile';
import { findColumns } from '@/model/changeFileColumns';
import { type FileTable, templateRows } from '@/model/changeFileTable';
import { ANA, directory, interpret, JOSE, KIM_A, KIM_B, tableOf } from './changeFileFixture';

const HEADER = ['User', 'License', 'Action'];
const rows = (...cells: string[][]) => interpret(tableOf(HEADER, cells));
const said = ({ errors }: FileChanges) => errors.map(({ line, problem }) => ({ line, ...problem }));

describe('the rows of a file', () => {
  it('become changes that remember their line', () => {
    const { changes, errors } = rows([ANA, 'cloudCX1', 'add'], ['jose núñez', 'wem', 'Remove']);

    expect(errors).toEqual([]);
    expect(changes).toEqual([
      {
        userId: ANA,
        licenseId: 'cloudCX1',
        action: 'add',
        reason: { kind: 'file', line: 2 },
      },
      { userId: JOSE, licenseId: 'wem', action: 'remove', reason: { kind: 'file', line: 3 } },
    ]);
  });

  it.each([
    [
      'add',
      ['add', 'Assign', '+', "'+", 'GRANT', ' added ', 'Hinzufügen', 'zuweisen', 'AÑADIR', '追加'],
    ],
    [
      'remove',
      [
        'remove',
        'Unassign',
        '-',
        "'-",
        '−',
        '–',
        'revoke',
        'DELETE',
        'Entfernen',
        'quitar',
        '削除',
        '\u200Bremove',
      ],
    ],
  ] as const)('ask to %s in many words', (action, words) => {
    for (const word of words) {
      expect(rows([ANA, 'wem', word]).changes[0]?.action, word).toBe(action);
    }
  });

  it('say nothing where no action or an unknown one is given', () => {
    expect(said(rows([ANA, 'wem', ''], [ANA, 'wem', 'maybe']))).toEqual([
      { line: 2, kind: 'noAction' },
      { line: 3, kind: 'unknownAction', text: 'maybe' },
    ]);
  });

  it('wait for the administrator when the file has no column for the action', () => {
    const table = tableOf(['User', 'License'], [[ANA, 'wem']]);

    expect(asksForAction(findColumns(table.header))).toBe(true);
    expect(interpret(table)).toMatchObject({ changes: [], errors: [], undecided: 1 });
    expect(interpret(table, { actionForAll: 'remove' }).changes).toMatchObject([
      { userId: ANA, action: 'remove' },
    ]);
  });

  it('name every mistake of a line, with its column', () => {
    expect(rows(['nobody', 'nothing', 'never']).errors.map(({ column }) => column)).toEqual([
      'User',
      'License',
      'Action',
    ]);
  });
});

describe('a user in a file', () => {
  it('who is nobody, or could be several, is an error that names them', () => {
    expect(said(rows(['nobody@example.com', 'wem', 'add'], ['Kim Lee', 'wem', 'add']))).toEqual([
      { line: 2, kind: 'nobody', text: 'nobody@example.com' },
      { line: 3, kind: 'severalUsers', text: 'Kim Lee', by: 'name', userIds: [KIM_A, KIM_B] },
    ]);
  });

  it('is not taken by name as long as not everybody is known', () => {
    const table = tableOf(HEADER, [
      ['José Núñez', 'wem', 'add'],
      ['jose@example.com', 'wem', 'add'],
      ['anna', 'wem', 'add'],
    ]);
    const result = interpret(table, { everybodyKnown: false });

    expect(said(result)).toEqual([
      { line: 2, kind: 'uncertainName', text: 'José Núñez' },
      { line: 4, kind: 'nobodyYet', text: 'anna' },
    ]);
    expect(result.changes).toHaveLength(1);
  });

  it('is taken by the most exact column, and must be the same in the others', () => {
    const table = tableOf(
      ['Name', 'Email', 'User ID', 'License', 'Action'],
      [
        ['Kim Lee', 'kim.a@example.com', KIM_A, 'wem', 'add'],
        ['José Núñez', 'jose@example.com', '', 'wem', 'add'],
        ['José Núñez', 'jose@example.com', ANA, 'wem', 'add'],
        ['Left last year', 'old@example.com', ANA, 'wem', 'add'],
      ],
    );
    const { changes, errors } = interpret(table);

    expect(changes.map(({ userId }) => userId)).toEqual([KIM_A, JOSE, ANA]);
    expect(errors).toEqual([
      {
        line: 4,
        column: 'Email',
        problem: { kind: 'otherUser', text: 'jose@example.com', than: ANA },
      },
    ]);
  });
});

describe('rows that the file hides', () => {
  const table = tableOf(HEADER, [
    [ANA, 'wem', 'add'],
    [JOSE, 'wem', 'add'],
  ]);
  const filtered: FileTable = {
    ...table,
    rows: table.rows.map((row, place) => (place === 1 ? { ...row, isHidden: true } : row)),
  };

  it('are left out and counted, unless they are asked for', () => {
    expect(interpret(filtered)).toMatchObject({ hidden: 1, changes: [{ userId: ANA }] });
    expect(interpret(filtered, { withHidden: true })).toMatchObject({
      hidden: 0,
      changes: [{ userId: ANA }, { userId: JOSE }],
    });
  });
});

describe('a license in a file', () => {
  it('may be called by its description, and that is said', () => {
    const result = rows(
      [ANA, 'genesys cloud CX\u00A01', 'add'],
      [JOSE, 'Workforce engagement', 'add'],
    );
    expect(result.changes.map(({ licenseId }) => licenseId)).toEqual(['cloudCX1', 'wem']);
    expect(result.byDescription).toEqual([
      { written: 'genesys cloud CX\u00A01', licenseId: 'cloudCX1', rows: 1 },
      { written: 'Workforce engagement', licenseId: 'wem', rows: 1 },
    ]);
  });

  it('is not guessed between two of one description', () => {
    const both = [
      { id: 'a', title: 'Same' },
      { id: 'b', title: 'same' },
    ];
    const table = tableOf(HEADER, [[ANA, 'Same', 'add']]);
    expect(said(interpretRows(table, directory, both, { everybodyKnown: true }))).toEqual([
      { line: 2, kind: 'ambiguousLicense', text: 'Same', licenseIds: ['a', 'b'] },
    ]);
  });

  it('is the same with characters that cannot be seen', () => {
    expect(rows([ANA, '\u200Bcloud\u00ADCX1\u2060', 'add']).changes).toHaveLength(1);
  });

  it('that is unknown is an error with the nearest names, by id or by description', () => {
    expect(
      said(rows([ANA, 'cloud CX1', 'add'], [ANA, 'workforce', 'add'], [ANA, 'zzz', 'add'])),
    ).toEqual([
      { line: 2, kind: 'unknownLicense', text: 'cloud CX1', nearest: ['cloudCX1', 'cloudCX2'] },
      { line: 3, kind: 'unknownLicense', text: 'workforce', nearest: ['wem'] },
      { line: 4, kind: 'unknownLicense', text: 'zzz', nearest: [] },
    ]);
  });

  it('in other case is taken when only one is meant, and that is said', () => {
    const result = rows([ANA, 'CLOUDcx1', 'add'], [JOSE, 'CLOUDcx1', 'add']);

    expect(result.changes.map(({ licenseId }) => licenseId)).toEqual(['cloudCX1', 'cloudCX1']);
    expect(result.otherCase).toEqual([{ written: 'CLOUDcx1', licenseId: 'cloudCX1', rows: 2 }]);
  });

  it('that differs from two only by case is neither, but exact case decides', () => {
    expect(said(rows([ANA, 'Wem', 'add']))).toEqual([
      { line: 2, kind: 'ambiguousLicense', text: 'Wem', licenseIds: ['wem', 'WEM'] },
    ]);
    expect(rows([ANA, 'WEM', 'add']).changes[0]?.licenseId).toBe('WEM');
  });
});

describe('a pair in a file', () => {
  it('that is asked for twice counts once, also when the user is named in two ways', () => {
    const result = rows([ANA, 'wem', 'add'], ['ana@example.com', 'wem', 'assign']);

    expect(result).toMatchObject({ repeated: 1, wrong: 0 });
    expect(result.changes).toMatchObject([{ reason: { kind: 'file', line: 2 } }]);
  });

  it('that is asked for both ways is an error on each line, and each names the other', () => {
    const result = rows(
      [ANA, 'wem', 'add'],
      [JOSE, 'wem', 'add'],
      ['ana@example.com', 'wem', 'remove'],
      [ANA, 'wem', 'add'],
    );

    expect(result.changes.map(({ userId }) => userId)).toEqual([JOSE]);
    expect(result.wrong).toBe(3);
    expect(said(result)).toEqual([
      { line: 2, kind: 'contradiction', action: 'add', licenseId: 'wem', otherLines: [4] },
      { line: 4, kind: 'contradiction', action: 'remove', licenseId: 'wem', otherLines: [2, 5] },
      { line: 5, kind: 'contradiction', action: 'add', licenseId: 'wem', otherLines: [4] },
    ]);
  });
});

describe('what the reader of a file found wrong', () => {
  const FORMULA = { kind: 'formula', cell: 'B2' } as const;
  const withProblem = (column?: number): FileTable => {
    const table = tableOf([...HEADER, 'Note'], [[ANA, 'wem', 'add', 'x']]);
    const problem = { fault: FORMULA, ...(column !== undefined && { column }) };
    return { ...table, rows: table.rows.map((row) => ({ ...row, problems: [problem] })) };
  };

  it('is an error of the line', () => {
    expect(interpret(withProblem()).errors).toEqual([{ line: 2, problem: FORMULA }]);
    expect(interpret(withProblem(1)).errors).toEqual([
      { line: 2, column: 'License', problem: FORMULA },
    ]);
  });

  it('does not matter in a column that is not used', () => {
    expect(interpret(withProblem(3))).toMatchObject({ errors: [], changes: [{ userId: ANA }] });
  });
});

describe('the template', () => {
  it('is itself a good file, once its examples are people', () => {
    const [header = [], ...cells] = templateRows(['cloudCX1', 'wem']);
    const filled = cells.map(([, ...others], position) => [[ANA, JOSE][position] ?? '', ...others]);

    const { changes, errors } = interpret(tableOf(header, filled));
    expect(errors).toEqual([]);
    expect(changes.map(({ licenseId, action }) => `${action} ${licenseId}`)).toEqual([
      'add cloudCX1',
      'remove wem',
    ]);
  });

  it('changes nothing when it is sent as it is', () => {
    const [header = [], ...cells] = templateRows(['cloudCX1']);
    expect(interpret(tableOf(header, cells))).toMatchObject({ changes: [], wrong: 2 });
  });
});

describe('any file', () => {
  const row = fc.tuple(
    fc.constantFrom(ANA, 'ana@example.com', 'jose núñez', 'Kim Lee', 'nobody', ''),
    fc.constantFrom('cloudCX1', 'CLOUDCX1', 'Wem', 'wem', 'nothing', ''),
    fc.constantFrom('add', '+', 'remove', 'perhaps', ''),
  );
  const files = fc.array(row, { maxLength: 40 });

  it('has each of its rows as exactly one of: a change, a repetition, a line with errors', () => {
    fc.assert(
      fc.property(files, (cells) => {
        const { changes, errors, wrong, repeated, undecided } = rows(...cells);
        expect(changes.length + repeated + wrong + undecided).toBe(cells.length);
        expect(new Set(errors.map(({ line }) => line)).size).toBe(wrong);
        const good = new Set(changes.map(({ reason }) => reason.kind === 'file' && reason.line));
        expect(errors.filter(({ line }) => good.has(line))).toEqual([]);
      }),
    );
  });

  it('asks of no pair both, and of none twice', () => {
    fc.assert(
      fc.property(files, (cells) => {
        const pairs = rows(...cells).changes.map(
          (change) => `${change.userId} ${change.licenseId}`,
        );
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });

  it('means the same whatever the order of its rows, but for the lines', () => {
    const meaning = (result: FileChanges) =>
      result.changes
        .map((change) => `${change.action} ${change.userId} ${change.licenseId}`)
        .sort();
    fc.assert(
      fc.property(files, (cells) => {
        const turned = rows(...cells.toReversed());
        expect(meaning(turned)).toEqual(meaning(rows(...cells)));
      }),
    );
  });
});
