import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLetterKeys } from '@/app/shortcuts/letterKeys';
import { title } from '../openDemo';
import { openConsole } from './openConsole';

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => {
  setLetterKeys(true);
  vi.unstubAllGlobals();
});

const dialog = () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' });
const shown = () => screen.findByRole('dialog', { name: 'Keyboard shortcuts' });

describe('the shortcuts', () => {
  it('are shown by a question mark, and closed by Escape', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    await user.keyboard('?');
    expect(
      within(await shown()).getByText('Stage a change of this cell, or take it back'),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog()).toBeNull());
  });

  it('are shown from the help menu', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    await user.click(screen.getByRole('button', { name: 'Help' }));
    await user.click(screen.getByRole('menuitem', { name: 'Keyboard shortcuts' }));
    expect(await shown()).toBeVisible();
  });

  it('leave letters alone where text is typed', async () => {
    const { router, user } = await openConsole('/licenses');
    await title('Licenses');
    await user.type(screen.getByRole('searchbox', { name: 'Find licenses' }), '?gj');
    expect(dialog()).toBeNull();
    expect(router.state.location.pathname).toBe('/licenses');
  });

  it.each([
    ['o', '/'],
    ['l', '/licenses'],
    ['a', '/assignments'],
    ['u', '/audit'],
  ])('lead by g and %s to %s', async (letter, path) => {
    const { router, user } = await openConsole('/jobs');
    await title('Jobs');
    await user.keyboard(`g${letter}`);
    await waitFor(() => expect(router.state.location.pathname).toBe(path));
  });

  it('mean nothing without g', async () => {
    const { router, user } = await openConsole('/jobs');
    await title('Jobs');
    await user.keyboard('lxgxl');
    expect(router.state.location.pathname).toBe('/jobs');
  });

  it('of single letters can be turned off; the browser keeps that', async () => {
    const { router, user } = await openConsole('/jobs');
    await title('Jobs');
    await user.keyboard('?');
    await user.click(
      within(await shown()).getByRole('switch', { name: 'Shortcuts of single letters' }),
    );
    expect(localStorage.getItem('license-console.letter-shortcuts')).toBe('off');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(dialog()).toBeNull());
    await user.keyboard('?gl');
    expect(dialog()).toBeNull();
    expect(router.state.location.pathname).toBe('/jobs');
  });
});
