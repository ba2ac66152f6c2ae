// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileProblem } from '@/files/FileProblem';
import { parseCsv } from '@/files/parseCsv';
import { parseXlsx } from '@/files/parseXlsx';
import { interpretRows } from '@/model/changeFile';
import type { FileTable } from '@/model/changeFileTable';
import { OrganizationIndex } from '@/model/organizationIndex';
import { UserDirectory } from '@/model/resolveUsers';
import { textRow, workbook } from './workbooks';

const index = new OrganizationIndex();
index.addUsers([
  { id: '11111111-1111-4111-8111-111111111111', name: 'Ana', email: 'ana@x.example', version: 1 },
  { id: 'kim', name: 'Kim Lee', email: 'kim@x.example', version: 1 },
]);
const people = new UserDirectory(index);
const licenses = [{ id: 'wem', title: 'Workforce' }, { id: 'communicate' }];

const bytesOf = (text: string) => new TextEncoder().encode(text);

const ROW = textRow(1, 'a');

/** The table, or "refused" for a file that is refused in words; anything else is thrown. */
async function outcomeOf(
  read: () => FileTable | Promise<FileTable>,
): Promise<FileTable | 'refused'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileProblem) return 'refused';
    throw error;
  }
}

/** How many rows are neither a change nor a repetition, hidden, undecided, empty or of a line with an error. */
function silentRows(table: FileTable | 'refused'): number[] {
  if (table === 'refused') return [];
  const lines = new Set(table.rows.map(({ line }) => line));
  const options = [true, false].flatMap((everybodyKnown) => [
    { everybodyKnown },
    { everybodyKnown, actionForAll: 'add' as const },
  ]);
  return options.flatMap((option) => {
    const said = interpretRows(table, people, licenses, option);
    const { changes, errors, wrong, repeated, undecided, hidden, empty, columns } = said;
    if (columns.problems.length > 0) return undecided + hidden - table.rows.length || [];
    const good = changes.map(({ reason }) => (reason.kind === 'file' ? reason.line : 0));
    const bad = new Set(errors.map(({ line }) => line));
    const elsewhere = [...good, ...bad].filter((line) => !lines.has(line));
    const told = new Set([...good, ...bad]).size + repeated + undecided + hidden + empty;
    // A row with a column for each license may be told of more than once.
    const missing = Math.max(0, table.rows.length - told);
    const tooMany = columns.licenses.length === 0 ? Math.max(0, told - table.rows.length) : 0;
    const counts = [missing, tooMany, elsewhere.length, bad.size - wrong];
    return counts.filter((count) => count !== 0);
  });
}

const allCells = ({ above = [], header, rows }: FileTable) =>
  [...above.map(({ cells }) => cells), header, ...rows.map(({ cells }) => cells)].flat();

const word = fc.oneof(
  fc.constantFrom('User', 'E-Mail', 'Lizenz', 'License ID', 'Action', 'ID', 'Name [mail]', ''),
  fc.constantFrom('ana@x.example', 'Kim Lee', 'kim', 'wem', 'WEM', 'Workforce', 'add', 'entfernen'),
  fc.constantFrom(
    'sep=;',
    '#TYPE X',
    '"',
    '""',
    "'=1",
    ' ',
    '\u200B',
    '\u00A0',
    '<a@b>',
    'a@b;c@d',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

describe('any CSV file', () => {
  it('made of what such files are made of has each of its lines kept and accounted for', async () => {
    const line = fc.tuple(fc.array(word, { maxLength: 5 }), fc.boolean());
    const file = fc.tuple(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(file, async ([lines, separator, end, hasMark]) => {
        const tokens = lines.map((_, place) => `#${place}#`);
        const text = lines
          .map(([words, isQuoted], place) =>
            [...words, isQuoted ? `"${tokens[place]}"` : tokens[place]].join(separator),
          )
          .join(end);
        const table = await outcomeOf(() => parseCsv(bytesOf(`${hasMark ? '\uFEFF' : ''}${text}`)));
        expect(silentRows(table)).toEqual([]);
        if (table === 'refused') return;
        const cells = allCells(table).join('\n');
        expect(tokens.filter((token) => !cells.includes(token))).toEqual([]);
        expect(table.lineCount).toBe(text.split(/\r\n?|\n/u).length);
      }),
      { numRuns: 300 },
    );
  });

  it('of which bytes were damaged is read or refused in words', async () => {
    const good = bytesOf(
      '\uFEFFUser;License;Action\r\n"Ana";wem;add\r\nKim Lee;"communicate";-\r\n',
    );
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(good.length), async (changes, length) => {
        const bytes = good.slice(0, length);
        for (const [place, byte] of changes) if (place < length) bytes[place] = byte;
        const table = await outcomeOf(() => parseCsv(bytes));
        expect(silentRows(table)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['opened quotes', '"a,b\n'],
    ['stray quotes', '"a"b,"\n'],
    ['doubled quotes', '"""",""\n'],
    ['separators', ',;\t,;\t'],
    ['declarations', 'sep=;\n#TYPE x\n'],
    ['guards', ";'=;\t'="],
  ])('is read in time that grows with it, full of %s', async (_, part) => {
    for (const text of [part.repeat(40_000), `User,License\n${part.repeat(40_000)}`]) {
      expect(silentRows(await outcomeOf(() => parseCsv(bytesOf(text))))).toEqual([]);
    }
  });
});

describe('any workbook', () => {
  it('has each of its rows accounted for, whatever is in the cells and whatever is hidden', async () => {
    const cell = word.map((text) =>
      text.replace(/[<>&"]|(?![\t\n\r])\p{Cc}|[\uD800-\uDFFF\uFFFE\uFFFF]/gu, ''),
    );
    const row = fc.tuple(fc.array(cell, { maxLength: 5 }), fc.boolean(), fc.nat(2));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (cells) => {
        let number = 0;
        const rows = cells.map(([texts, isHidden, gap]) => {
          number += gap + 1;
          const xml = textRow(number, ...texts);
          return isHidden ? xml.replace('<row ', '<row hidden="1" ') : xml;
        });
        const table = await outcomeOf(() => parseXlsx(workbook({ rows: rows.join('') })));
        const filled = cells.filter(([texts]) => texts.some((text) => text.trim() !== '')).length;
        const { above = [], rows: read = [] } = table === 'refused' ? {} : table;
        expect(table === 'refused' ? 0 : above.length + 1 + read.length).toBe(filled);
        expect(silentRows(table)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of any tags is read or refused in words', async () => {
    const part = fc.constantFrom(
      '<row r="1">',
      '<row>',
      '</row>',
      '<c r="A1" t="inlineStr">',
      '<c>',
      '</c>',
      '<c/>',
      '<v>',
      '</v>',
      '<v>1</v>',
      '<is><t>x</t></is>',
      '<f t="array" ref="A1:B9">',
      '</f>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<',
      '>',
      '"',
      '&',
      'User',
      '<row r="9e9">',
      '<x:c>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const xml = parts.join('');
        const ofRows = await outcomeOf(() => parseXlsx(workbook({ rows: xml })));
        const ofStrings = await outcomeOf(() => parseXlsx(workbook({ rows: ROW, strings: xml })));
        expect([...silentRows(ofRows), ...silentRows(ofStrings)]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('of which bytes were damaged is read or refused in words', async () => {
    const good = workbook({ rows: textRow(1, 'User', 'License') + textRow(2, 'Ana', 'wem') });
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = good.slice();
        for (const [place, byte] of changes) bytes[place] = byte;
        const table = await outcomeOf(() => parseXlsx(bytes));
        expect(silentRows(table)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
