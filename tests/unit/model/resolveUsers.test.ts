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
