import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProvider } from '@/api/ApiProvider';
import { createApi } from '@/api/client';
import { createQueryClient } from '@/api/queryClient';
import { makePlan } from '@/model/plan';
import { AssignPage } from '@/pages/assign/AssignPage';
import { useImpliedLicenses } from '@/pages/assign/useImpliedLicenses';
import { renderPage, smallSandbox } from '../support/renderPage';

/** One that asks for no other license. */
const LICENSE = 'hipaaAddOn';
const pages = [{ path: '/assign', Component: AssignPage }];

beforeEach(() => sessionStorage.clear());

interface World {
  /** What the service says of the roles of a user. */
  roles?: (userId: string) => Response;
  /** What each role brings; a set brings what its roles do. */
  brings?: Record<string, string[]>;
}

const PLANNER = { id: 'r-planner', name: 'Planner' };
const AGENT = { id: 'r-agent', name: 'Agent' };
const refused = () => Response.json({ message: 'No', code: 'no.such.luck' }, { status: 403 });

async function listingOf(ids: string[], roles: (userId: string) => Response) {
  const entities = ids.map(async (id) => ({ id, authorization: await roles(id).json() }));
  return Response.json({ entities: await Promise.all(entities) });
}

async function broughtBy(request: Request, brings: Record<string, string[]>) {
  const roleIds: string[] = await request.clone().json();
  return Response.json(roleIds.flatMap((id) => brings[id] ?? []));
}

/** The review of one change for so many users, in a world where roles are as told. */
async function reviewing(
  action: 'add' | 'remove',
  userCount: number,
  { roles = () => Response.json({ roles: [PLANNER, AGENT] }), brings = {} }: World,
) {
  const sandbox = smallSandbox();
  const { organization } = sandbox;
  const holds = (id: string) => organization.assignmentsOf(id).includes(LICENSE);
  const people = organization.users.filter(({ profile }) => profile.state === 'active');
  const chosen = people.filter(({ id }) => holds(id) === (action === 'remove')).slice(0, userCount);
  if (chosen.length < userCount) throw new Error(`There are only ${chosen.length}`);
  const asked: string[] = [];
  const page = renderPage('/assign', pages, {
    sandbox,
    answer: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const [, userId] = /\/users\/([^/]+)\/roles$/u.exec(pathname) ?? [];
      if (userId !== undefined) {
        asked.push('roles');
        return roles(userId);
      }
      if (searchParams.has('id') && searchParams.get('expand') === 'authorization') {
        asked.push('listing');
        return listingOf(searchParams.get('id')?.split(',') ?? [], roles);
      }
      if (!pathname.endsWith('/license/infer')) return undefined;
      asked.push('infer');
      return broughtBy(request, brings);
    },
  });
  const { user } = page;
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(chosen.map(({ id }) => id).join('\n'));
  const label = action === 'add' ? 'Licenses to add' : 'Licenses to remove';
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.keyboard(LICENSE);
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${LICENSE}`, 'u') }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  await screen.findByRole('table', { name: 'Planned changes' });
  return { ...page, asked };
}

describe('the review', () => {
  it('says that a license which no role brings may not stay, and can leave it out', async () => {
    const { user } = await reviewing('add', 2, { brings: { [AGENT.id]: ['cloudCX1'] } });
    const text = `${LICENSE} may not stay with 2 users: none of their roles brings it.`;
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByText(/what is likely/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: `Do not add ${LICENSE}` }));
    expect(await screen.findByText('Nothing would change')).toBeVisible();
  });

  it('says that a license which a role brings is likely to come back, and with which role', async () => {
    await reviewing('remove', 1, { brings: { [PLANNER.id]: [LICENSE], [AGENT.id]: ['x'] } });
    expect(
      await screen.findByText(
        `${LICENSE} is likely to come back for 1 user: their roles bring it (Planner).`,
      ),
    ).toBeVisible();
  });

  it.each([
    ['no list of roles', () => Response.json({})],
    ['roles that are null', () => Response.json({ roles: null })],
    ['a role without an id', () => Response.json({ roles: [{ name: 'Agent' }, AGENT] })],
    ['a role that is null', () => Response.json({ roles: [null] })],
    ['no such user', () => Response.json({ message: 'Gone' }, { status: 404 })],
  ])('says what it does not know where the service has %s', async (_, roles) => {
    await reviewing('add', 1, { roles });
    expect(
      await screen.findByText(new RegExp(`^Whether ${LICENSE} stays with 1 user is not known`)),
    ).toBeVisible();
    expect(screen.queryByText(/may not stay/u)).toBeNull();
  });

  it('says that nothing is known where the roles are refused; the plan can be applied', async () => {
    await reviewing('remove', 1, { roles: refused });
    expect(await screen.findByText(/roles could not be read$/u)).toBeVisible();
    expect(screen.queryByText(/come back for/u)).toBeNull();
    expect(screen.getByRole('button', { name: 'Apply 1 change' })).toBeEnabled();
  });

  it('sums up many users, of whom it asks by the listing', async () => {
    const { asked } = await reviewing('add', 30, {
      roles: (userId) => Response.json({ roles: userId < '8' ? [AGENT] : [PLANNER, AGENT] }),
    });
    expect(await screen.findByText(/^hipaaAddOn may not stay with 30 users/u)).toBeVisible();
    expect(asked).toEqual(['listing', 'infer', 'infer']);
  });
});

describe('the roles of 10,000 users', () => {
  const userIds = Array.from({ length: 10_000 }, (_, n) => `user-${String(n).padStart(5, '0')}`);
  const planFor = (ids: readonly string[]) =>
    makePlan(
      [{ kind: 'add', userIds: ids, licenseIds: [LICENSE] }],
      new Map(ids.map((id) => [id, new Set<string>()])),
    );

  function lookingUp(answerTo: (path: string, ids: string[]) => Response) {
    let requests = 0;
    const api = createApi({
      baseUrl: 'https://api.example.test',
      getToken: () => 'a',
      onUnauthorized: () => undefined,
      transport: {
        send: (request) => {
          requests += 1;
          const { pathname, searchParams } = new URL(request.url);
          return Promise.resolve(answerTo(pathname, searchParams.get('id')?.split(',') ?? []));
        },
      },
    });
    const client = createQueryClient();
    const hook = renderHook(({ plan, readAt }) => useImpliedLicenses(plan, readAt), {
      initialProps: { plan: planFor(userIds), readAt: 1 },
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>
          <ApiProvider api={api}>{children}</ApiProvider>
        </QueryClientProvider>
      ),
    });
    return { ...hook, requests: () => requests };
  }

  const listing = (ids: string[]) =>
    Response.json({ entities: ids.map((id) => ({ id, authorization: { roles: [AGENT] } })) });

  it('are read on demand only, in a bounded number of requests, once', async () => {
    const { result, requests, rerender } = lookingUp((path, ids) =>
      path.endsWith('/infer') ? Response.json(['x']) : listing(ids),
    );
    expect(result.current).toMatchObject({
      status: 'offered',
      userCount: 10_000,
      requestCount: 100,
    });
    expect(requests()).toBe(0);
    act(() => result.current.lookUp());
    await waitFor(() => expect(result.current.status).toBe('known'), { timeout: 20_000 });
    expect(requests()).toBe(101);
    expect(result.current.impliedFor('user-09999')).toEqual(new Set(['x']));

    rerender({ plan: planFor(userIds.slice(1)), readAt: 1 });
    await waitFor(() => expect(result.current.status).toBe('known'));
    expect(requests()).toBe(101);
    expect(result.current.impliedFor('user-09999')).toEqual(new Set(['x']));

    rerender({ plan: planFor(userIds.slice(0, 3)), readAt: 2 });
    expect(result.current.impliedFor('user-00000')).toBeUndefined();
    await waitFor(() => expect(requests()).toBe(104));
  });

  it('that an error cuts off are read on from there, and what was read is not said to be more', async () => {
    let isDown = true;
    const { result, requests } = lookingUp((path, ids) => {
      if (path.endsWith('/infer')) return isDown ? refused() : Response.json(['x']);
      return Response.json({
        entities: ids.map((id) => ({
          id,
          authorization: id.endsWith('00') ? {} : { roles: [AGENT] },
        })),
      });
    });
    act(() => result.current.lookUp());
    await waitFor(() => expect(result.current.status).toBe('failed'), { timeout: 20_000 });
    expect(result.current.impliedFor('user-00001')).toBeUndefined();
    expect(result.current.impliedFor('user-00000')).toBe('unknown');
    expect(requests()).toBe(101);
    isDown = false;
    act(() => result.current.lookUp());
    await waitFor(() => expect(result.current.status).toBe('known'), { timeout: 20_000 });
    expect(result.current.impliedFor('user-00001')).toEqual(new Set(['x']));
    expect(requests()).toBe(102);
  });
});
