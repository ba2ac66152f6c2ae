import { setupWorker } from 'msw/browser';
import type { SandboxOptions } from './options';
import type { AssignmentChanges } from './organization';
import { createSandbox } from './sandbox';

export interface DemoServiceOptions {
  /** The origin that the demo's requests go to; nothing real needs to be there. */
  apiUrl: string;
  /** The address of msw's service worker script. */
  serviceWorkerUrl: string;
  sandbox?: SandboxOptions;
}

export interface DemoService {
  token: string;
  stop: () => void;
}

const storageKey = 'license-console.demo.assignments';

let running: DemoService | undefined;

/**
 * Puts the demo organization behind the requests of this page. What the visitor assigns stays until the tab is closed.
 * Starting it again starts afresh, with the same organization and the same changes.
 */
export async function startDemoService(options: DemoServiceOptions): Promise<DemoService> {
  running?.stop();
  const sandbox = createSandbox({ today: Date.now(), ...options.sandbox });
  sandbox.organization.restore(keptChanges());
  const stopKeeping = keepChanges(sandbox.organization);
  const worker = setupWorker(...sandbox.handlers(options.apiUrl));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: options.serviceWorkerUrl },
  });
  const service: DemoService = {
    token: sandbox.issueToken(),
    stop() {
      stopKeeping();
      worker.stop();
      if (running === service) running = undefined;
    },
  };
  running = service;
  return service;
}

/** Saves once for all the changes of one request. */
function keepChanges(organization: {
  onChange(listener: () => void): () => void;
  changes(): AssignmentChanges;
}): () => void {
  let waiting = false;
  return organization.onChange(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(organization.changes()));
      } catch {
        // Storage is full or not allowed: the demo goes on, and a reload forgets.
      }
    });
  });
}

function keptChanges(): AssignmentChanges {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return isChanges(kept) ? kept : {};
  } catch {
    return {};
  }
}

function isChanges(value: unknown): value is AssignmentChanges {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (licenses) =>
        Array.isArray(licenses) && licenses.every((license) => typeof license === 'string'),
    )
  );
}
