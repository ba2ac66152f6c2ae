import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { UserPage } from '@/pages/users/UserPage';
import type { Sandbox } from '@/sandbox';
import { answering, renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/users/:userId', Component: UserPage },
  { path: '/assign', Component: AssignPage },
];

beforeEach(() => sessionStorage.clear());

function open(
  licenses: readonly string[],
  sandbox: Sandbox = smallSandbox(),
  options: Omit<Parameters<typeof renderPage>[2] & object, 'sandbox'> = {},
) {
  const { id } = sandbox.administrator;
  for (const license of sandbox.organization.assignmentsOf(id)) {
    sandbox.organization.setAssignment(id, license, false);
  }
  for (const license of licenses) sandbox.organization.setAssignment(id, license, true);
  return renderPage(`/users/${id}`, pages, { sandbox, ...options });
}

const whatIf = async () =>
  within(await screen.findByRole('region', { name: 'What if I take this away' }));

describe('what would be, if a license were taken away', () => {
  it('is shown of one or several: what is lost, and what stays from another license', async () => {
    const { user } = open(['cloudCX1', 'collaboratePro', 'wfm']);
    const part = await whatIf();
    expect(part.getByText(/^Choose licenses to see/u)).toBeVisible();
    await user.click(part.getByRole('checkbox', { name: 'cloudCX1' }));
    expect(
      part.getByText(
        '22 permissions would be lost; 15 permissions would stay from another license.',
      ),
    ).toBeVisible();
    const stay = part.getByRole('table', { name: 'Permissions that stay' });
    const shared = within(stay).getByRole('row', { name: /^chat:room:view/u });
    expect(within(shared).getByRole('link', { name: 'collaboratePro' })).toBeVisible();

    await user.click(part.getByRole('checkbox', { name: 'collaboratePro' }));
    expect(part.getByText('37 permissions would be lost.')).toBeVisible();
    expect(part.queryByRole('table', { name: 'Permissions that stay' })).toBeNull();
  });

  it('names the licenses that need it', async () => {
    const { user } = open(['communicate', 'wfm', 'gamification']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'wfm' }));
    const warning = part.getByText(/^Licenses that stay need/u).closest('[role=alert]');
    expect(warning).toHaveTextContent('gamification needs wfm');
  });

  it('names the roles that imply it, by which it may come back', async () => {
    const { user, sandbox } = open(['cloudCX2', 'wfm']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'wfm' }));
    expect(await part.findByText('No role of the user implies this.')).toBeVisible();
    await user.click(part.getByRole('checkbox', { name: 'cloudCX2' }));
    const warning = (await part.findByText(/may give back/u)).closest('[role=alert]');
    const { organization, administrator } = sandbox;
    const someone = organization.user(administrator.id);
    const implying = (someone ? organization.rolesOf(someone) : []).find(
      ({ baseLicense }) => baseLicense === 'cloudCX2',
    );
    expect(warning).toHaveTextContent(`cloudCX2 is implied by ${implying?.name}`);
  });

  it('leads to the review of a plan, and changes nothing itself', async () => {
    const { user, sandbox, address } = open(['cloudCX1', 'collaboratePro']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'cloudCX1' }));
    await user.click(part.getByRole('button', { name: 'Review taking away 1 license' }));
    expect(address()).toBe('/assign?from=matrix');
    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(within(planned).getByText('You asked for it')).toBeVisible();
    expect(sandbox.organization.assignmentsOf(sandbox.administrator.id)).toContain('cloudCX1');
  });

  it('is not known where there is no definition, and that is said', async () => {
    const { user } = open(['collaboratePro', 'legacyDialerPro']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'legacyDialerPro' }));
    expect(await part.findByText(/nobody can tell what would go with/u)).toHaveTextContent(
      'legacyDialerPro',
    );
    await user.click(part.getByRole('checkbox', { name: 'legacyDialerPro' }));
    await user.click(part.getByRole('checkbox', { name: 'collaboratePro' }));
    expect(part.getByText(/^Some of it may stay all the same/u)).toHaveTextContent(
      'legacyDialerPro',
    );
  });

  it('does not claim to know whether it comes back where roles cannot be read', async () => {
    const sandbox = smallSandbox();
    sandbox.revokePermission('authorization:grant:view');
    const { user } = open(['collaboratePro'], sandbox);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'collaboratePro' }));
    expect(
      await part.findByText(/^Whether a role implies this, .* is not known\.$/u),
    ).toBeVisible();
    expect(part.queryByText('No role of the user implies this.')).toBeNull();
  });

  it('says that changes staged before are reviewed with it', async () => {
    const change = { userId: 'ana', licenseId: 'wem', action: 'add' };
    sessionStorage.setItem('license-console.draft.staged', JSON.stringify([change]));
    const { user } = open(['collaboratePro']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'collaboratePro' }));
    expect(part.getByText(/^1 change staged before/u)).toBeVisible();
  });

  it('can be looked at in read-only mode, and leads to no change there', async () => {
    sessionStorage.setItem('license-console.read-only', 'true');
    const { user } = open(['collaboratePro']);
    const part = await whatIf();
    await user.click(part.getByRole('checkbox', { name: 'collaboratePro' }));
    expect(part.getByText(/would be lost/u)).toBeVisible();
    expect(part.queryByRole('button', { name: /^Review taking away/u })).toBeNull();
  });

  it('is not asked where the user holds nothing', async () => {
    open([]);
    await screen.findByText('The service says that this user holds none.');
    expect(screen.queryByRole('region', { name: 'What if I take this away' })).toBeNull();
  });
});

describe('the roles of a user', () => {
  it('tell which licenses each implies', async () => {
    const { sandbox } = open(['collaboratePro']);
    const { organization, administrator } = sandbox;
    const someone = organization.user(administrator.id);
    const roles = someone ? organization.rolesOf(someone) : [];
    const list = await screen.findByRole('list', { name: 'Roles' });
    for (const { name = '', baseLicense, addonLicenses = [] } of roles) {
      const item = within(list).getByText(name).closest('li');
      const implied = [...(baseLicense === undefined ? [] : [baseLicense]), ...addonLicenses];
      const text =
        implied.length > 0 ? `Implies ${implied.sort().join(', ')}` : 'Implies no license';
      await within(list).findAllByText(/^Implies/u);
      expect(item).toHaveTextContent(text);
    }
  });

  it('say so where it is not known what they imply', async () => {
    const sandbox = smallSandbox();
    open(['collaboratePro'], sandbox, {
      answer: answering('license/infer', () => Response.json({ message: 'No' }, { status: 403 })),
    });
    const list = await screen.findByRole('list', { name: 'Roles' });
    const said = await within(list).findAllByText('Which licenses it implies is not known');
    expect(said).toHaveLength(within(list).getAllByRole('listitem').length);
  });
});
