import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrganizationIndex } from '@/model/organizationIndex';
import { resolveUsers, UserDirectory } from '@/model/resolveUsers';

const ANA = '11111111-1111-4111-8111-111111111111';
const JOSE = '22222222-2222-4222-8222-222222222222';
const KIM_A = '33333333-3333-4333-8333-333333333333';
const KIM_B = '44444444-4444-4444-8444-444444444444';

const index = new OrganizationIndex();
index.addUsers([
  { id: ANA, name: 'Ana García, Jr.', email: 'ana@example.com', version: 1 },
  { id: JOSE, name: 'José  Núñez', email: 'Jose.Nunez@Example.com', version: 1 },
  { id: KIM_A, name: 'Kim Lee', email: 'kim.a@example.com', version: 1 },
  { id: KIM_B, name: 'Kim Lee', version: 1 },
]);
index.addAssignments([{ id: 'holder-who-is-no-user', licenses: ['cloudCX1'] }]);
const directory = new UserDirectory(index);

const resolve = (pasted: string) => resolveUsers(pasted, directory);

describe('a paste of users', () => {
  it('is read by id, email or name, without regard to case, accents and doubled blanks', () => {
    expect(resolve(`${ANA}\nJOSE.NUNEZ@example.com`).userIds).toEqual([ANA, JOSE]);
    expect(resolve(ANA.toUpperCase()).userIds).toEqual([ANA]);
    expect(resolve('jose nunez').userIds).toEqual([JOSE]);
  });

  it('keeps a name with a comma whole, and splits emails and ids that stand in one line', () => {
    expect(resolve('Ana García, Jr.').userIds).toEqual([ANA]);
    expect(resolve('ana@example.com, jose.nunez@example.com').userIds).toEqual([ANA, JOSE]);
    expect(resolve(`${ANA};${JOSE}`).userIds).toEqual([ANA, JOSE]);
    expect(resolve('@ @').unmatched).toMatchObject([{ text: '@ @' }]);
    expect(resolve('ana@example.com\tkim.a@example.com').userIds).toEqual([ANA, KIM_A]);
  });

  it('understands what mail programs and spreadsheets put around an address', () => {
    expect(resolve('"José Núñez" <jose.nunez@example.com>').userIds).toEqual([JOSE]);
    expect(resolve('"ana@example.com",').userIds).toEqual([ANA]);
    expect(resolve('\uFEFFana@example.com\r\n\r\n').userIds).toEqual([ANA]);
  });

  it('names the line of what matches nobody', () => {
    const { unmatched, userIds } = resolve('ana@example.com\n\nnobody@example.com\n<b>rubbish</b>');

    expect(userIds).toEqual([ANA]);
    expect(unmatched.map(({ line, text }) => [line, text])).toEqual([
      [3, 'nobody@example.com'],
      [4, '<b>rubbish</b>'],
    ]);
  });

  it('does not guess between two users of one name', () => {
    const { ambiguous, userIds } = resolve('Kim Lee');

    expect(userIds).toEqual([]);
    expect(ambiguous[0]).toMatchObject({ line: 1, text: 'Kim Lee', userIds: [KIM_A, KIM_B] });
  });

  it('counts repetitions, also when the same user is named in two ways', () => {
    expect(resolve(`${ANA}\nana@example.com\n${ANA}`)).toMatchObject({
      userIds: [ANA],
      repeated: 2,
    });
  });

  it('knows a holder by id who is no user', () => {
    expect(resolve('holder-who-is-no-user').userIds).toEqual(['holder-who-is-no-user']);
  });

  it('does not fold emails, however much names are', () => {
    const accents = new OrganizationIndex();
    accents.addUsers([
      { id: 'u', name: 'Uwe Müller', email: 'muller@example.com', version: 1 },
      { id: 'ü', name: 'Ute Müller', email: 'müller@example.com', version: 1 },
    ]);
    const people = new UserDirectory(accents);
    expect(resolveUsers('MULLER@example.com', people).userIds).toEqual(['u']);
    expect(resolveUsers('mu\u0308ller@example.com', people).userIds).toEqual(['ü']);
    expect(resolveUsers('müller@example.org', people).unmatched).toHaveLength(1);
  });

  it('takes no name while users are unread, but offers whom it means', () => {
    const unsure = resolveUsers(`jose nunez\n${ANA}\nkim.a@example.com\nJosé Nobody`, directory, {
      everybodyKnown: false,
    });
    expect(unsure.userIds).toEqual([ANA, KIM_A]);
    expect(unsure.uncertain).toEqual([
      { line: 1, text: 'jose nunez', by: 'name', userIds: [JOSE] },
    ]);
    expect(unsure.unmatched).toMatchObject([{ line: 4, text: 'José Nobody' }]);
  });

  it('accounts for every line of any paste', () => {
    const line = fc.oneof(
      fc.constantFrom(ANA, JOSE, 'kim lee', 'ana@example.com', 'nobody'),
      // Without what makes several users of one line.
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n;\t@]/gu, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { userIds, ambiguous, unmatched, repeated } = resolve(lines.join('\n'));
        const said = lines.filter(
          (text) => text.replace(/[\s"',;\uFEFF\u200E\u200F]/gu, '') !== '',
        );
        expect(userIds.length + ambiguous.length + unmatched.length + repeated).toBe(said.length);
      }),
    );
  });
});

describe('recipients of a mail', () => {
  const peopleIn = (line: string) => {
    const { userIds, unmatched } = resolve(line);
    return { userIds, left: unmatched.map(({ text }) => text) };
  };
  const ALL = [ANA, JOSE, KIM_A];

  it.each([
    [
      'Outlook',
      'García, Ana <ana@example.com>; Núñez, José <jose.nunez@example.com>; Kim Lee <kim.a@example.com>',
    ],
    [
      'Gmail',
      'Ana García <ana@example.com>, "Núñez, José" <jose.nunez@example.com>, kim.a@example.com',
    ],
    [
      'Thunderbird',
      '"García, Ana \\"Jr.\\" (Sales; EMEA)" <ana@example.com>,José Núñez <jose.nunez@example.com>,kim.a@example.com',
    ],
    [
      'a header',
      'To: García, Ana <ana@example.com>, <jose.nunez@example.com>, Kim <kim.a@example.com>',
    ],
    ['a group', 'Team: ana@example.com, José Núñez <jose.nunez@example.com>, kim.a@example.com;'],
    ['links', 'mailto:ana@example.com mailto:jose.nunez@example.com?cc=kim.a%40example.com'],
    [
      'links in brackets',
      'Ana <mailto:ana@example.com>; jose.nunez@example.com<mailto:jose.nunez@example.com>; <mailto:kim.a@example.com>',
    ],
    [
      'typographic quotes',
      '“García, Ana” <ana@example.com>; „Núñez; José“ <jose.nunez@example.com>; «Kim, Lee» <kim.a@example.com>',
    ],
    [
      'nothing between them',
      'Ana <ana@example.com> José <jose.nunez@example.com> Kim <kim.a@example.com>',
    ],
    ['blanks', "ana@example.com jose.nunez@example.com 'kim.a@example.com'"],
    [
      'names beside addresses',
      'Ana García ana@example.com; José Núñez jose.nunez@example.com; kim.a@example.com.',
    ],
    ['ids among them', `{${ANA}}; ${JOSE.toUpperCase()}, Kim <kim.a@example.com>`],
  ])('are all found as they come from %s', (_, line) => {
    expect(peopleIn(line)).toEqual({ userIds: ALL, left: [] });
  });

  it('that nobody has are listed, each with its line and whatever stands around it', () => {
    expect(
      peopleIn(
        'Ghost <ghost@example.com>, ana@example.com; Some Body, José <jose.nunez@example.com>',
      ),
    ).toEqual({
      userIds: [ANA, JOSE],
      left: ['Ghost <ghost@example.com>', 'Some Body'],
    });
    expect(peopleIn('ana@example.com (away), see you')).toEqual({
      userIds: [ANA],
      left: ['(away)', 'see you'],
    });
    expect(peopleIn('mailto:ana@example.com?subject=Hi%20there')).toEqual({
      userIds: [ANA],
      left: ['subject=Hi there'],
    });
  });

  it('without an address between those that have one are looked up by name', () => {
    expect(peopleIn('José Núñez, Ana García <ana@example.com>')).toEqual({
      userIds: [JOSE, ANA],
      left: [],
    });
    expect(peopleIn('Núñez, José; ana@example.com')).toEqual({ userIds: [JOSE, ANA], left: [] });
  });

  it('whose name is that of another user are taken by the address, and that is said', () => {
    expect(resolve('José Núñez <ana@example.com>')).toMatchObject({
      userIds: [ANA],
      contradictions: [{ line: 1, text: 'José Núñez', userId: ANA }],
    });
  });

  it('are read in time that grows with the line, whatever is not closed in it', () => {
    for (const part of ['"\\', '<', '(', '"a@b', 'mailto:', '“<"(', 'a@b <', 'a, ']) {
      const { unmatched } = resolve(part.repeat(20_000));
      expect(unmatched.length, part).toBeGreaterThan(0);
    }
  });
});

describe('a row copied from a spreadsheet', () => {
  it('is one person: the most exact cell decides', () => {
    const row = (...cells: string[]) => resolve(cells.join('\t'));
    expect(row('Ana García, Jr.', 'ana@example.com', '12345', '3/1/2026')).toMatchObject({
      userIds: [ANA],
      unmatched: [],
      ambiguous: [],
      contradictions: [],
    });
    expect(row('Kim Lee', 'kim.a@example.com', '0151 23456').userIds).toEqual([KIM_A]);
    expect(row('', '"José\tNúñez"', 'José Núñez <jose.nunez@example.com>').userIds).toEqual([JOSE]);
    expect(row('ana@example.com', ANA).userIds).toEqual([ANA]);
    expect(row('José Núñez', 'Sales').userIds).toEqual([JOSE]);
  });

  it('shows a name or an address that contradicts it', () => {
    expect(resolve('José Núñez\tana@example.com\t7')).toMatchObject({
      userIds: [ANA],
      contradictions: [{ line: 1, text: 'José Núñez' }],
    });
    expect(resolve(`kim.a@example.com\t${ANA}`)).toMatchObject({
      userIds: [ANA],
      contradictions: [{ text: 'kim.a@example.com' }],
    });
  });

  it('is not taken by its name where its address is nobody', () => {
    expect(resolve('José Núñez\tjose@elsewhere.example\t5')).toMatchObject({
      userIds: [],
      unmatched: [{ line: 1 }],
    });
  });

  it('with two equally exact cells is asked about', () => {
    const table = 'ana@example.com\tkim.a@example.com\njose.nunez@example.com\tkim.a@example.com';
    expect(resolve(table)).toMatchObject({
      userIds: [],
      ambiguous: [{ userIds: [ANA, KIM_A] }, { userIds: [JOSE, KIM_A] }],
    });
    expect(resolve('José Núñez\tKim Lee\tSales').ambiguous).toMatchObject([
      { userIds: [JOSE, KIM_A, KIM_B] },
    ]);
  });
});

describe('what looks the same', () => {
  it.each([
    ['\u200Bana@example.com\u2060'],
    ['an\u00ADa@exa\u200Dmple.com'],
    ['\u202Aana@example.com\u202C'],
    ['\u00A0ana@example.com\u00A0'],
    ['ana＠example．com'],
    ['“ana@example.com”'],
    ['Ana\u00A0García, Jr.'],
    ['Ana\u2009Gar\u00ADcía, Jr.'],
    [`\u200E${ANA}\u200F`],
    [ANA.replaceAll('-', '\u2011')],
  ])('is the same: %j', (text) => {
    expect(resolve(text)).toMatchObject({ userIds: [ANA], unmatched: [] });
  });

  it('holds for apostrophes and dashes on either side', () => {
    const marks = new OrganizationIndex();
    marks.addUsers([
      { id: 'a', name: 'Seán O\u2019Brien', email: 'sean.o\u2019brien@example.com', version: 1 },
      { id: 'b', name: "Anne-Marie D'Arc", email: 'anne-marie@example.com', version: 1 },
    ]);
    const people = new UserDirectory(marks);
    for (const text of ["Sean O'Brien", 'Sean O`Brien', "sean.o'brien@example.com"]) {
      expect(resolveUsers(text, people).userIds, text).toEqual(['a']);
    }
    for (const text of ['Anne\u2010Marie D\u02BCArc', 'anne\u2013marie@example.com']) {
      expect(resolveUsers(text, people).userIds, text).toEqual(['b']);
    }
  });
});

describe('any paste', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ANA,
      'kim lee',
      'Núñez, José',
      'ana@example.com',
      'ghost@example.com',
      'nobody',
    ),
    fc.constantFrom(
      '<',
      '>',
      '"',
      '(',
      ')',
      '“',
      '”',
      '\\',
      '@',
      ':',
      'mailto:',
      '?cc=',
      '%',
      '<kim.a@example.com>',
    ),
    fc.constantFrom(',', ';', ' ', '\t', '\u00A0', '\u200B', '\u202E'),
    fc.string({ maxLength: 4, unit: 'binary' }).map((text) => text.replace(/[\r\n]/gu, '')),
  );
  const anyLine = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));

  it('has each line that is not blank found or listed, and each address in it', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        for (const line of lines) {
          const { userIds, ambiguous, unmatched, uncertain } = resolve(line);
          const isBlank = /^[\s"',;\p{Default_Ignorable_Code_Point}]*$/u.test(line);
          const count = userIds.length + ambiguous.length + unmatched.length + uncertain.length;
          expect(count > 0, line).toBe(!isBlank);
        }
        const all = resolve(lines.join('\n'));
        const listed = [...all.unmatched, ...all.ambiguous].map(({ line }) => line);
        expect(listed.every((line) => line >= 1 && line <= lines.length)).toBe(true);
      }),
    );
  });

  it('loses no recipient, whoever else stands in the line', () => {
    const name = fc.constantFrom('', 'Ana García ', '"García, Ana" ', 'García, Ana ', 'X (y, z) ');
    const recipient = fc.tuple(name, fc.nat(30)).map(([label, number]) => ({
      text: label === '' ? `p${number}@example.org` : `${label}<p${number}@example.org>`,
      address: `p${number}@example.org`,
    }));
    fc.assert(
      fc.property(
        fc.array(recipient, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(', ', '; ', ';', ',', ' ; '),
        (recipients, separator) => {
          const { unmatched } = resolve(recipients.map(({ text }) => text).join(separator));
          for (const { address } of recipients) {
            expect(
              unmatched.some(({ text }) => text.includes(address)),
              address,
            ).toBe(true);
          }
        },
      ),
    );
  });
});
