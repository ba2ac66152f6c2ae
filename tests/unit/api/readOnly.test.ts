import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inferredLicensesQuery, postAssignments, readLicensesOfUsers } from '@/api/licenses';
import { createQueryClient } from '@/api/queryClient';
import { ReadOnlyMode } from '@/api/ReadOnlyMode';
import { meQuery } from '@/api/session';
import { userSearchQuery } from '@/api/users';
import { mswServer, rejection, signedIn } from './support';

const server = mswServer();
beforeEach(() => sessionStorage.clear());
afterEach(() => sessionStorage.clear());

describe('in read-only mode', () => {
  it('nothing that changes something leaves the browser', async () => {
    const readOnly = new ReadOnlyMode({ configured: true });
    const { api, requests } = signedIn(server, {}, { readOnly });
    const error = await rejection(postAssignments(api, []));
    expect(error).toMatchObject({ kind: 'notSent', outcomeUnknown: false });
    expect(requests()).toEqual([]);
  });

  it('everything can be read, also where a read is a POST', async () => {
    const readOnly = new ReadOnlyMode({ configured: true });
    const { api, sandbox } = signedIn(server, {}, { readOnly });
    const client = createQueryClient();
    const me = await client.fetchQuery(meQuery(api));
    expect(me.id).toBe(sandbox.administrator.id);
    await readLicensesOfUsers(api, [sandbox.administrator.id]);
    await client.fetchQuery(inferredLicensesQuery(api, ['employee']));
    await client.fetchQuery(
      userSearchQuery(api, { query: [{ type: 'EXACT', fields: ['name'], value: 'x' }] }),
    );
  });

  it('can be left where it was chosen, and then changes go through', async () => {
    const readOnly = new ReadOnlyMode();
    const { api, requests } = signedIn(server, {}, { readOnly });
    readOnly.choose(true);
    await rejection(postAssignments(api, []));
    readOnly.choose(false);
    await postAssignments(api, []);
    expect(requests()).toEqual(['POST /api/v2/license/organization 200']);
  });
});

describe('the choice of read-only mode', () => {
  it('holds over a reload of the tab', () => {
    new ReadOnlyMode().choose(true);
    expect(new ReadOnlyMode().getState()).toBe('chosen');
    new ReadOnlyMode().choose(false);
    expect(new ReadOnlyMode().getState()).toBe('no');
  });

  it('cannot undo what the configuration says', () => {
    const readOnly = new ReadOnlyMode({ configured: true });
    readOnly.choose(false);
    expect(readOnly.getState()).toBe('configured');
  });
});
