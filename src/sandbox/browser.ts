import { setupWorker } from 'msw/browser';
import * as z from 'zod/mini';
import type { SandboxOptions } from './options';
import type { OrganizationChanges, SandboxOrganization } from './organization';
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

/** The name changes with the shape: what an older version of the console kept is of an organization that is no more. */
const storageKey = 'license-console.demo.changes';

/** Audits that are kept for a reload; more would fill the storage of the page. */
const keptAudits = 500;

let running: DemoService | undefined;

/**
 * Puts the demo organization behind the requests of this page. What the visitor changes stays until the tab is closed.
 * Starting it again starts afresh, with the same organization and the same changes.
 */
export async function startDemoService(options: DemoServiceOptions): Promise<DemoService> {
  running?.stop();
  const sandbox = createSandbox({ today: Date.now(), oddities: false, ...options.sandbox });
  const kept = keptChanges();
  if (kept !== undefined) sandbox.organization.restore(kept);
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
function keepChanges(organization: SandboxOrganization): () => void {
  let waiting = false;
  return organization.onChange(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      const changes = organization.changes();
      const kept = { ...changes, audits: changes.audits.slice(-keptAudits) };
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(kept));
      } catch {
        // Storage is full or not allowed: the demo goes on, and a reload forgets.
      }
    });
  });
}

function keptChanges(): OrganizationChanges | undefined {
  try {
    return changesSchema.parse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return undefined;
  }
}

const grant = z.object({ roleId: z.string(), divisionId: z.string(), madeAt: z.number() });
const pending = { userId: z.string(), due: z.number() };
const ids = z.array(z.string());
const change = z.object({ property: z.string(), oldValues: ids, newValues: ids });
const reference = z.object({ id: z.string(), name: z.exactOptional(z.string()) });

const changesSchema: z.ZodMiniType<OrganizationChanges> = z.object({
  licenses: z.record(z.string(), ids),
  grants: z.record(z.string(), z.array(grant)),
  pending: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...pending, kind: z.literal('removed'), licenseId: z.string() }),
      z.object({ ...pending, kind: z.literal('added'), licenseId: z.string() }),
      z.object({ ...pending, kind: z.literal('roles'), before: ids }),
    ]),
  ),
  audits: z.array(
    z.object({
      id: z.string(),
      serviceName: z.string(),
      level: z.string(),
      eventDate: z.string(),
      status: z.string(),
      action: z.string(),
      entityType: z.string(),
      entity: reference,
      user: z.exactOptional(reference),
      propertyChanges: z.array(change),
    }),
  ),
});
