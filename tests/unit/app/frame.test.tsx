import 'fake-indexeddb/auto';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberTour } from '@/app/tour/tourMemory';
import { createSandbox, type Sandbox } from '@/sandbox';
import { openDemo, title } from './openDemo';

vi.mock('@/pages/assign/AssignPage', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

// Whether an element is hidden is slow to find out in jsdom with all these styles.
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 20_000 });

let sandbox: Sandbox;

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  sessionStorage.clear();
  localStorage.clear();
  rememberTour();
  sandbox = createSandbox({ users: 30, rateLimit: null });
  vi.stubGlobal('fetch', (request: Request) => sandbox.fetch(request));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens the console at an address, signed in to a sandbox. */
const openConsole = (address: string) => openDemo(address, sandbox);

describe('the frame', () => {
  it('says whose organization this is, and that it is the demo', async () => {
    await openConsole('/jobs');
    await title('Jobs');
    expect(screen.getByText('Demo organization')).toBeVisible();
    expect(screen.getByText(sandbox.organization.name)).toBeVisible();
    expect(document.title).toBe('Jobs · License console');
  });

  it('marks the page that is open among the links, and not the overview with it', async () => {
    await openConsole('/jobs');
    await title('Jobs');
    const navigation = screen.getByRole('navigation', { name: 'Main' });
    const current = within(navigation).getByRole('link', { current: 'page' });
    expect(current).toHaveTextContent('Jobs');
  });

  it('leaves the focus alone where the browser opened the page, and moves it to the title after', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    expect(document.body).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Licenses' }));
    await waitFor(async () => expect(await title('Licenses')).toHaveFocus());
    expect(screen.getByText('Page: Licenses')).toBeInTheDocument();
    expect(document.title).toBe('Licenses · License console');
  });

  it('leaves the focus in a filter that writes to the address', async () => {
    const { router, user } = await openConsole('/licenses');
    await title('Licenses');
    const search = screen.getByRole('searchbox', { name: 'Find licenses' });
    await user.type(search, 'cx');
    await waitFor(() => expect(router.state.location.search).toBe('?q=cx'));
    expect(search).toHaveFocus();
  });

  it('leads past header and navigation with the first link', async () => {
    const { router, user } = await openConsole('/jobs');
    await title('Jobs');
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
    expect(router.state.location.hash).toBe('');
  });

  it('has a page for addresses that are none', async () => {
    await openConsole('/no/such/page');
    expect(await title('Page not found')).toBeVisible();
  });

  it('offers to reload when a page’s code cannot be loaded, and stays usable', async () => {
    const { user } = await openConsole('/assign');
    expect(await title('A new version is available')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Jobs' }));
    expect(await title('Jobs')).toBeVisible();
  });

  it('switches the color scheme, and keeps the choice in this browser', async () => {
    const { user } = await openConsole('/jobs');
    await title('Jobs');
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
    expect(document.documentElement).toHaveAttribute('data-dark');
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
    expect(JSON.stringify(localStorage)).toContain('dark');
  });
});

describe('when the service refuses the token', () => {
  async function refusedAt(address: string, heading: string) {
    const opened = await openConsole(address);
    const page = await title(heading);
    sandbox.expireTokens();
    await opened.user.click(screen.getByRole('link', { name: 'Overview' }));
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
    return { ...opened, page, dialog };
  }

  it('one dialog asks to sign in again, however many requests were refused', async () => {
    await refusedAt('/jobs', 'Jobs');
    const refusals = sandbox.log.filter(({ status }) => status === 401);
    expect(refusals.length).toBeGreaterThan(0);
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });

  it('the page stays behind the dialog, and can be looked at', async () => {
    const { user, dialog } = await refusedAt('/jobs', 'Jobs');
    await user.click(within(dialog).getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await title('Overview')).toBeVisible();
    const bar = screen.getByRole('region', { name: 'Session' });
    expect(bar).toHaveTextContent('Your session has ended');
    expect(within(bar).getByRole('button', { name: 'Sign in again' })).toBeVisible();
  });

  it('signing in again goes on in the same page', async () => {
    const { user, auth, dialog } = await refusedAt('/jobs', 'Jobs');
    const page = await title('Overview');
    await user.click(within(dialog).getByRole('button', { name: 'Sign in again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(auth.getState().status).toBe('signed-in');
    expect(page).toBeInTheDocument();
  });
});

describe('signing out', () => {
  it('ends at the login page, which says so', async () => {
    const { user, router } = await openConsole('/jobs');
    await title('Jobs');
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    expect(await title('Sign in')).toBeVisible();
    expect(screen.getByText('You are signed out.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/login');
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v2/tokens/me' });
  });
});

describe('after somebody else’s session', () => {
  it('the tab is emptied before any page is shown', async () => {
    sessionStorage.setItem(
      'license-console.owner',
      JSON.stringify({ person: 'another/person', sessionId: 'their session' }),
    );
    sessionStorage.setItem('license-console.draft.of-theirs', 'half a form');
    const { router } = await openConsole('/jobs');
    expect(await title('Overview')).toBeVisible();
    expect(router.state.location.pathname).toBe('/');
    expect(sessionStorage.getItem('license-console.draft.of-theirs')).toBeNull();
    await act(async () => undefined);
  });
});
