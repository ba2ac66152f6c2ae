import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { title } from '../openDemo';
import { openConsole } from './openConsole';

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllGlobals());

const palette = () => screen.findByRole('dialog', { name: 'Command palette' });
const field = () => screen.findByRole('combobox', { name: 'Go to or do' });
const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog', { name: 'Command palette' })).toBeNull());

async function openPalette(address = '/jobs', options?: Parameters<typeof openConsole>[1]) {
  const opened = await openConsole(address, options);
  await title(/./);
  await opened.user.keyboard('{Control>}k{/Control}');
  await waitFor(async () => expect(await field()).toHaveFocus());
  return opened;
}

describe('the command palette', () => {
  it('opens by Ctrl+K with pages, actions and the tabs of the audit in groups', async () => {
    await openPalette();
    const list = within(await palette()).getByRole('listbox');
    const pages = within(list).getByRole('group', { name: 'Pages' });
    expect(
      within(pages)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Overview', 'Licenses', 'Assignments', 'Batch assign', 'Jobs', 'Audit']);
    expect(within(list).getByRole('group', { name: 'Actions' })).toHaveTextContent('Sign out');
    expect(within(list).getByRole('group', { name: 'Audit' })).toHaveTextContent('Snapshots');
  });

  it('leads to a page by keys alone', async () => {
    const { router, user } = await openPalette();
    await user.keyboard('lic{Enter}');
    await title('Licenses');
    expect(router.state.location.pathname).toBe('/licenses');
    await gone();
  });

  it('marks the next option with the arrow keys, and says which', async () => {
    const { user } = await openPalette();
    await user.keyboard('{ArrowDown}');
    const id = (await field()).getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(id)).toHaveTextContent('Licenses');
  });

  it('gives the focus back when it is closed by Escape', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    const button = screen.getByRole('button', { name: 'Command palette' });
    await user.click(button);
    await waitFor(async () => expect(await field()).toHaveFocus());
    await user.keyboard('{Escape}');
    await gone();
    expect(button).toHaveFocus();
  });

  it('finds licenses by id', async () => {
    const { router, user, sandbox } = await openPalette();
    const licenseId = [...sandbox.organization.definitions.keys()][0] ?? '';
    await user.keyboard(licenseId);
    const licenses = await screen.findByRole('group', { name: 'Licenses' });
    await user.click(within(licenses).getAllByRole('option')[0] ?? licenses);
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/licenses\/./));
  });

  it('finds users through the service where the organization is not loaded', async () => {
    const { router, user, sandbox } = await openPalette();
    await user.keyboard('an');
    const users = await screen.findByRole('group', { name: 'Users' });
    const asked = sandbox.log.map(({ path }) => path);
    expect(asked.some((path) => path.endsWith('/users/search'))).toBe(true);
    expect(asked.some((path) => path.endsWith('/license/users'))).toBe(false);
    await user.click(within(users).getAllByRole('option')[0] ?? users);
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/users\/./));
  });

  it('finds users in memory where the organization is loaded', async () => {
    const opened = await openConsole('/');
    await title('Overview');
    await waitFor(() => expect(screen.queryAllByRole('progressbar')).toEqual([]));
    await opened.user.keyboard('{Control>}k{/Control}');
    await waitFor(async () => expect(await field()).toHaveFocus());
    await opened.user.keyboard('an');
    await screen.findByRole('group', { name: 'Users' });
    const asked = opened.sandbox.log.map(({ path }) => path);
    expect(asked.some((path) => path.endsWith('/users/search'))).toBe(false);
  });

  it('says in words that nothing was found', async () => {
    const { user } = await openPalette();
    await user.keyboard('zzqqxx');
    expect(await screen.findByText('Nothing found for “zzqqxx”')).toBeVisible();
    expect(screen.getByText('Nothing found for “zzqqxx”').closest('[role=status]')).not.toBeNull();
  });

  it('opens the list of shortcuts, from which the focus returns', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    const button = screen.getByRole('button', { name: 'Command palette' });
    await user.click(button);
    await waitFor(async () => expect(await field()).toHaveFocus());
    await user.keyboard('keyboard{Enter}');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('offers no change in read-only mode', async () => {
    const { user } = await openPalette();
    expect(screen.getByRole('option', { name: /^Assign licenses/u })).toBeVisible();
    await user.keyboard('read-only{Enter}');
    await screen.findByText('Read-only mode: no changes are offered or sent.');
    await user.keyboard('{Control>}k{/Control}');
    await palette();
    expect(screen.queryByRole('option', { name: /^Assign licenses/u })).toBeNull();
  });
});
