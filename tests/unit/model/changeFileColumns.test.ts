import { describe, expect, it } from 'vitest';
import { findColumns } from '@/model/changeFileColumns';
import { ANA, interpret, JOSE, KIM_A, tableOf } from './changeFileFixture';

describe('the columns of a file', () => {
  const roles = (...header: string[]) => findColumns(header).columns.map(({ role }) => role);

  it('are found by their headers, in any order, whatever the case, blanks and marks', () => {
    expect(roles('ACTION', ' licence_ID ', 'User')).toEqual(['action', 'license', 'user']);
    expect(roles('e-mail', 'Note', 'License', 'Add / Remove')).toEqual([
      'user',
      undefined,
      'license',
      'action',
    ]);
  });

  it('are asked for when one is missing', () => {
    expect(findColumns(['Foo', 'License']).problems).toEqual([{ kind: 'noUserColumn' }]);
    expect(findColumns(['User']).problems).toEqual([{ kind: 'noLicenseColumn' }]);
  });

  it('are not guessed between two licenses or actions, but can be chosen', () => {
    const header = ['Email', 'License', 'Lizenz', 'Action', 'Change'];
    expect(findColumns(header).problems).toEqual([
      { kind: 'sameColumns', role: 'license', headers: ['License', 'Lizenz'] },
      { kind: 'sameColumns', role: 'action', headers: ['Action', 'Change'] },
    ]);
    expect(findColumns(header, { license: 2, action: 'none' })).toMatchObject({
      problems: [],
      license: 2,
      action: undefined,
    });
  });

  it.each([
    ['userPrincipalName'],
    ['UPN'],
    ['primaryEmail'],
    ['Primary Email Address'],
    ['mail'],
    ['ObjectId'],
    ['id'],
    ['Email (required)'],
    ['User name [userPrincipalName] Required'],
    ['Benutzerprinzipalname [userPrincipalName] Erforderlich'],
    ['Anmeldekennung [userPrincipalName] Erforderlich'],
    ['Object ID [objectId] Required'],
    ['E-Mail *'],
    ['\uFEFFEmail\u200B'],
    ['E\u2011Mail'],
    ['Correo electrónico'],
    ['メールアドレス'],
    ['Benutzer-ID'],
    ['ID de usuario'],
    ['ユーザー ID'],
  ])('of users are known as other programs and languages call them: %s', (header) => {
    expect(roles(header, 'Lizenz', 'Aktion')).toEqual(['user', 'license', 'action']);
  });

  it('that the file hides are not used, unless they are chosen', () => {
    const header = ['Email', 'Name', 'License'];
    expect(findColumns(header, {}, new Set([0])).user).toEqual([{ place: 1, kind: 'name' }]);
    expect(findColumns(header, { user: 0 }, new Set([0])).user).toMatchObject([{ place: 0 }]);
  });

  it('leave no row read while one is missing', () => {
    const result = interpret(tableOf(['Whatever', 'License'], [['a', 'b']]));

    expect(result).toMatchObject({ changes: [], undecided: 1, wrong: 0 });
    expect(result.errors[0]?.line).toBe(1);
  });
});

describe('several columns of users', () => {
  const LEFT = '99999999-9999-4999-8999-999999999999';
  const result = (header: string[], ...cells: string[][]) =>
    interpret(
      tableOf(
        [...header, 'License', 'Action'],
        cells.map((row) => [...row, 'wem', 'add']),
      ),
    );

  it('are compared row by row: whichever is somebody decides', () => {
    const { changes, errors } = result(
      ['Username', 'Email'],
      ['jdoe', 'ana@example.com'],
      ['jose@example.com', ''],
      ['ana@example.com', 'jose@example.com'],
      ['jdoe', 'left@example.com'],
    );
    expect(changes.map(({ userId }) => userId)).toEqual([ANA, JOSE]);
    expect(errors).toEqual([
      {
        line: 4,
        column: 'Email',
        problem: { kind: 'otherUser', text: 'jose@example.com', than: 'ana@example.com' },
      },
      { line: 5, column: 'Username', problem: { kind: 'nobody', text: 'jdoe' } },
    ]);
  });

  it('may have ids of another system beside the email, but no name stands in for them', () => {
    const { changes, errors } = result(
      ['displayName', 'userPrincipalName', 'ObjectId'],
      ['José Núñez', 'jose@example.com', LEFT],
      ['José Núñez', '', ANA],
      ['José Núñez', '', LEFT],
      ['José Núñez', 'jose@elsewhere.example', ''],
    );
    expect(changes.map(({ userId }) => userId)).toEqual([JOSE]);
    expect(errors.map(({ line, problem }) => ({ line, ...problem }))).toEqual([
      { line: 3, kind: 'otherUser', text: 'José Núñez', than: ANA },
      { line: 4, kind: 'nobody', text: LEFT },
      { line: 5, kind: 'nobody', text: 'jose@elsewhere.example' },
    ]);
  });

  it('are not replaced by a name where an unused column has an email or an id', () => {
    const rowsWith = (contact: string) =>
      result(['Name', 'Contact'], ['José Núñez', contact]).errors.map(({ problem }) => problem);
    const beside = { kind: 'keyBesideName', text: 'José Núñez', header: 'Contact' };

    expect(rowsWith('ana@example.com')).toEqual([{ ...beside, key: 'ana@example.com' }]);
    expect(rowsWith(LEFT)).toEqual([{ ...beside, key: LEFT }]);
    expect(rowsWith('jose@example.com')).toEqual([]);
    expect(rowsWith('by phone')).toEqual([]);
  });

  it('give way to the one that was chosen', () => {
    const table = tableOf(
      ['Name', 'Contact', 'License', 'Action'],
      [
        ['José Núñez', 'ana@example.com', 'wem', 'add'],
        ['Kim Lee', 'kim.a@example.com', 'wem', 'add'],
      ],
    );
    const by = (user: number) => interpret(table, { columns: { user } }).changes;
    expect(by(1).map(({ userId }) => userId)).toEqual([ANA, KIM_A]);
    expect(by(0).map(({ userId }) => userId)).toEqual([JOSE]);
  });

  it('may hold recipients as mail programs write them', () => {
    const { changes, errors } = result(
      ['User'],
      ['"García, Ana" <ana@example.com>'],
      ['mailto:jose@example.com'],
      ['\u200Bkim.a@example.com\u00A0'],
      ['José Núñez <ana@example.com>'],
    );
    expect(changes.map(({ userId }) => userId)).toEqual([ANA, JOSE, KIM_A]);
    expect(errors).toMatchObject([{ line: 5, problem: { kind: 'otherUser', text: 'José Núñez' } }]);
  });
});

describe('a column for each license', () => {
  const table = tableOf(
    ['Email', 'cloudCX1', 'WEM'],
    [
      ['ana@example.com', '1', ''],
      ['jose@example.com', 'x', 'yes'],
      ['kim.a@example.com', '', '0'],
      ['jose@example.com', '1', 'maybe'],
      ['nobody@example.com', '1', '1'],
    ],
  );

  it('marks whom the action is for; what is no mark is an error, and what has none is counted', () => {
    expect(interpret(table)).toMatchObject({ undecided: 5, changes: [] });
    const result = interpret(table, { actionForAll: 'remove' });
    expect(result.changes.map(({ userId, licenseId }) => [userId, licenseId])).toEqual([
      [ANA, 'cloudCX1'],
      [JOSE, 'cloudCX1'],
      [JOSE, 'WEM'],
    ]);
    expect(result).toMatchObject({ empty: 1, wrong: 2 });
    expect(result.errors).toEqual([
      { line: 5, column: 'WEM', problem: { kind: 'unknownMark', text: 'maybe' } },
      { line: 6, column: 'Email', problem: { kind: 'nobody', text: 'nobody@example.com' } },
    ]);
  });

  it('gives way to a column of licenses', () => {
    const header = ['Email', 'cloudCX1', 'License'];
    const licenseOf = (text: string) => (text === 'cloudCX1' ? text : undefined);
    expect(findColumns(header, {}, undefined, licenseOf)).toMatchObject({
      license: 2,
      licenses: [],
    });
  });
});
