import { screen, waitFor, within } from '@testing-library/react';
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

function holdJust(sandbox: Sandbox, userId: string, licenses: readonly string[]) {
  const { organization } = sandbox;
  for (const id of organization.assignmentsOf(userId))
    organization.setAssignment(userId, id, false);
  for (const id of licenses) organization.setAssignment(userId, id, true);
}

/** Two users of the sandbox whose licenses are these. */
function two(first: readonly string[], second: readonly string[]) {
  const sandbox = smallSandbox();
  const { id, name } = sandbox.administrator;
  const other = sandbox.organization.users.find(
    (person) =>
      person.id !== id &&
      sandbox.organization.rolesOf(person).some((role) => role.name === 'Workforce Planner'),
  );
  if (!other) throw new Error('The sandbox has no workforce planner');
  holdJust(sandbox, id, first);
  holdJust(sandbox, other.id, second);
  return { sandbox, ana: { id, name }, bo: { id: other.id, name: other.profile.name ?? '' } };
}

const sideBySide = async () => within(await screen.findByRole('region', { name: 'Side by side' }));

describe('two users side by side', () => {
  it('are chosen by search, and the address keeps whom', async () => {
    const { sandbox, ana, bo } = two(['collaboratePro'], ['collaboratePro']);
    const { user, address } = renderPage(`/users/${ana.id}`, pages, { sandbox });
    const part = await sideBySide();
    await user.type(part.getByRole('combobox', { name: 'Compare with' }), bo.name);
    await user.click(await screen.findByRole('option', { name: new RegExp(bo.name, 'u') }));
    expect(address()).toBe(`/users/${ana.id}?compare=${bo.id}`);
    expect(await part.findByText('Both hold the same licenses: 1.')).toBeVisible();
    expect(part.queryByRole('button', { name: /^Make /u })).toBeNull();
    await user.click(part.getByRole('button', { name: 'Stop comparing' }));
    expect(address()).toBe(`/users/${ana.id}`);
  });

  it('show the licenses of both, the differences first, and permissions and roles of one alone', async () => {
    const { sandbox, ana, bo } = two(['cloudCX1', 'collaboratePro'], ['collaboratePro', 'wfm']);
    renderPage(`/users/${ana.id}?compare=${bo.id}`, pages, { sandbox });
    const part = await sideBySide();
    const table = await part.findByRole('table', { name: 'Licenses side by side' });
    const rows = within(table).getAllByRole('row').slice(1);
    const holds = (name: string) =>
      name.replace(/Holds it/gu, '✓').replace(/Does not hold it/gu, '–');
    expect(rows.map((row) => holds(row.textContent ?? ''))).toEqual([
      expect.stringMatching(/cloudCX1.*✓.*–/u),
      expect.stringMatching(/wfm.*–.*✓/u),
      expect.stringMatching(/collaboratePro.*✓.*✓/u),
    ]);
    expect(part.getByText('2 licenses of one of them alone, 1 of both.')).toBeVisible();
    const onlyAna = part.getByRole('table', { name: `Permissions that only ${ana.name} has` });
    expect(within(onlyAna).queryByText(/^wfm:/u)).toBeNull();
    expect(part.getByRole('table', { name: `Permissions that only ${bo.name} has` })).toBeVisible();
    const roles = await part.findByRole('list', { name: `Roles that only ${bo.name} has` });
    expect(within(roles).getByText('Workforce Planner')).toBeVisible();
  });

  it.each(['ana', 'bo'] as const)(
    'are made the same by the review of a plan that changes %s',
    async (target) => {
      const world = two(['cloudCX1', 'collaboratePro'], ['collaboratePro', 'wfm']);
      const { sandbox, ana, bo } = world;
      const { user, address } = renderPage(`/users/${ana.id}?compare=${bo.id}`, pages, { sandbox });
      const [changed, model] = target === 'ana' ? [ana, bo] : [bo, ana];
      const name = `Make ${changed.name} like ${model.name} (2 changes)`;
      await user.click(await screen.findByRole('button', { name }));
      expect(address()).toBe('/assign?from=matrix');
      const planned = await screen.findByRole('table', { name: 'Planned changes' });
      const rows = within(planned).getAllByRole('row').slice(1);
      expect(rows).toHaveLength(2);
      for (const row of rows) {
        expect(within(row).getByText(changed.name)).toBeVisible();
        expect(row).toHaveTextContent(/Like /u);
      }
      expect(sandbox.organization.assignmentsOf(ana.id)).toEqual(['cloudCX1', 'collaboratePro']);
      expect(sandbox.organization.assignmentsOf(bo.id)).toEqual(['collaboratePro', 'wfm']);
    },
  );

  it('of one name are told apart by their emails', async () => {
    const sandbox = smallSandbox({ users: 300 });
    const [one, other] = sandbox.organization.users.filter(
      ({ profile }) => profile.name === 'Alex Morgan',
    );
    if (!one || !other) throw new Error('The sandbox has no namesakes');
    holdJust(sandbox, one.id, ['collaboratePro']);
    holdJust(sandbox, other.id, []);
    renderPage(`/users/${one.id}?compare=${other.id}`, pages, { sandbox });
    const [email, otherEmail] = [one.profile.email ?? one.id, other.profile.email ?? other.id];
    const like = `Make Alex Morgan (${email}) like Alex Morgan (${otherEmail}) (1 change)`;
    expect(await screen.findByRole('button', { name: like })).toBeVisible();
  });

  it('are not compared where one is nobody, or the same', async () => {
    const { sandbox, ana } = two([], []);
    const { router } = renderPage(`/users/${ana.id}?compare=nobody`, pages, { sandbox });
    const part = await sideBySide();
    expect(await part.findByText('The service knows no user with the ID nobody.')).toBeVisible();
    await router.navigate(`/users/${ana.id}?compare=${ana.id}`);
    expect(await part.findByText('This is the same user.')).toBeVisible();
  });

  it('have roles that are not compared where they cannot be read', async () => {
    const { sandbox, ana, bo } = two(['collaboratePro'], ['wfm']);
    renderPage(`/users/${ana.id}?compare=${bo.id}`, pages, {
      sandbox,
      answer: answering(`users/${bo.id}/roles`, () =>
        Response.json({ message: 'No' }, { status: 403 }),
      ),
    });
    const part = await sideBySide();
    expect(
      await part.findByText(`The roles of ${bo.name} are not known, so roles are not compared.`),
    ).toBeVisible();
    expect(part.queryByText('Both have the same roles.')).toBeNull();
  });

  it('are not guessed at where the licenses of one cannot be read', async () => {
    const { sandbox, ana, bo } = two(['collaboratePro'], ['wfm']);
    let isBroken = true;
    const { user } = renderPage(`/users/${ana.id}?compare=${bo.id}`, pages, {
      sandbox,
      answer: answering(`license/users/${bo.id}`, () =>
        isBroken ? Response.json({ message: 'No' }, { status: 403 }) : undefined,
      ),
    });
    const part = await sideBySide();
    expect(await part.findByText(`The licenses of ${bo.name} could not be read`)).toBeVisible();
    expect(part.queryByRole('table')).toBeNull();
    isBroken = false;
    await user.click(part.getByRole('button', { name: 'Try again' }));
    expect(await part.findByRole('table', { name: 'Licenses side by side' })).toBeVisible();
  });

  it('cannot be made the same where a license has no id', async () => {
    const { sandbox, ana, bo } = two(['collaboratePro'], ['wfm']);
    renderPage(`/users/${ana.id}?compare=${bo.id}`, pages, {
      sandbox,
      answer: answering(`license/users/${bo.id}`, () =>
        Response.json({ id: bo.id, licenses: [{ id: 'wfm' }, { description: 'Nameless' }] }),
      ),
    });
    const part = await sideBySide();
    expect(await part.findByText(/^They cannot be made the same/u)).toBeVisible();
    await waitFor(() => expect(part.queryByRole('button', { name: /^Make /u })).toBeNull());
  });
});
