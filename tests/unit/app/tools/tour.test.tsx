import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { title } from '../openDemo';
import { openConsole } from './openConsole';

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => {
  vi.unstubAllGlobals();
});

const step = (name: string) => screen.findByRole('dialog', { name });

describe('the tour of the demo', () => {
  it('begins by itself on the first visit, takes the focus, and can be skipped for good', async () => {
    const { router, user } = await openConsole('/', { tourSeen: false });
    await title('Overview');
    const welcome = await step('Welcome to the demo');
    await waitFor(() => expect(welcome).toHaveFocus());
    expect(welcome).not.toHaveAttribute('aria-modal', 'true');
    await user.click(within(welcome).getByRole('button', { name: 'Skip the tour' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(localStorage.getItem('license-console.tour')).toBe('seen');
    await router.navigate('/jobs');
    await title('Jobs');
    await router.navigate('/');
    await title('Overview');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads from page to page to its end, started from the help menu', async () => {
    const { router, user } = await openConsole('/jobs');
    await title('Jobs');
    await user.click(screen.getByRole('button', { name: 'Help' }));
    await user.click(screen.getByRole('menuitem', { name: 'Tour of the demo' }));
    const next = async (from: string) =>
      user.click(within(await step(from)).getByRole('button', { name: 'Next' }));
    await next('Welcome to the demo');
    await waitFor(() => expect(router.state.location.pathname).toBe('/assignments'));
    await waitFor(async () => expect(await step('Who holds what')).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'Help' })).toHaveFocus();
  });
});
