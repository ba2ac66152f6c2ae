import 'fake-indexeddb/auto';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { App } from '@/app/App';
import { createRoutes } from '@/app/router';
import { rememberTour } from '@/app/tour/tourMemory';
import { Auth } from '@/auth/Auth';
import { validateConfig } from '@/config/config';
import { OrganizationCache } from '@/organization/organizationCache';
import { createSandbox, type SandboxOptions } from '@/sandbox';

// Whether an element is hidden is slow to find out in jsdom with all these styles.
configure({ defaultHidden: true, asyncUtilTimeout: 8_000 });

interface Opened {
  /** Whether this browser has shown the tour before. */
  tourSeen?: boolean;
  service?: SandboxOptions;
}

/** Opens the demo at an address. */
export async function openConsole(address: string, { tourSeen = true, service }: Opened = {}) {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  await OrganizationCache.clear();
  sessionStorage.clear();
  localStorage.clear();
  if (tourSeen) rememberTour();
  const sandbox = createSandbox({ users: 60, rateLimit: null, ...service });
  vi.stubGlobal('fetch', (request: Request) => sandbox.fetch(request));
  const auth = new Auth({
    appUrl: 'https://console.example/',
    storage: sessionStorage,
    startDemoService: async () => ({ token: sandbox.issueToken(), stop: () => undefined }),
    leaveTo: () => undefined,
  });
  await auth.startDemo();
  const router = createMemoryRouter(createRoutes(), { initialEntries: [address] });
  render(<App config={validateConfig({})} auth={auth} router={router} />);
  return { auth, router, sandbox, user: userEvent.setup() };
}

export const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
