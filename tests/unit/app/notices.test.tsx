import 'fake-indexeddb/auto';
import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideStorage } from '@/app/storage/browserStorage';
import { Auth } from '@/auth/Auth';
import { createSandbox, type Sandbox } from '@/sandbox';
import { signedIn } from '../auth/support';
import { openDemo, show, title } from './openDemo';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

let sandbox: Sandbox;
let isConnected = true;

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  sessionStorage.clear();
  localStorage.clear();
  isConnected = true;
  sandbox = createSandbox({ users: 30, rateLimit: null });
  vi.stubGlobal('fetch', (request: Request) =>
    isConnected ? sandbox.fetch(request) : Promise.reject(new TypeError('Failed to fetch')),
  );
});
afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Opens the console at an address, signed in by OAuth. */
async function openSignedIn(address: string) {
  return show(await signedIn({}, { access_token: sandbox.issueToken() }), address);
}

const bar = (name: string) => screen.queryByRole('region', { name });

describe('read-only mode', () => {
  it('is chosen in the account menu, said in a bar, and left there', async () => {
    const { user } = await openDemo('/assign', sandbox);
    expect(await screen.findByRole('button', { name: 'Review changes' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Read-only mode' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('No changes in read-only mode')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review changes' })).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Leave read-only mode' }));
    expect(await screen.findByRole('button', { name: 'Review changes' })).toBeVisible();
    expect(bar('Read-only mode')).toBeNull();
  });

  it('of the configuration cannot be left by who is signed in', async () => {
    const { user } = await openDemo('/jobs', sandbox, { readOnly: true });
    await title('Jobs');
    expect(bar('Read-only mode')).toHaveTextContent('config.json');
    await user.click(screen.getByRole('button', { name: 'Account' }));
    const item = screen.getByRole('menuitemcheckbox', { name: 'Read-only mode' });
    expect(item).toBeChecked();
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('button', { name: 'Leave read-only mode' })).toBeNull();
  });
});

describe('without a network', () => {
  it('a bar says so, pages wait, and go on by themselves when it is back', async () => {
    const { user } = await openSignedIn('/jobs');
    await title('Jobs');
    isConnected = false;
    act(() => onlineManager.setOnline(false));
    expect(bar('Network')).toHaveTextContent('You are offline');

    await user.click(screen.getByRole('link', { name: 'Licenses' }));
    await title('Licenses');
    expect(screen.queryByText('The license definitions could not be read')).toBeNull();

    isConnected = true;
    act(() => {
      onlineManager.setOnline(true);
      window.dispatchEvent(new Event('online'));
    });
    expect(bar('Network')).toHaveTextContent('online again');
    const table = await screen.findByRole('table', { name: 'License definitions' });
    await waitFor(() => expect(table).not.toHaveAttribute('aria-busy', 'true'));
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(5);
  });

  it('the jobs of this browser are still shown', async () => {
    const { user } = await openSignedIn('/licenses');
    await title('Licenses');
    isConnected = false;
    act(() => onlineManager.setOnline(false));
    await user.click(screen.getByRole('link', { name: 'Jobs' }));
    expect(await screen.findByText('No jobs yet')).toBeVisible();
  });

  it('the demo goes on and says nothing', async () => {
    await openDemo('/jobs', sandbox);
    await title('Jobs');
    act(() => onlineManager.setOnline(false));
    expect(bar('Network')).toBeNull();
  });
});

describe('in a browser that keeps nothing', () => {
  const original = {
    sessionStorage: Object.getOwnPropertyDescriptor(window, 'sessionStorage'),
    localStorage: Object.getOwnPropertyDescriptor(window, 'localStorage'),
  };
  beforeEach(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('Access is denied', 'SecurityError');
        },
      });
    }
    vi.stubGlobal('indexedDB', undefined);
  });
  afterEach(() => {
    for (const [name, descriptor] of Object.entries(original)) {
      if (descriptor) Object.defineProperty(window, name, descriptor);
      else Reflect.deleteProperty(window, name);
    }
  });

  it('the console works, and says what will not be kept', async () => {
    provideStorage();
    const { user } = await openDemo('/assign', sandbox);
    expect(await screen.findByRole('button', { name: 'Review changes' })).toBeVisible();
    const notice = await screen.findByRole('region', { name: 'Storage' });
    await waitFor(() => expect(within(notice).getAllByRole('listitem')).toHaveLength(3));
    expect(notice).toHaveTextContent('do not close it while one runs');
    await user.click(within(notice).getByRole('button', { name: 'Close' }));
    expect(bar('Storage')).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Jobs' }));
    expect(await screen.findByText('No jobs yet')).toBeVisible();
  });

  it('nobody can sign in, which is said in words, and the demo is still there', async () => {
    provideStorage();
    const auth = new Auth({
      appUrl: 'https://console.example/',
      storage: sessionStorage,
      isStorageKept: false,
      startDemoService: async () => ({ token: sandbox.issueToken(), stop: () => undefined }),
      leaveTo: () => undefined,
    });
    show(auth, '/login');
    await title('Sign in');
    expect(screen.getByRole('alert')).toHaveTextContent('Allow cookies and site data');
    expect(screen.getByRole('button', { name: 'Sign in to Genesys Cloud' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Explore the demo organization' })).toBeEnabled();
  });
});
