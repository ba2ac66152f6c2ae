// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { visit } from './visitor';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('inin-correlation-id', () => {
  it('comes with every answer, each with its own', async () => {
    const { ask, sandbox } = visit();
    const seen = new Set<string | null>();
    for (const path of ['/users/me', '/users/me', '/nowhere', '/users/nobody', '/license/users']) {
      seen.add((await ask('GET', path)).headers.get('inin-correlation-id'));
    }
    sandbox.faults.add({ kind: 'empty' });
    seen.add((await ask('GET', '/users/me')).headers.get('inin-correlation-id'));
    expect(seen.size).toBe(6);
    for (const id of seen) expect(id).toMatch(uuid);
  });

  it('is the contextId of an error, whatever refused', async () => {
    const visitor = visit({ rateLimit: { allowed: 5, windowSeconds: 60 }, permissions: [] });
    visitor.sandbox.faults.add({ kind: '503', times: 1 });
    const answers = [
      await visitor.ask('GET', '/users/me'),
      await visitor.ask('GET', '/nowhere'),
      await visitor.ask('DELETE', '/users'),
      await visitor.ask('GET', '/license/definitions'),
      await visitor.ask('GET', '/users/nobody'),
      await visitor.ask('GET', '/users/me'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([503, 404, 405, 403, 404, 429]);
    for (const { headers, body } of answers) {
      expect(body['contextId']).toMatch(uuid);
      expect(body['contextId']).toBe(headers.get('inin-correlation-id'));
    }
  });
});
