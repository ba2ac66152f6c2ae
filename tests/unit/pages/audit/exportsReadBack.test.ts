import { afterEach, describe, expect, it, vi } from 'vitest';
import { downloadText } from '@/files/download';
import { parseCsv } from '@/files/parseCsv';
import { parseXlsx } from '@/files/parseXlsx';
import { showLanguage } from '@/i18n/chooseLanguage';
import { LANGUAGES } from '@/i18n/languages';
import { Bitset } from '@/model/bitset';
import { interpretRows } from '@/model/changeFile';
import type { FileTable } from '@/model/changeFileTable';
import { NO_COSTS } from '@/model/costs';
import { OrganizationIndex } from '@/model/organizationIndex';
import { UserDirectory } from '@/model/resolveUsers';
import { aboutExport } from '@/pages/audit/export/aboutExport';
import { assignmentsTable } from '@/pages/audit/export/assignmentsTable';
import type { ExportTable } from '@/pages/audit/export/table';
import { wordsFor } from '@/pages/audit/export/words';
import { writeTable } from '@/pages/audit/export/writeTable';
import { findingsTable } from '@/pages/audit/findings/findingsTable';
import { differenceTable } from '@/pages/audit/snapshots/differenceTable';
import { exportResults } from '@/pages/jobs/exportResults';

vi.mock('@/files/download', () => ({ downloadText: vi.fn<typeof downloadText>() }));

const ANA = '11111111-1111-4111-8111-111111111111';
const BO = '22222222-2222-4222-8222-222222222222';
const index = new OrganizationIndex();
index.addUsers([
  { id: ANA, name: '=Ana; +García', email: '+ana@x.example', version: 1 },
  { id: BO, name: 'Bo "B" Berg', email: 'bo@x.example', version: 1 },
]);
index.addAssignments([
  { id: ANA, licenses: ['wem', 'communicate'] },
  { id: BO, licenses: ['wem'] },
]);

const inOrderOfHolders = [`${ANA} communicate`, `${ANA} wem`, `${BO} wem`];

/** The pairs that a file asks to take away, once somebody has said that all of its rows do so. */
function pairsOf(table: FileTable): string[] {
  const people = new UserDirectory(index);
  const licenses = index.licenseIds.map((id) => ({ id }));
  const said = interpretRows(table, people, licenses, {
    actionForAll: 'remove',
    everybodyKnown: true,
  });
  expect(said.errors).toEqual([]);
  return said.changes.map(({ userId, licenseId }) => `${userId} ${licenseId}`).sort();
}

async function exported(
  format: 'csv' | 'xlsx',
  table: Pick<ExportTable, 'header' | 'rows'>,
): Promise<FileTable> {
  const words = wordsFor(format);
  const owner = { key: 'someone', organization: { id: 'org-1', name: 'Meridian; =1' } };
  const about = aboutExport(owner, { loadedAt: 0, status: 'ready' }, 'All', words);
  const file = await writeTable(format, { title: 'Title', about, ...table }, 'About');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return format === 'csv' ? parseCsv(bytes) : parseXlsx(bytes);
}

afterEach(() => showLanguage('en'));

describe.each(LANGUAGES)('what this console exported in $name', ({ language }) => {
  it.each(['csv', 'xlsx'] as const)('is read back from %s as a file of changes', async (format) => {
    await showLanguage(language);
    const words = wordsFor(format);
    const findings = ['wem', 'communicate'].map((licenseId) => ({
      id: `inactiveHolder/${licenseId}`,
      rule: 'inactiveHolder' as const,
      licenseId,
      rows: Bitset.from(index.holders(licenseId).toRows()),
    }));
    const ofFindings = findingsTable(
      { found: findings, notChecked: new Map() },
      [],
      index,
      NO_COSTS,
      words,
    );
    const difference = [
      { userId: ANA, gained: ['wem'], lost: ['communicate'] },
      { userId: BO, gained: ['wem'], lost: [] },
    ];
    const ofDifference = differenceTable(difference, (userId) => index.userOf(userId), words);

    expect(pairsOf(await exported(format, ofFindings))).toEqual(inOrderOfHolders);
    expect(pairsOf(await exported(format, ofDifference))).toEqual(inOrderOfHolders);
    expect(pairsOf(await exported(format, assignmentsTable(index, undefined, words)))).toEqual(
      inOrderOfHolders,
    );
  });

  it('of a job is read back with its actions', async () => {
    await showLanguage(language);
    const pair = {
      userName: '=Ana; +García',
      licenseId: 'wem',
      reason: { kind: 'asked' },
      stage: 0,
      needs: [],
      state: 'done',
      attempts: 1,
      sends: 1,
      openSends: 0,
      undecided: 0,
    } as const;
    exportResults({
      job: { id: 'job-1', createdAt: 0 },
      pairs: [
        { ...pair, userId: ANA, action: 'add' },
        { ...pair, userId: BO, action: 'remove' },
      ],
    });
    const [, , text = ''] = vi.mocked(downloadText).mock.lastCall ?? [];
    const { changes, errors } = interpretRows(
      parseCsv(new TextEncoder().encode(text)),
      new UserDirectory(index),
      [{ id: 'wem' }],
      { everybodyKnown: true },
    );
    // The name of the second row is that of another user: it is said, not guessed.
    expect(changes).toMatchObject([{ userId: ANA, licenseId: 'wem', action: 'add' }]);
    expect(errors).toMatchObject([{ line: 3, problem: { kind: 'otherUser' } }]);
  });
});
