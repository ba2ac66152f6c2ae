import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readTable } from '@/files/readTable';
import { textRow, workbook } from '../../../files/workbooks';
import { errorRows, handedOn, onWishes, openForm as open, readHere, somebody } from './fileForm';

// jsdom has no workers: the same readers run on the page's thread.
vi.mock('@/files/readTable', () => ({ readTable: vi.fn<typeof readTable>() }));

beforeEach(() => {
  onWishes.mockReset();
  vi.mocked(readTable).mockReset().mockImplementation(readHere);
});

describe('the choices of a file', () => {
  it('are its columns: what was chosen is read in the place of what the headers say', async () => {
    const { sandbox, choose, user } = open();
    const { ana, bo, first } = somebody(sandbox);
    await choose(
      `Name,Contact,License,Action\n${ana.profile.name},${bo.profile.email},${first},add`,
    );
    expect(await errorRows()).toEqual([expect.stringMatching(/is only a name.*“Contact”/u)]);
    expect(handedOn()).toBeUndefined();

    await user.click(screen.getByRole('combobox', { name: 'User column' }));
    await user.click(await screen.findByRole('option', { name: 'Contact' }));
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
    const preview = screen.getByRole('table', { name: 'First rows of the file' });
    expect(within(preview).getByText('Contact (user)')).toBeVisible();
    expect(within(preview).getByText('Name (not used)')).toBeVisible();
    await waitFor(() =>
      expect(handedOn()?.wishes[0]).toMatchObject({ changes: [{ userId: bo.id }] }),
    );
  });

  it('let one of two license columns be taken, and the actions be said for all rows', async () => {
    const { sandbox, choose, user } = open();
    const { ana, first, second } = somebody(sandbox);
    await choose(
      `Username,Email,License,Lizenz,Action\nana,${ana.profile.email},${first},${second},add`,
    );
    expect(await errorRows()).toEqual([expect.stringContaining('“License” and “Lizenz”')]);

    await user.click(screen.getByRole('combobox', { name: 'License column' }));
    await user.click(await screen.findByRole('option', { name: 'Lizenz' }));
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Action column' }));
    await user.click(await screen.findByRole('option', { name: 'None: all rows do the same' }));
    await user.click(await screen.findByRole('radio', { name: 'All rows remove the license' }));
    await waitFor(() =>
      expect(handedOn()?.wishes[0]).toMatchObject({
        changes: [{ userId: ana.id, licenseId: second, action: 'remove' }],
      }),
    );
  });

  it('are the sheets of a workbook, and the rows that it hides', async () => {
    const { sandbox, choose, user } = open();
    const { ana, bo, first } = somebody(sandbox);
    const header = textRow(1, 'User', 'License', 'Action');
    const bytes = workbook({
      rows: `${header}${textRow(2, ana.id, first, 'add')}`,
      secondRows: `${header}${textRow(2, bo.id, first, 'add')}${textRow(3, ana.id, first, 'add').replace('<row ', '<row hidden="1" ')}`,
      sheets: ['Old', 'New'],
      states: ['state="veryHidden"'],
      activeTab: 1,
    });
    await choose(new Uint8Array(bytes), 'changes.xlsx');

    expect(
      await screen.findByText('1 good row · no errors · 1 hidden row, left out · 3 lines in all'),
    ).toBeVisible();
    await waitFor(() =>
      expect(handedOn()?.wishes[0]).toMatchObject({ changes: [{ userId: bo.id }] }),
    );
    await user.click(
      screen.getByRole('checkbox', { name: 'Also read the 1 row that the sheet hides' }),
    );
    expect(await screen.findByText('2 good rows · no errors · 3 lines in all')).toBeVisible();

    await user.click(screen.getByRole('combobox', { name: 'Sheet' }));
    await user.click(await screen.findByRole('option', { name: 'Old (hidden)' }));
    expect(await screen.findByText('XLSX, sheet “Old”')).toBeVisible();
    await waitFor(() =>
      expect(handedOn()?.wishes[0]).toMatchObject({ changes: [{ userId: ana.id }] }),
    );
  });

  it('outlast the form', async () => {
    const { sandbox, choose, user } = open();
    const { bo, first } = somebody(sandbox);
    await choose(`Whom,License,Action\n${bo.id},${first},add`);
    await user.click(await screen.findByRole('combobox', { name: 'User column' }));
    await user.click(await screen.findByRole('option', { name: 'Whom' }));
    await screen.findByText(/^1 good row/u);
    await user.click(screen.getByRole('button', { name: 'Leave or come back' }));
    await user.click(screen.getByRole('button', { name: 'Leave or come back' }));
    expect(await screen.findByText(/^1 good row/u)).toBeVisible();
  });

  it('are not needed for titles above the header: they are named, and not read', async () => {
    const { sandbox, choose } = open();
    const { ana, first } = somebody(sandbox);
    await choose(
      `Licenses to change\n\nE-Mail;Lizenz;Aktion\n${ana.profile.email};${first};entfernen\n`,
    );
    expect(await screen.findByText('1 good row · no errors · 4 lines in all')).toBeVisible();
    expect(screen.getByText('1: Licenses to change')).toBeVisible();
  });

  it('are asked for in a table of users by licenses, which has no column of actions', async () => {
    const { sandbox, choose, user } = open();
    const { ana, bo, first, second } = somebody(sandbox);
    await choose(`Email,${first},${second}\n${ana.profile.email},1,1\n${bo.profile.email},,\n`);
    await user.click(await screen.findByRole('radio', { name: 'All rows remove the license' }));
    expect(
      await screen.findByText('2 changes · no errors · 1 row without a license · 3 lines in all'),
    ).toBeVisible();
    await waitFor(() => expect(handedOn()?.wishes[0]).toMatchObject({ changes: { length: 2 } }));
  });
});
