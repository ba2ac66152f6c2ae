import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Auth } from '@/auth/Auth';
import { AuthProvider } from '@/auth/AuthProvider';
import { SignInFailure } from '@/auth/failure';
import { ConfigProvider } from '@/config/ConfigProvider';
import { validateConfig } from '@/config/config';
import { LoginPage } from '@/pages/login/LoginPage';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

interface Situation {
  config?: object;
  address?: string;
  startDemoService?: () => Promise<{ token: string; stop: () => void }>;
}

function openLogin({ config = {}, address = '/login', startDemoService }: Situation = {}) {
  const auth = new Auth({
    appUrl: 'https://console.example/',
    storage: sessionStorage,
    startDemoService:
      startDemoService ?? (async () => ({ token: 'demo-token', stop: () => undefined })),
    leaveTo: () => undefined,
  });
  const leave = vi.spyOn(auth, 'signIn').mockResolvedValue();
  const router = createMemoryRouter(
    [
      { path: '/login', Component: LoginPage },
      { path: '*', element: <p>The console</p> },
    ],
    { initialEntries: [address] },
  );
  render(
    <ConfigProvider config={validateConfig(config)}>
      <AuthProvider auth={auth}>
        <RouterProvider router={router} />
      </AuthProvider>
    </ConfigProvider>,
  );
  return { auth, leave, router, user: userEvent.setup() };
}

const region = () => screen.getByRole('combobox', { name: /Region/ });
const clientId = () => screen.getByRole('textbox', { name: /Client ID/ });
const signIn = () => screen.getByRole('button', { name: 'Sign in to Genesys Cloud' });

describe('the login page', () => {
  it('starts with what config.json says, and signs in with it', async () => {
    const { leave, user } = openLogin({
      config: { region: 'euw2.pure.cloud', clientId: 'client-1', grant: 'implicit' },
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(document.title).toBe('Sign in · License console');
    expect(region()).toHaveValue('euw2.pure.cloud');
    expect(screen.getByText('Europe (London)')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Implicit (legacy)' })).toBeChecked();

    await user.click(signIn());
    expect(leave).toHaveBeenCalledExactlyOnceWith(
      { region: 'euw2.pure.cloud', clientId: 'client-1', grant: 'implicit', hosts: {} },
      '/',
      { org: undefined, provider: undefined, login_hint: undefined, prompt: undefined },
    );
  });

  it('finds a region by its place, with the keyboard alone', async () => {
    const { user } = openLogin();
    await user.clear(region());
    await user.type(region(), 'zurich');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(region()).toHaveValue('euc2.pure.cloud');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('shows all regions on demand, whatever is in the field', async () => {
    const { user } = openLogin({ config: { region: 'mypurecloud.de' } });
    await user.click(screen.getByRole('button', { name: 'Show regions' }));
    expect(screen.getAllByRole('option').length).toBeGreaterThan(15);
    await user.click(screen.getByRole('option', { name: /Sydney/ }));
    expect(region()).toHaveValue('mypurecloud.com.au');
  });

  it('takes a region that nobody has heard of, and remembers it without any token', async () => {
    const { leave, user } = openLogin({ config: { clientId: 'client-1' } });
    await user.clear(region());
    await user.type(region(), 'https://apps.new9.pure.cloud/');
    await user.click(signIn());
    expect(leave.mock.calls[0]?.[0].region).toBe('new9.pure.cloud');
    cleanup();
    openLogin({ config: { clientId: 'client-1' } });
    expect(region()).toHaveValue('new9.pure.cloud');
    expect(Object.keys(localStorage)).toEqual(['license-console.sign-in-form']);
  });

  it('says at each field what is wrong with it, and keeps what was typed', async () => {
    const { leave, user } = openLogin();
    await user.clear(region());
    await user.type(region(), 'no region');
    await user.click(signIn());
    expect(region()).toBeInvalid();
    expect(region()).toHaveAccessibleDescription(
      'Enter the domain of your region, such as mypurecloud.de',
    );
    expect(region()).toHaveValue('no region');
    expect(clientId()).toBeInvalid();
    expect(clientId()).toHaveAccessibleDescription(/^Enter the client ID/);
    expect(leave).not.toHaveBeenCalled();
  });

  it('names the redirect URI that has to be registered', () => {
    openLogin();
    expect(clientId()).toHaveAccessibleDescription(/https:\/\/console\.example\/callback$/);
  });

  it('passes on what the link says about who signs in where, and comes back to the page asked for', async () => {
    sessionStorage.setItem('license-console.return-to', '/licenses?q=cx');
    const { leave, user } = openLogin({
      config: { clientId: 'client-1' },
      address: '/login?org=acme&provider=okta&login_hint=anna&prompt=login',
    });
    await user.click(signIn());
    const [, returnTo, hints] = leave.mock.calls[0] ?? [];
    expect(returnTo).toBe('/licenses?q=cx');
    expect(hints).toEqual({ org: 'acme', provider: 'okta', login_hint: 'anna', prompt: 'login' });
  });

  it('says which hosts are used when they are not the region’s own', () => {
    openLogin({ config: { hosts: { login: 'http://127.0.0.1:4010/' } } });
    expect(screen.getByText('Sign-in: http://127.0.0.1:4010')).toBeVisible();
  });

  it('says why the sign-in could not start, and can be used again', async () => {
    const { leave, user } = openLogin({ config: { clientId: 'client-1' } });
    leave.mockRejectedValue(new Error('Crypto.subtle is available only in secure contexts'));
    await user.click(signIn());
    expect(await screen.findByRole('alert')).toHaveTextContent('secure contexts');
    expect(signIn()).toBeEnabled();
  });

  it('opens the demo, at the page that was asked for', async () => {
    sessionStorage.setItem('license-console.return-to', '/jobs');
    const { auth, router, user } = openLogin();
    await user.click(screen.getByRole('button', { name: 'Explore the demo organization' }));
    expect(await screen.findByText('The console')).toBeVisible();
    expect(router.state.location.pathname).toBe('/jobs');
    expect(auth.getState().session?.kind).toBe('demo');
  });

  it('says why the demo could not start', async () => {
    const { user } = openLogin({
      startDemoService: () => Promise.reject(new Error('Service workers are not allowed')),
    });
    await user.click(screen.getByRole('button', { name: 'Explore the demo organization' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The demo could not start: Service workers are not allowed',
    );
  });

  it('lists the organizations of config.json, and signs in to the one that is chosen', async () => {
    const hosts = { api: 'http://127.0.0.1:4010' };
    const { leave, user } = openLogin({
      config: {
        profiles: [
          { name: 'Europe', region: 'mypurecloud.de', clientId: 'client-1' },
          { name: 'Test', region: 'usw2.pure.cloud', clientId: 'client-2', hosts },
        ],
      },
    });
    expect(screen.getByRole('radio', { name: /^Europe/ })).toBeChecked();
    expect(region()).toHaveValue('mypurecloud.de');
    expect(screen.queryByRole('button', { name: /^Rename/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^Test/ }));
    expect(clientId()).toHaveValue('client-2');
    expect(screen.getByText('API: http://127.0.0.1:4010')).toBeVisible();
    await user.click(signIn());
    expect(leave.mock.calls[0]?.[0]).toMatchObject({ clientId: 'client-2', hosts });
  });

  it('means another organization once a field is changed, with none of the stand-ins of the one before', async () => {
    const hosts = { api: 'http://127.0.0.1:4010' };
    const profiles = [{ name: 'Test', region: 'usw2.pure.cloud', clientId: 'client-2', hosts }];
    const { leave, user } = openLogin({ config: { profiles } });
    await user.type(clientId(), '0');
    expect(screen.getByRole('radio', { name: 'Another organization' })).toBeChecked();
    await user.click(signIn());
    expect(leave.mock.calls[0]?.[0]).toMatchObject({ clientId: 'client-20', hosts: {} });
  });

  it('keeps an organization under a name, renames it, and takes it away and back', async () => {
    const { user } = openLogin({ config: { region: 'mypurecloud.ie', clientId: 'client-9' } });
    const save = () => screen.getByRole('button', { name: /^Save this organization/ });
    const name = () => screen.getByRole('textbox', { name: /^Name of the organization/ });
    await user.click(save());
    await user.keyboard('{Enter}');
    expect(name()).toHaveAccessibleDescription('Enter a name of at most 60 characters');
    await user.type(name(), 'Mine{Enter}');
    expect(screen.getByRole('radio', { name: /^Mine/ })).toBeChecked();

    await user.click(screen.getByRole('button', { name: 'Rename Mine' }));
    await user.clear(name());
    await user.type(name(), 'Ours');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('radio', { name: /^Ours/ })).toBeChecked();
    cleanup();
    openLogin();
    const ours = () => screen.queryByRole('radio', { name: /^Ours/ });
    expect(ours()).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Remove Ours' }));
    expect(ours()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(ours()).toBeChecked();
    expect(screen.queryByText(/no longer saved/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove Ours' }));
    cleanup();
    openLogin();
    expect(ours()).toBeNull();
  });

  it('takes no name twice', async () => {
    const { user } = openLogin({ config: { clientId: 'client-9', profiles: [{ name: 'Mine' }] } });
    await user.type(clientId(), '0');
    await user.click(screen.getByRole('button', { name: /^Save this organization/ }));
    const name = screen.getByRole('textbox', { name: /^Name of the organization/ });
    await user.type(name, ' Mine{Enter}');
    expect(name).toHaveAccessibleDescription('There is an organization of this name already');
    expect(name).toHaveValue(' Mine');
  });

  it('says which hosts the policy of the server is in the way of', async () => {
    const { leave, user } = openLogin({ config: { clientId: 'client-1' } });
    const hosts = ['https://api.mypurecloud.com', 'https://login.mypurecloud.com'];
    leave.mockRejectedValue(new SignInFailure({ kind: 'policy', hosts }));
    await user.click(signIn());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('connect-src');
    expect(alert).toHaveTextContent(hosts.join(' '));
  });

  it('offers no demo where config.json forbids it', () => {
    openLogin({ config: { demo: false } });
    expect(screen.queryByRole('button', { name: /demo/ })).toBeNull();
  });
});
