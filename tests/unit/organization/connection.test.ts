// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { OrganizationStore } from '@/organization/OrganizationStore';
import { settled, world } from './support';

function organizationBehind(isLost: (request: Request) => boolean) {
  const { api, sandbox } = world({}, (request, service) =>
    isLost(request) ? Promise.reject(new TypeError('Failed to fetch')) : service.fetch(request),
  );
  return { store: new OrganizationStore(api), sandbox };
}

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
