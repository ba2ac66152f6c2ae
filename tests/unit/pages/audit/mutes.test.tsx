import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCsv } from '@/files/parseCsv';
import { readTable } from '@/files/readTable';
import { AuditPage } from '@/pages/audit/AuditPage';
import { filesSaved } from '../support/filesSaved';
import { renderPage } from '../support/renderPage';

// jsdom has no workers: the same reader runs on the page's thread.
vi.mock('@/files/readTable', () => ({ readTable: vi.fn<typeof readTable>() }));

const pages = [{ path: '/audit', Component: AuditPage }];
let files: Blob[] = [];

beforeEach(() => {
  vi.mocked(readTable).mockImplementation(async (file) =>
    parseCsv(new Uint8Array(await file.arrayBuffer())),
  );
  sessionStorage.clear();
  localStorage.clear();
  files = filesSaved();
});

const section = async (name: string) => within(await screen.findByRole('region', { name }));

async function muteRedundant(because: string) {
  const { user, unmount } = renderPage('/audit', pages);
  await user.click(await screen.findByRole('button', { name: 'Mute the rule “Redundant”' }));
  await user.type(await screen.findByRole('textbox', { name: 'Reason' }), because);
  await user.click(screen.getByRole('button', { name: 'Mute' }));
  return { user, unmount };
}

describe('what is muted', () => {
  it('is taken to another browser in the file that this one saves', async () => {
    const here = await muteRedundant('=agreed, in March');
    await here.user.click(await screen.findByRole('button', { name: 'Export what is muted' }));
    await here.user.click(await screen.findByRole('menuitem', { name: /^CSV/u }));
    await waitFor(() => expect(files).toHaveLength(1));
    here.unmount();
    localStorage.clear();

    const there = renderPage('/audit', pages);
    const muted = await section('Muted');
    expect(muted.getByText(/^Nothing is muted/u)).toBeVisible();
    const file = new File(files, 'muted.csv');
    await there.user.upload(screen.getByLabelText('File of what is muted'), file);
    expect(await muted.findByText('Muted: 1. Muted before: 0. Not taken: 0 rows.')).toBeVisible();
    expect(muted.getByRole('row', { name: /Redundant.*=agreed, in March/u })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Redundant' })).toBeNull();

    await there.user.upload(screen.getByLabelText('File of what is muted'), file);
    expect(await muted.findByText('Muted: 0. Muted before: 1. Not taken: 0 rows.')).toBeVisible();
  });

  it('is read from a file of whatever language, and the lines that are not taken are named', async () => {
    const { user } = renderPage('/audit', pages);
    await section('Muted');
    const text = [
      'Regel-ID,Benutzer-ID,"Stummgeschaltet, weil",Stummgeschaltet am',
      'redundant,,so vereinbart,2026-11-01T00:00:00Z',
      'redundant,nobody,x,2026-11-01T00:00:00Z',
    ].join('\n');
    await user.upload(screen.getByLabelText('File of what is muted'), new File([text], 'x.csv'));
    expect(await screen.findByText('Muted: 1. Muted before: 0. Not taken: 1 row.')).toBeVisible();
    const refused = within(screen.getByRole('table', { name: 'Rows that were not taken' }));
    expect(refused.getByRole('row', { name: /3.*no user with the ID “nobody”/u })).toBeVisible();
  });

  it('is not read from a file without the columns of the export, and the work stays', async () => {
    const { user } = await muteRedundant('agreed');
    const file = new File(['Rule ID,User ID\nredundant,\n'], 'rules.csv');
    const muted = await section('Muted');
    await user.upload(screen.getByLabelText('File of what is muted'), file);
    expect(
      await muted.findByText(/no column named Muted because\. Nothing was taken/u),
    ).toBeVisible();
    expect(muted.getByRole('row', { name: /Redundant.*agreed/u })).toBeVisible();
  });
});
