// @vitest-environment node
import { ConstantBackoff } from 'cockatiel';
import { describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/client';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { createSandbox } from '@/sandbox';

function organizationBehind(isLost: (request: Request) => boolean) {
  const sandbox = createSandbox({ users: 60, rateLimit: null });
  const token = sandbox.issueToken();
  const api = createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => token,
    onUnauthorized: () => undefined,
    transport: {
      backoff: new ConstantBackoff(1),
      send: (request) =>
        isLost(request) ? Promise.reject(new TypeError('Failed to fetch')) : sandbox.fetch(request),
    },
  });
  return { store: new OrganizationStore(api), sandbox };
}

const settled = (store: OrganizationStore) =>
  vi.waitFor(() => expect(store.getSnapshot().status).not.toMatch(/idle|loading/u));

describe('an organization whose reading lost the connection', () => {
  it('is read on when the connection is back, as far as it is missing', async () => {
    let isLost = true;
    const { store, sandbox } = organizationBehind(
      ({ url }) => isLost && url.includes('/api/v2/users'),
    );
    const stop = store.subscribe(() => undefined);
    await settled(store);
    expect(store.getSnapshot().status).toBe('partial');
    const before = sandbox.log.length;
    isLost = false;
    store.retryAfterConnectionLoss();
    await vi.waitFor(() => expect(store.getSnapshot().status).toBe('ready'));
    expect(sandbox.log.slice(before).every(({ path }) => path.includes('/users'))).toBe(true);
    stop();
  });

  it('is left alone when the service refused it, or when nobody looks any more', async () => {
    const refused = organizationBehind(() => false);
    refused.sandbox.faults.add({ kind: '403', operation: 'getUsers' });
    const stop = refused.store.subscribe(() => undefined);
    await settled(refused.store);
    const { length } = refused.sandbox.log;
    refused.store.retryAfterConnectionLoss();
    expect(refused.store.getSnapshot().status).toBe('partial');
    expect(refused.sandbox.log).toHaveLength(length);
    stop();

    const left = organizationBehind(() => true);
    const leave = left.store.subscribe(() => undefined);
    await settled(left.store);
    leave();
    left.store.retryAfterConnectionLoss();
    expect(left.store.getSnapshot().status).toBe('failed');
  });
});
