import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSnapshotFile } from '@/model/snapshotFile';
import { AssignPage } from '@/pages/assign/AssignPage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { snapshotStore } from '@/snapshots/useSnapshots';
import { filesSaved } from '../support/filesSaved';
import { answering, renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/audit', Component: AuditPage },
  { path: '/assign', Component: AssignPage },
];

const LICENSE = 'hipaaAddOn';

/** What was handed to the person as a file. */
let files: Blob[] = [];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  files = filesSaved();
});

afterEach(forgetSnapshots);

async function forgetSnapshots() {
  const { owner } = ownerOf(smallSandbox());
  for (const { id } of await snapshotStore().list(owner)) await snapshotStore().delete(owner, id);
}

function ownerOf(sandbox: ReturnType<typeof smallSandbox>) {
  const { organization } = sandbox;
  const [me] = organization.users;
  return { owner: ['https://api.example.test', organization.id, me?.id ?? ''].join('|') };
}

async function save(user: ReturnType<typeof renderPage>['user'], name: string) {
  const button = await screen.findByRole('button', { name: 'Save snapshot' });
  await waitFor(() => expect(button).toBeEnabled());
  await user.type(screen.getByRole('textbox', { name: 'Name' }), name);
  await user.click(button);
  await screen.findByText(`Saved “${name}”.`);
}

/** A snapshot called March, and somebody who gained a license since. */
async function gainedSinceMarch() {
  const sandbox = smallSandbox();
  const first = renderPage('/audit?tab=snapshots', pages, { sandbox });
  await save(first.user, 'March');
  first.unmount();
  const someone = sandbox.organization.users.find(
    ({ id, profile }) =>
      profile.state === 'active' && !sandbox.organization.assignmentsOf(id).includes(LICENSE),
  );
  if (!someone) throw new Error('Everybody has it');
  sandbox.organization.setAssignment(someone.id, LICENSE, true);
  return { someone, ...renderPage('/audit?tab=snapshots', pages, { sandbox }) };
}

describe('snapshots', () => {
  it('are saved under a name, renamed, deleted, and brought back', async () => {
    const { user } = renderPage('/audit?tab=snapshots', pages);
    await save(user, 'March');
    const table = within(await screen.findByRole('table', { name: 'Snapshots' }));
    expect(table.getByRole('rowheader', { name: 'March' })).toBeVisible();

    await user.click(table.getByRole('button', { name: 'Rename “March”' }));
    const field = await screen.findByRole('textbox', { name: /New name/u });
    await user.clear(field);
    await user.type(field, 'Before the merger');
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    await screen.findByRole('rowheader', { name: 'Before the merger' });

    await user.click(screen.getByRole('button', { name: 'Delete “Before the merger”' }));
    expect(await screen.findByText('No snapshot is kept yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('rowheader', { name: 'Before the merger' })).toBeVisible();
  });

  it('show what has changed since, by user, license and department', async () => {
    const { user, address } = await gainedSinceMarch();
    await user.click(await screen.findByRole('link', { name: 'Compare “March” with now' }));
    expect(await screen.findByText(/1 user changed/u)).toHaveTextContent(
      '1 license gained, 0 licenses lost',
    );
    const byUser = within(screen.getByRole('table', { name: 'Differences by user' }));
    expect(byUser.getByRole('link', { name: LICENSE })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'By license' }));
    expect(screen.getByRole('table', { name: 'Differences by license' })).toBeVisible();
    expect(address()).toContain('by=license');
    await user.click(screen.getByRole('button', { name: 'By department' }));
    expect(screen.getByRole('table', { name: 'Differences by department' })).toBeVisible();
  });

  it('are compared with each other, whatever is now', async () => {
    const { user, someone, sandbox, unmount } = await gainedSinceMarch();
    await save(user, 'April');
    unmount();
    sandbox.organization.setAssignment(someone.id, LICENSE, false);
    const { user: later, address } = renderPage('/audit?tab=snapshots', pages, { sandbox });
    await later.click(await screen.findByRole('link', { name: 'Compare “March” with now' }));
    expect(await screen.findByText(/^0 users changed|^Nothing/u)).toBeVisible();
    await later.click(screen.getByRole('combobox', { name: 'Later moment' }));
    await later.click(await screen.findByRole('option', { name: /^April/u }));
    expect(await screen.findByText(/1 user changed/u)).toHaveTextContent('1 license gained');
    expect(new URLSearchParams(address().split('?')[1]).get('to')).not.toBe('now');
    expect(
      screen.getByRole('button', { name: 'Review restoring “March” (1 change)' }),
    ).toBeVisible();
  });

  it('are restored by a plan that is reviewed first', async () => {
    const { user, address, someone, sandbox } = await gainedSinceMarch();
    await user.click(await screen.findByRole('link', { name: 'Compare “March” with now' }));
    await user.click(
      await screen.findByRole('button', { name: 'Review restoring “March” (1 change)' }),
    );
    expect(address()).toBe('/assign?from=matrix');
    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(within(planned).getByText('As in the snapshot March')).toBeVisible();
    expect(within(planned).getByText('Remove')).toBeVisible();
    expect(sandbox.organization.assignmentsOf(someone.id)).toContain(LICENSE);
  });

  it('are exported to a file, which is taken in again, and refused when it is damaged', async () => {
    const { user } = renderPage('/audit?tab=snapshots', pages);
    await save(user, 'March');
    await user.click(screen.getByRole('button', { name: 'Export “March”' }));
    await screen.findByText('Exported “March”.');
    const text = (await files[0]?.text()) ?? '';
    const input = screen.getByLabelText('Snapshot file');
    await user.upload(input, new File([text], 'march.json', { type: 'application/json' }));
    expect(await screen.findByText('Imported “March”.')).toBeVisible();
    expect(await screen.findAllByRole('rowheader', { name: 'March' })).toHaveLength(2);

    const damaged = text.replace('"March"', '"April"');
    await user.upload(input, new File([damaged], 'march.json', { type: 'application/json' }));
    expect(await screen.findByText(/This snapshot is damaged/u)).toBeVisible();
    expect(screen.getAllByRole('rowheader', { name: 'March' })).toHaveLength(2);
  });

  it('are not taken in from a file of another organization, of a newer console, or of something else', async () => {
    const { user } = renderPage('/audit?tab=snapshots', pages);
    const refused = async (text: string, words: RegExp) => {
      await user.upload(screen.getByLabelText('Snapshot file'), new File([text], 'file.json'));
      expect(await screen.findByText(words)).toBeVisible();
    };
    await screen.findByText('No snapshot is kept yet.');
    const elsewhere = await writeSnapshotFile({
      organization: { id: 'other', name: 'Elsewhere' },
      name: 'Theirs',
      takenAt: 0,
      holdings: { uuids: new Uint8Array(), otherIds: [], licenses: [] },
    });
    await refused(elsewhere, /^This snapshot is of the organization “Elsewhere”/u);
    await refused(elsewhere.replace('"version": 1', '"version": 2'), /newer version/u);
    await refused('Name,User', /^This file is not a snapshot/u);
    expect(screen.getByText('No snapshot is kept yet.')).toBeVisible();
  });

  it('are not saved of an organization that is not completely read', async () => {
    renderPage('/audit?tab=snapshots', pages, {
      answer: answering('users', () => Response.json({ message: 'No' }, { status: 403 })),
    });
    expect(
      await screen.findByText('The organization must be read completely first.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save snapshot' })).toBeDisabled();
  });

  it('that are not in this browser are said to be missing', async () => {
    renderPage('/audit?tab=snapshots&from=none-such&to=now', pages);
    expect(await screen.findByText('There is no such snapshot in this browser.')).toBeVisible();
  });
});
