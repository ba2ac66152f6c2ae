import { describe, expect, it } from 'vitest';
import { ShortList } from '@/organization/census';
import { OrganizationStore } from '@/organization/OrganizationStore';
import type { Sandbox } from '@/sandbox';
import { inPagesOf, known, look, settled, truth, world } from './support';

/** A page of a list as the service gives it, changed on its way. */
async function changed(
  request: Request,
  sandbox: Sandbox,
  change: (page: { entities: { id: string }[]; total: number }, url: URL) => object,
): Promise<Response> {
  const response = await sandbox.fetch(request);
  return Response.json(change(await response.json(), new URL(request.url)));
}

const isList = ({ method, url }: Request, path: string) =>
  method === 'GET' && new URL(url).pathname === path && !new URL(url).searchParams.has('id');
const USERS = '/api/v2/users';
const ASSIGNMENTS = '/api/v2/license/users';

async function read(
  send: (request: Request, sandbox: Sandbox) => Promise<Response>,
  selfId?: (sandbox: Sandbox) => string,
) {
  const { api, sandbox } = world({}, send);
  const store = new OrganizationStore(api);
  if (selfId) store.knowSelf(selfId(sandbox));
  look(store);
  return { snapshot: await settled(store), sandbox, store };
}

describe('a list of people that lacks some', () => {
  it('lost one between two pages: who holds something is found by id, and the reading is whole', async () => {
    let lost = '';
    const { snapshot, sandbox } = await read((request, sandbox) => {
      lost = [...truth(sandbox).keys()].find((id) => sandbox.organization.user(id)) ?? '';
      if (!isList(request, USERS)) return sandbox.fetch(request);
      return changed(request, sandbox, (page) => ({
        ...page,
        entities: page.entities.filter(({ id }) => id !== lost),
      }));
    });
    expect(snapshot.status).toBe('ready');
    expect(snapshot.index.userOf(lost)?.id).toBe(lost);
    const unknown = snapshot.index.holdersOfAny().subtract(snapshot.index.usersRead).toRows();
    expect(Array.from(unknown, (row) => snapshot.index.userId(row))).toEqual([
      sandbox.organization.oddities.unknownHolder,
    ]);
  });

  it('doubled one and lost another who holds nothing: that is told, and nobody is called unknown', async () => {
    const { snapshot, store } = await read((request, sandbox) => {
      if (!isList(request, USERS)) return sandbox.fetch(request);
      const { organization } = sandbox;
      return changed(request, sandbox, (page) => {
        const idle = page.entities.find(({ id }) => organization.assignmentsOf(id).length === 0);
        const twice = page.entities.filter((entity) => entity !== idle);
        return { ...page, entities: [...twice, ...twice.slice(0, 1)] };
      });
    });
    expect(snapshot.status).toBe('partial');
    expect(snapshot.gaps.map(({ part }) => part)).toEqual(['people']);
    expect(snapshot.error).toBeInstanceOf(ShortList);
    expect(snapshot.error).toMatchObject({ read: 59, total: 60, reason: 'counted' });
    store.retryGaps();
    expect((await settled(store)).status).toBe('partial');
  });

  it('that is cut by division, total and all, is told by whoever is not on it themselves', async () => {
    const cut = (request: Request, sandbox: Sandbox) => {
      if (new URL(request.url).pathname !== USERS) return sandbox.fetch(request);
      return changed(request, sandbox, (page) => {
        const entities = page.entities.slice(5).filter(({ id }) => id !== sandbox.administrator.id);
        return { ...page, entities, total: entities.length };
      });
    };
    const { snapshot } = await read(cut, ({ administrator }) => administrator.id);
    expect(snapshot.status).toBe('partial');
    expect(snapshot.error).toMatchObject({ reason: 'self' });
  });

  it('that ends at some page is read on by state, and holders by id', async () => {
    const small = inPagesOf(10);
    const { snapshot, sandbox } = await read((request, sandbox) => {
      const { searchParams } = new URL(request.url);
      const isBeyond = Number(searchParams.get('pageNumber')) > 4;
      return isList(request, USERS) && isBeyond
        ? Promise.resolve(
            Response.json({ message: 'Too deep', code: 'bad.request' }, { status: 400 }),
          )
        : small(request, sandbox);
    });
    // 40 of any state, 40 of those who work, all of the others, and whoever holds something.
    const holders = [...truth(sandbox).keys()].filter((id) => sandbox.organization.user(id));
    for (const id of holders) expect(snapshot.index.userOf(id)?.id).toBe(id);
    const isWhole = snapshot.index.usersRead.count === sandbox.organization.users.length;
    expect(snapshot.status).toBe(isWhole ? 'ready' : 'partial');
    expect(snapshot.error === undefined || snapshot.error instanceof ShortList).toBe(true);
  });
});

describe('a list of assignments that lacks some', () => {
  it('has them read by id, and is whole then', async () => {
    const { snapshot, sandbox } = await read((request, sandbox) =>
      isList(request, ASSIGNMENTS)
        ? changed(request, sandbox, (page) => ({ ...page, entities: page.entities.slice(3) }))
        : sandbox.fetch(request),
    );
    expect(snapshot.status).toBe('ready');
    expect(known(snapshot)).toEqual(truth(sandbox));
  });

  it('claims of nobody that they hold nothing where they cannot be read either', async () => {
    const { snapshot, sandbox } = await read((request, sandbox) => {
      if (request.method === 'POST') return Promise.reject(new TypeError('Failed to fetch'));
      return isList(request, ASSIGNMENTS)
        ? changed(request, sandbox, (page) => ({ ...page, entities: page.entities.slice(3) }))
        : sandbox.fetch(request);
    });
    expect(snapshot.gaps.map(({ part }) => part)).toEqual(['assignments']);
    const [first = ''] = sandbox.organization.holderIds;
    const row = snapshot.index.rowOf(first) ?? -1;
    expect(snapshot.index.licensesOf(row)).toBeUndefined();
  });
});
