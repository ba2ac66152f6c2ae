import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LicenseDefinition } from '@/api/schema';
import { UserPage } from '@/pages/users/UserPage';
import type { Sandbox } from '@/sandbox';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/users/:userId', Component: UserPage }];

function open(userId: string, options: Parameters<typeof renderPage>[2] = {}) {
  return renderPage(`/users/${encodeURIComponent(userId)}`, pages, options);
}

/** The page of a user of the sandbox who holds just these licenses. */
function openHolderOf(licenses: readonly string[], sandbox: Sandbox = smallSandbox()) {
  const { id } = sandbox.administrator;
  for (const license of sandbox.organization.assignmentsOf(id)) {
    sandbox.organization.setAssignment(id, license, false);
  }
  for (const license of licenses) sandbox.organization.setAssignment(id, license, true);
  return open(id, { sandbox });
}

/** The page of a user of whom the service says just this. */
function openWith(licenses: LicenseDefinition[] | undefined) {
  const sandbox = smallSandbox();
  const { id } = sandbox.administrator;
  return open(id, {
    sandbox,
    answer: answering(`license/users/${id}`, () => Response.json({ id, licenses })),
  });
}

const title = () => screen.getByRole('heading', { level: 1 });
const section = async (name: string) => within(await screen.findByRole('region', { name }));

async function rowOf(id: string) {
  const table = await screen.findByRole('table', { name: 'Licenses' });
  return waitFor(() => {
    const row = table.querySelector<HTMLElement>(
      `tr:has(> th > div > span > a[href="/licenses/${id}"])`,
    );
    if (!row) throw new Error(`No row of ${id}`);
    return within(row);
  });
}

describe('the page of a user', () => {
  it('is called by their name and tells who they are', async () => {
    const sandbox = smallSandbox();
    const someone = sandbox.organization.users.find(({ lastLogin }) => lastLogin !== undefined);
    if (!someone) throw new Error('Nobody ever signed in to the sandbox');
    open(someone.id, { sandbox });
    const { name = '', email = '', department = '', division } = someone.profile;
    await waitFor(() => expect(title()).toHaveTextContent(name));
    const profile = await section('Profile');
    expect(profile.getByText(email)).toBeVisible();
    expect(profile.getByText(department)).toBeVisible();
    expect(profile.getByText(division?.name ?? 'no division')).toBeVisible();
    expect(profile.getByText('Last login').nextSibling).toHaveTextContent(/202\d/);
    expect(screen.getByText(someone.id, { selector: 'code' })).toBeVisible();
    expect(document.title).toBe(`${name} · License console`);
  });

  it('has a place for what jobs changed of them', async () => {
    openHolderOf(['collaboratePro']);
    const history = await section('History of jobs');
    expect(await history.findByText(/^No job of yours/)).toBeVisible();
  });

  it('leads to changing their licenses', async () => {
    const { sandbox } = openHolderOf(['collaboratePro']);
    await rowOf('collaboratePro');
    expect(screen.getByRole('link', { name: 'Change licenses' })).toHaveAttribute(
      'href',
      `/assign?user=${sandbox.administrator.id}`,
    );
  });

  it('has their name at once when the matrix has read it already, and no more than the id otherwise', () => {
    const sandbox = smallSandbox();
    open(sandbox.administrator.id, { sandbox, answer: forever });
    expect(title()).toHaveTextContent(sandbox.administrator.id);
  });
});

describe('each license of a user', () => {
  it('says what it gives, and what would be lost with it', async () => {
    openHolderOf(['cloudCX1', 'collaboratePro', 'wfm']);
    const wfm = await rowOf('wfm');
    expect(wfm.getByText('27 permissions, from no other license')).toBeVisible();
    const collaboratePro = await rowOf('collaboratePro');
    expect(collaboratePro.getByText('15 permissions, each from another license too')).toBeVisible();
    const cx1 = await rowOf('cloudCX1');
    expect(cx1.getByText('37 permissions, 22 from no other license')).toBeVisible();
  });

  it('says whether its prerequisites are met', async () => {
    openHolderOf(['cloudCX2', 'agentAssist', 'agentCopilot', 'gamification']);
    const copilot = await rowOf('agentCopilot');
    expect(copilot.getByText(/cloudCX2/).parentElement).toHaveTextContent('cloudCX2 is held');
    const assist = await rowOf('agentAssist');
    expect(assist.getByText('cloudCX1').parentElement).toHaveTextContent(
      'cloudCX1 is comprised in cloudCX2',
    );
    const gamification = await rowOf('gamification');
    expect(gamification.getByText('wfm').parentElement).toHaveTextContent('wfm Missing');
    expect((await rowOf('cloudCX2')).getByText('None')).toBeVisible();
  });

  it('is called redundant when another one comprises it', async () => {
    openHolderOf(['cloudCX1', 'cloudCX2']);
    expect((await rowOf('cloudCX1')).getByText(/^Comprised in/)).toHaveTextContent(
      'Comprised in cloudCX2, held as well',
    );
    expect((await rowOf('cloudCX2')).queryByText(/Comprised in/)).not.toBeInTheDocument();
  });

  it('without a definition is shown, and nothing is made up about it', async () => {
    openHolderOf(['collaboratePro', 'legacyDialerPro']);
    const retired = await rowOf('legacyDialerPro');
    await waitFor(() => expect(retired.getAllByText('Unknown: no definition')).toHaveLength(2));
    const permissions = await section('Effective permissions');
    expect(permissions.getByText(/Without a definition/)).toHaveTextContent('legacyDialerPro');
  });
});

describe('why a user holds a license', () => {
  it('is their roles, where these imply it', async () => {
    const sandbox = smallSandbox();
    const { id } = sandbox.administrator;
    const inferred = ['collaboratePro', 'notHeldYet'];
    const { organization } = sandbox;
    for (const license of organization.assignmentsOf(id)) {
      organization.setAssignment(id, license, false);
    }
    organization.setAssignment(id, 'collaboratePro', true);
    organization.setAssignment(id, 'wfm', true);
    open(id, { sandbox, answer: answering('license/infer', () => Response.json(inferred)) });
    expect(
      await (await rowOf('collaboratePro')).findByText(
        'Implied by roles: it may come back after removal',
      ),
    ).toBeVisible();
    expect((await rowOf('wfm')).getByText('Not implied by any role')).toBeVisible();
    const roles = await section('Roles');
    expect(roles.getAllByRole('listitem').length).toBeGreaterThan(0);
    expect(roles.getByText(/imply licenses that this user does not hold/)).toHaveTextContent(
      'notHeldYet',
    );
  });

  it('is not their roles when they have none', async () => {
    const sandbox = smallSandbox();
    const { id } = sandbox.administrator;
    open(id, {
      sandbox,
      answer: answering(`users/${id}/roles`, () => Response.json({ roles: [] })),
    });
    expect((await screen.findAllByText('Not implied by any role')).length).toBeGreaterThan(0);
    expect(screen.getByText('This user has no roles.')).toBeVisible();
  });

  it('is unknown to someone who may not see roles', async () => {
    const sandbox = smallSandbox();
    sandbox.revokePermission('authorization:grant:view');
    openHolderOf(['collaboratePro'], sandbox);
    expect(await (await rowOf('collaboratePro')).findByText('Unknown')).toBeVisible();
    const roles = await section('Roles');
    expect(roles.getByText('You may not see the roles of users')).toBeVisible();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('is unknown when the service does not say what roles imply', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: 'notFound', operation: 'postLicenseInfer' });
    openHolderOf(['collaboratePro'], sandbox);
    expect(await (await rowOf('collaboratePro')).findByText('Unknown')).toBeVisible();
    expect(
      (await section('Roles')).getByText('Which licenses the roles imply could not be read'),
    ).toBeVisible();
  });

  it('is unknown when a role cannot be asked about', async () => {
    const sandbox = smallSandbox();
    const { id } = sandbox.administrator;
    const [known = ''] = sandbox.organization.roles.keys();
    open(id, {
      sandbox,
      answer: (request) => {
        const { pathname } = new URL(request.url);
        if (pathname.endsWith('/roles')) {
          return Response.json({ roles: [{ id: known }, { name: 'A role without an ID' }] });
        }
        return pathname.endsWith('/infer') ? Response.json([]) : undefined;
      },
    });
    expect((await screen.findAllByText('Unknown')).length).toBeGreaterThan(0);
    expect(screen.queryByText('Not implied by any role')).not.toBeInTheDocument();
    expect(screen.getByText('A role without an ID')).toBeVisible();
  });
});

describe('the effective permissions of a user', () => {
  it('name every license that gives each, and can be searched', async () => {
    const { user } = openHolderOf(['cloudCX1', 'collaboratePro', 'wfm']);
    const permissions = await section('Effective permissions');
    const shared = await permissions.findByRole('row', { name: /^chat:room:view/ });
    expect(
      within(shared)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['cloudCX1', 'collaboratePro']);
    await user.type(
      permissions.getByRole('searchbox', { name: 'Filter effective permissions' }),
      'wfm',
    );
    await waitFor(() => expect(permissions.queryByText(/^chat/)).not.toBeInTheDocument());
    expect(permissions.getByRole('status')).toHaveTextContent('27 of 64 permissions');
  });

  it('are none for someone without licenses', async () => {
    openHolderOf([]);
    expect(await screen.findByText('The service says that this user holds none.')).toBeVisible();
    expect(screen.getByText('The licenses of this user give no permissions.')).toBeVisible();
  });
});

describe('a user of whom little is known', () => {
  it('is called by their email, or by their id', async () => {
    const sandbox = smallSandbox();
    const nameless = sandbox.organization.users.find(
      ({ profile }) => profile.name === undefined && profile.email !== undefined,
    );
    open(nameless?.id ?? '', { sandbox });
    await waitFor(() => expect(title()).toHaveTextContent(nameless?.profile.email ?? 'no email'));
  });

  it('has every missing fact called "Not given"', async () => {
    const sandbox = smallSandbox();
    const bare = sandbox.organization.users.find(({ profile }) => Object.keys(profile).length <= 3);
    open(bare?.id ?? '', { sandbox });
    const profile = await section('Profile');
    await waitFor(() => expect(profile.getAllByText('Not given').length).toBeGreaterThanOrEqual(5));
  });

  it('with HTML for a name has the HTML shown', async () => {
    const sandbox = smallSandbox();
    const odd = sandbox.organization.users.find(({ profile }) => profile.name?.startsWith('<img'));
    open(odd?.id ?? '', { sandbox });
    await waitFor(() => expect(title()).toHaveTextContent('<img src=x onerror=alert(1)>'));
    expect(document.querySelector('img')).toBeNull();
  });

  it('has unknown licenses when the service does not name them', async () => {
    openWith(undefined);
    expect(
      await screen.findByText('The service does not say which licenses this user holds.'),
    ).toBeVisible();
    expect(screen.getByText('Unknown, as the licenses of this user are.')).toBeVisible();
    expect(screen.queryByText('No licenses')).not.toBeInTheDocument();
  });

  it('may hold a license that the service does not name', async () => {
    openWith([{ id: 'collaboratePro' }, { description: 'Something' }]);
    await rowOf('collaboratePro');
    expect(screen.getByText(/names 1 more without an ID/)).toBeVisible();
  });
});

describe('an id that is no user', () => {
  it('is said to be none, and leads back', async () => {
    open('nobody at all');
    await waitFor(() => expect(title()).toHaveTextContent('No such user'));
    expect(screen.getByRole('link', { name: 'See all assignments' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Change licenses' })).not.toBeInTheDocument();
  });

  it('has the licenses that it holds all the same', async () => {
    const sandbox = smallSandbox();
    const ghost = sandbox.organization.holderIds.find((id) => !sandbox.organization.user(id)) ?? '';
    open(ghost, { sandbox });
    await waitFor(() => expect(title()).toHaveTextContent('No such user'));
    expect(await screen.findByText(/yet the ID holds licenses/)).toBeVisible();
    await rowOf('collaboratePro');
  });
});

describe('what could not be read', () => {
  it.each([
    ['getUser', 'The profile could not be read', 'Effective permissions'],
    ['getLicenseUser', 'The licenses could not be read', 'Profile'],
    ['getLicenseDefinitions', /^The license definitions could not be read/, 'Roles'],
  ] as const)(
    'of %s leaves the other parts, and can be tried again',
    async (operation, said, part) => {
      const sandbox = smallSandbox();
      sandbox.faults.add({ kind: '403', operation });
      const { user } = openHolderOf(['collaboratePro'], sandbox);
      expect(await screen.findByText(said)).toBeVisible();
      await section(part);
      expect(screen.getAllByRole('alert')).toHaveLength(1);
      sandbox.faults.clear();
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
      expect(title()).toHaveTextContent(sandbox.administrator.name);
      await rowOf('collaboratePro');
    },
  );

  it('of the definitions leaves those that come with the licenses of the user', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '503', operation: 'getLicenseDefinitions' });
    openHolderOf(['wfm', 'legacyDialerPro'], sandbox);
    expect((await rowOf('wfm')).getByText('27 permissions, from no other license')).toBeVisible();
    const retired = await rowOf('legacyDialerPro');
    await waitFor(() => expect(retired.getAllByText('Unknown').length).toBeGreaterThanOrEqual(2));
    expect(retired.queryByText('Unknown: no definition')).not.toBeInTheDocument();
  });
});
