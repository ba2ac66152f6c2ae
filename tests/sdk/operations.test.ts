import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OperationId } from '@/sandbox';
import { type SandboxServer, startSandboxServer } from '@/sandbox/server';
import { operationList, route } from '@/sandbox/service/operations';
import contract from '../../contract/genesys-cloud-license.openapi.json' with { type: 'json' };
import { calls, notInSdk } from './calls';
import { apisWith, loadSdk, type Sdk, type SdkAnswer, sdkMethod } from './sdk';

let service: SandboxServer;
let sdk: Sdk;
let token = '';

beforeAll(async () => {
  service = await startSandboxServer({ users: 60, assignmentReads: 'both' });
  sdk = loadSdk(service.url);
});
afterAll(() => service.close());

beforeEach(() => {
  token = service.sandbox.issueToken();
  sdk.ApiClient.instance.setAccessToken(token);
});

/** The operation that the sandbox answered last. */
function lastAnswered(): string {
  const { method = '', path = '' } = service.sandbox.log.at(-1) ?? {};
  const found = route(method, path.split('?')[0] ?? '');
  return found.found === 'operation' ? found.operation.id : 'none';
}

describe('every operation of the contract', () => {
  const inContract = Object.values(contract.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );

  it('is called here, by the SDK or, where the SDK has dropped it, without', () => {
    const called = new Set([...Object.keys(calls), ...notInSdk]);
    expect(called).toEqual(new Set(inContract));
  });

  it.each(Object.entries(calls))('%s answers the SDK', async (operation, call) => {
    const { api, args, before, shows, after } = call;
    const method = sdkMethod(sdk, api, operation);
    if (method === undefined) throw new Error(`The SDK has no ${api}.${operation}`);
    before?.(service);
    const expected = shows(service);
    const { status, headers, body } = await method(...(args?.(service) ?? []));
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(300);
    expect(lastAnswered()).toBe(operation);
    expect(headers['inin-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual(expected);
    after?.(service, token);
    expect(service.contractViolations).toEqual([]);
  });

  it.each(notInSdk)('%s is in no class of the SDK, and answers all the same', async (operation) => {
    expect(apisWith(sdk, operation)).toEqual([]);
    const { method, segments } = operationOf(operation);
    const response = await fetch(`${service.url}/api/v2/${segments.join('/')}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    expect(lastAnswered()).toBe(operation);
    expect(service.contractViolations).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    ['without a good token', 401, 'bad.credentials', () => service.sandbox.revokeTokens()],
    [
      'without the permission',
      403,
      'missing.any.permissions',
      () => service.sandbox.revokePermission('directory:user:view'),
    ],
    [
      'without the scope',
      403,
      'not.authorized',
      () => service.sandbox.revokeScope('users:readonly'),
    ],
    [
      'for the rate',
      429,
      'too.many.requests.retry.after',
      () => service.sandbox.shareRateLimit({ requests: 300, clientId: 'sandbox' }),
    ],
  ])('%s reaches the SDK as it is', async (_why, status, code, refuse) => {
    refuse();
    try {
      const search = sdkMethod(sdk, 'UsersApi', 'postUsersSearch');
      const refused = await search?.({ query: [] }).then(
        () => 'no refusal',
        (error: SdkAnswer) => error,
      );
      expect(refused).toMatchObject({ status, body: { code, status } });
    } finally {
      service.sandbox.reset();
    }
  });
});

function operationOf(id: OperationId) {
  const found = operationList.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`The sandbox has no ${id}`);
  return found;
}
