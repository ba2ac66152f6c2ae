import { beforeEach, describe, expect, it } from 'vitest';
import { SessionOver } from '@/api/errors';
import { loadPage, signedIn } from './support';

beforeEach(() => sessionStorage.clear());

describe('the end of a session', () => {
  it('ends what was under way for it, and gives its token to no other session', async () => {
    const auth = await signedIn();
    const id = auth.getState().session?.id ?? '';
    const life = auth.lifeOf(id);
    expect(life.aborted).toBe(false);
    expect(auth.tokenOf(id)).toBe('token-1');
    expect(auth.tokenOf('another session')).toBeUndefined();
    expect(auth.lifeOf('another session').aborted).toBe(true);
    auth.reportUnauthorized(id);
    expect(life.aborted).toBe(true);
    expect(auth.tokenOf(id)).toBeUndefined();
  });

  it('comes when somebody else signs in to the same tab, as in a frame', async () => {
    const auth = await signedIn();
    const first = auth.getState().session?.id ?? '';
    const life = auth.lifeOf(first);
    await auth.startDemo();
    expect(auth.getToken()).toBe('demo-token');
    expect(life.aborted).toBe(true);
    expect(life.reason).toBeInstanceOf(SessionOver);
    expect(auth.tokenOf(first)).toBeUndefined();
  });

  it('is over for a demo only until it is taken up again', async () => {
    const auth = loadPage();
    await auth.startDemo();
    const id = auth.getState().session?.id ?? '';
    const life = auth.lifeOf(id);
    auth.reportUnauthorized(id);
    expect(life.aborted).toBe(true);
    await auth.reauthenticate();
    expect(auth.getState().session?.id).toBe(id);
    expect(auth.lifeOf(id).aborted).toBe(false);
  });
});
