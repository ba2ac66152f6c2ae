import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { App } from '@/app/App';
import { createRoutes } from '@/app/router';
import { Auth } from '@/auth/Auth';
import { validateConfig } from '@/config/config';
import type { Sandbox } from '@/sandbox';

/** Shows the console at an address, to whoever `auth` says. */
export function show(auth: Auth, address: string, config: Record<string, unknown> = {}) {
  const router = createMemoryRouter(createRoutes(), { initialEntries: [address] });
  render(<App config={validateConfig(config)} auth={auth} router={router} />);
  return { auth, router, user: userEvent.setup() };
}

/** Opens the console at an address, in the demo, whose service is a sandbox. */
export async function openDemo(
  address: string,
  sandbox: Sandbox,
  config?: Record<string, unknown>,
) {
  const auth = new Auth({
    appUrl: 'https://console.example/',
    storage: sessionStorage,
    startDemoService: async () => ({ token: sandbox.issueToken(), stop: () => undefined }),
    leaveTo: () => undefined,
  });
  await auth.startDemo();
  return show(auth, address, config);
}

export const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
