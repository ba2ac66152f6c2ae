import 'fake-indexeddb/auto';
import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import { rememberTour } from '@/app/tour/tourMemory';
import { OrganizationCache } from '@/organization/organizationCache';
import { createSandbox, type SandboxOptions } from '@/sandbox';
import { openDemo } from '../openDemo';

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
  const sandbox = createSandbox({ users: 60, rateLimit: null, licenseDelayMs: 0, ...service });
  vi.stubGlobal('fetch', (request: Request) => sandbox.fetch(request));
  return { sandbox, ...(await openDemo(address, sandbox)) };
}
