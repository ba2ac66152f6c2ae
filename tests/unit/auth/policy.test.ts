import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forbiddenHosts } from '@/auth/policy';
import { implicit, loadPage, pkce } from './support';

/** A browser whose page may ask only these origins; as browsers do, it says so in an event, and the request fails. */
function policyAllows(allowed: readonly string[], disposition = 'enforce') {
  const begun: { origin: string; aborted: () => boolean }[] = [];
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    const { origin } = new URL(address);
    begun.push({ origin, aborted: () => signal.aborted });
    if (allowed.includes(origin)) return new Promise(() => undefined);
    setTimeout(() => {
      const event = new Event('securitypolicyviolation');
      document.dispatchEvent(Object.assign(event, { blockedURI: address, disposition }));
    });
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  return begun;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const API = 'https://api.mypurecloud.de';
const LOGIN = 'https://login.mypurecloud.de';

describe('the hosts that the page’s policy forbids', () => {
  it('are those of the region, both with PKCE, which redeems its code at one of them', async () => {
    policyAllows([]);
    expect(await forbiddenHosts(pkce)).toEqual([API, LOGIN]);
  });

  it('are only those that the connection needs', async () => {
    policyAllows([API]);
    expect(await forbiddenHosts(pkce)).toEqual([LOGIN]);
    expect(await forbiddenHosts(implicit)).toEqual([]);
  });

  it('are none where all are allowed, and none was really asked', async () => {
    const begun = policyAllows([API, LOGIN]);
    expect(await forbiddenHosts(pkce)).toEqual([]);
    expect(begun.map(({ origin, aborted }) => [origin, aborted()])).toEqual([
      [API, true],
      [LOGIN, true],
    ]);
  });

  it('are none where a policy is only reported on, or the network is what is gone', async () => {
    policyAllows([], 'report');
    expect(await forbiddenHosts(pkce)).toEqual([]);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await forbiddenHosts(pkce)).toEqual([]);
  });

  it('are one when one stand-in is both', async () => {
    const host = 'http://127.0.0.1:4010';
    policyAllows([]);
    expect(await forbiddenHosts({ ...pkce, hosts: { api: host, login: host } })).toEqual([host]);
  });

  it('keep people from leaving for a sign-in that could not be completed', async () => {
    policyAllows([API]);
    await expect(loadPage().signIn(pkce, '/')).rejects.toMatchObject({
      reason: { kind: 'policy', hosts: [LOGIN] },
    });
    expect(sessionStorage).toHaveLength(0);
  });
});
