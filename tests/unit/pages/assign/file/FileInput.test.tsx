import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ReadOptions, readTable } from '@/files/readTable';
import { showLanguage } from '@/i18n/chooseLanguage';
import { workbook } from '../../../files/workbooks';
import { answering, forever, smallSandbox } from '../../support/renderPage';
import { errorRows, handedOn, onWishes, openForm as open, readHere, somebody } from './fileForm';

// jsdom has no workers: the same readers run on the page's thread.
vi.mock('@/files/readTable', () => ({ readTable: vi.fn<typeof readTable>() }));

afterEach(async () => {
  await act(() => showLanguage('en'));
});

beforeEach(() => {
  onWishes.mockReset();
  vi.mocked(readTable).mockReset().mockImplementation(readHere);
});

describe('a file of changes', () => {
  it('is read, shown and handed on', async () => {
    const { sandbox, choose } = open();
    const { ana, bo, first, second } = somebody(sandbox);
    await choose(
      `Licence;E-Mail;Change;Note\n${first};${ana.profile.email};add;x\n${second};${bo.id};-;y`,
    );

    expect(await screen.findByText('2 good rows · no errors · 3 lines in all')).toBeVisible();
    expect(screen.getByText('CSV, separated by semicolons, UTF-8')).toBeVisible();
    const preview = screen.getByRole('table', { name: 'First rows of the file' });
    expect(within(preview).getByText('E-Mail (user)')).toBeVisible();
    expect(within(preview).getByText('Note (not used)')).toBeVisible();
    expect(within(preview).getByText(ana.profile.name ?? '')).toBeVisible();
    await waitFor(() =>
      expect(handedOn()).toEqual({
        fileName: 'changes.csv',
        rowCount: 2,
        wishes: [
          {
            kind: 'cells',
            changes: [
              {
                userId: ana.id,
                licenseId: first,
                action: 'add',
                reason: { kind: 'file', line: 2 },
              },
              {
                userId: bo.id,
                licenseId: second,
                action: 'remove',
                reason: { kind: 'file', line: 3 },
              },
            ],
          },
        ],
      }),
    );
  });

  it('has its bad rows named by line, and its good rows go on', async () => {
    const { sandbox, choose } = open();
    const { ana, bo, first, second } = somebody(sandbox);
    await choose(
      [
        'User,License,Action',
        `nobody@example.com,${first},add`,
        `${ana.id},${first},add`,
        `${ana.id};${first};add`,
        `${bo.id},${second},add`,
        `${bo.profile.email},${second},remove`,
        `${ana.profile.email},${first.toUpperCase()},add`,
      ].join('\n'),
    );

    expect(
      await screen.findByText(
        '1 good row · 4 rows with errors, left out · 1 repetition passed over · 7 lines in all',
      ),
    ).toBeVisible();
    expect(await errorRows()).toEqual([
      expect.stringMatching(/^Line 2User.*nobody@example.com.*is nobody/u),
      expect.stringMatching(/^Line 4This line has 1 field.*by semicolons/u),
      expect.stringMatching(/^Line 5This line adds.*line 6 asks to remove/u),
      expect.stringMatching(/^Line 6This line removes.*line 5 asks to add/u),
    ]);
    expect(
      screen.getByText(new RegExp(`“${first.toUpperCase()}” was taken for`, 'u')),
    ).toBeVisible();
    await waitFor(() => expect(handedOn()?.wishes[0]).toMatchObject({ changes: { length: 1 } }));
  });

  it('has its errors explained in the language of the page', async () => {
    const { sandbox, choose } = open();
    const { ana, first } = somebody(sandbox);
    await choose(
      [
        'User,License,Action',
        `${ana.id},${first},add`,
        `nobody@example.com,${first},add`,
        `${ana.id},${first}`,
        `${ana.id},${first},remove`,
      ].join('\n'),
    );
    await screen.findByRole('table', { name: 'Errors in the file' });
    await act(() => showLanguage('de'));
    const table = screen.getByRole('table', { name: 'Fehler in der Datei' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      `Zeile 2Diese Zeile fügt ${first} hinzu, Zeile 5 entfernt sie für denselben Benutzer`,
      'Zeile 3User„nobody@example.com“ ist niemand in dieser Organisation',
      'Zeile 4Diese Zeile hat 2 Felder, die Kopfzeile hat 3.',
      `Zeile 5Diese Zeile entfernt ${first}, Zeile 2 fügt sie für denselben Benutzer hinzu`,
    ]);
  });

  it('without a column for the action is asked about, and nothing is guessed', async () => {
    const { sandbox, choose, user } = open();
    const { ana, first } = somebody(sandbox);
    await choose(`User,License\n${ana.id},${first}`);

    expect(await screen.findByText('1 row not read yet · 2 lines in all')).toBeVisible();
    expect(handedOn()).toBeUndefined();
    await user.click(screen.getByRole('radio', { name: 'All rows remove the license' }));
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
    await waitFor(() =>
      expect(handedOn()?.wishes[0]).toMatchObject({ changes: [{ action: 'remove' }] }),
    );
  });

  it('that is a workbook says which sheet was read, and names formulas by their cells', async () => {
    const { sandbox, choose } = open();
    const { ana, first } = somebody(sandbox);
    const cell = (address: string, text: string) =>
      `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', 'User')}${cell('B1', 'License')}${cell('C1', 'Action')}</row><row r="2"><c r="A2" t="str"><f>B9</f><v>${ana.id}</v></c>${cell('B2', first)}${cell('C2', 'add')}</row>`;
    await choose(new Uint8Array(workbook({ rows, sheets: ['Mine', 'Old'] })), 'changes.xlsx');

    expect(await screen.findByText('XLSX, sheet “Mine”')).toBeVisible();
    expect(screen.getByText('“Old”')).toBeVisible();
    expect(await errorRows()).toEqual([expect.stringContaining('Cell A2 holds a formula')]);
    expect(handedOn()).toBeUndefined();
  });

  it('that cannot be read says why, and another can be chosen', async () => {
    const { sandbox, choose } = open();
    const { ana, first } = somebody(sandbox);
    await choose('');
    expect(await screen.findByText('changes.csv could not be read')).toBeVisible();
    expect(screen.getByText('The file is empty.')).toBeVisible();

    await choose(`User,License,Action\n${ana.id},${first},add`, 'mended.csv');
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
    expect(screen.queryByText('The file is empty.')).toBeNull();
  });

  it('without a column that is needed says which', async () => {
    const { choose } = open();
    await choose('Foo,License\na,b');
    expect(await screen.findByText('1 row cannot be read · 2 lines in all')).toBeVisible();
    expect(await errorRows()).toEqual([expect.stringContaining('No column names the users')]);
  });

  it('can be taken away, and is kept while the form is left', async () => {
    const { sandbox, choose, user } = open();
    const { ana, first } = somebody(sandbox);
    await choose(`User,License\n${ana.id},${first}`);
    await user.click(await screen.findByRole('radio', { name: 'All rows add the license' }));
    await screen.findByText(/^1 good row/u);

    const leaveOrComeBack = screen.getByRole('button', { name: 'Leave or come back' });
    await user.click(leaveOrComeBack);
    expect(screen.queryByText(/^1 good row/u)).toBeNull();
    await user.click(leaveOrComeBack);
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
    await waitFor(() => expect(handedOn()).toMatchObject({ fileName: 'changes.csv' }));

    await user.click(screen.getByRole('button', { name: 'Take changes.csv away' }));
    expect(screen.queryByText(/good row/u)).toBeNull();
    expect(handedOn()).toBeUndefined();
  });

  it('can be dropped, but only one at a time', async () => {
    const { sandbox } = open();
    const { ana, first } = somebody(sandbox);
    const file = new File([`User,License,Action\n${ana.id},${first},add`], 'dropped.csv');
    const place = screen.getByText('or drop it here');

    fireEvent.drop(place, { dataTransfer: { files: [file, file] } });
    expect(await screen.findByText('Drop one file at a time.')).toBeVisible();
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
    expect(await screen.findByText('dropped.csv')).toBeVisible();
    expect(screen.queryByText('Drop one file at a time.')).toBeNull();
  });

  it('that is dropped beside its place does not take the page away', () => {
    open();
    const drop = createEvent.drop(document.body);
    fireEvent(document.body, drop);
    expect(drop.defaultPrevented).toBe(true);
  });
});

describe('a big file', () => {
  it('shows how far it is after a second, and can be stopped', async () => {
    let options: ReadOptions | undefined;
    vi.mocked(readTable).mockImplementation((_, given) => {
      options = given;
      return new Promise(() => undefined);
    });
    const { choose, user } = open();
    await choose('x', 'big.csv');
    expect(screen.queryByRole('progressbar', { name: 'Reading big.csv' })).toBeNull();
    await screen.findByRole('progressbar', { name: 'Reading big.csv' });
    options?.onShare(0.42);
    expect(await screen.findByText('Reading big.csv (42%)')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(options?.signal.aborted).toBe(true);
    expect(screen.queryByRole('progressbar', { name: 'Reading big.csv' })).toBeNull();
  });

  it('is forgotten when another is chosen meanwhile', async () => {
    vi.mocked(readTable).mockImplementationOnce(() => new Promise(() => undefined));
    const { sandbox, choose } = open();
    const { ana, first } = somebody(sandbox);
    await choose('x', 'big.csv');
    await choose(`User,License,Action\n${ana.id},${first},add`, 'small.csv');

    expect(await screen.findByText('small.csv')).toBeVisible();
    expect(vi.mocked(readTable).mock.calls[0]?.[1].signal.aborted).toBe(true);
  });
});

describe('a file chosen while people arrive', () => {
  it('waits for them: it says so, hands nothing on, and finds them when they are there', async () => {
    let letIn: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    const sandbox = smallSandbox();
    const { choose } = open({
      sandbox,
      answer: answering('users', async (request) => {
        await held;
        return sandbox.fetch(request);
      }),
    });
    const { ana, first } = somebody(sandbox);
    await choose(`User,License,Action\n${ana.profile.name},${first},add`);

    expect(await screen.findByText(/People are still being loaded/u)).toBeVisible();
    expect(await screen.findByText(/1 row with errors/u)).toBeVisible();
    expect(handedOn()).toBeUndefined();

    letIn?.();
    expect(await screen.findByText(/^1 good row · no errors/u)).toBeVisible();
    expect(screen.queryByText(/People are still being loaded/u)).toBeNull();
    await waitFor(() => expect(handedOn()).toMatchObject({ rowCount: 1 }));
  });

  it('trusts ids and emails but no names when some of them cannot be read', async () => {
    const sandbox = smallSandbox();
    const refused = () =>
      Response.json({ status: 403, code: 'no', message: 'No' }, { status: 403 });
    const { choose } = open({ sandbox, answer: answering('users', refused) });
    const { first } = somebody(sandbox);
    const [holder = ''] = sandbox.organization.holderIds;
    await choose(`User,License,Action\n${holder},${first},add\nAna,${first},add`);

    expect(await screen.findByText(/Not every person could be read/u)).toBeVisible();
    expect(await errorRows()).toEqual([
      expect.stringContaining('“Ana” is nobody among the people who have been read'),
    ]);
    await waitFor(() => expect(handedOn()?.wishes[0]).toMatchObject({ changes: { length: 1 } }));
  });

  it('says when nobody can be looked up at all', async () => {
    const refused = () =>
      Response.json({ status: 403, code: 'no', message: 'No' }, { status: 403 });
    const { choose } = open({ answer: () => refused() });
    await choose('User,License,Action\na,b,add');

    expect(await screen.findByText(/its users cannot be found/u)).toBeVisible();
    expect(handedOn()).toBeUndefined();
  });
});

describe('the license definitions', () => {
  it('that are not there yet are waited for', async () => {
    const sandbox = smallSandbox();
    const { choose } = open({ sandbox, answer: answering('license/definitions', () => forever()) });
    const { ana, first } = somebody(sandbox);
    await choose(`User,License,Action\n${ana.id},${first},add`);

    expect(await screen.findByText('changes.csv')).toBeVisible();
    expect(screen.queryByText(/good row/u)).toBeNull();
  });
});
