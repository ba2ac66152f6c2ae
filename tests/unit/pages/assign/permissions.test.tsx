import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { JobPage } from '@/pages/jobs/JobPage';
import { LicensesPage } from '@/pages/licenses/LicensesPage';
import type { Sandbox } from '@/sandbox';
import { answering, renderPage, smallSandbox } from '../support/renderPage';

const LICENSE = 'hipaaAddOn';
const CHANGE = 'authorization:grant:add';
const MAY_NOT_CHANGE = 'You may look, but not change license assignments';
const pages = [
  { path: '/assign', Component: AssignPage },
  { path: '/jobs/:jobId', Component: JobPage },
  { path: '/licenses', Component: LicensesPage },
];

beforeEach(() => sessionStorage.clear());
afterEach(() => sessionStorage.clear());

function lacking(...permissions: string[]): Sandbox {
  const sandbox = smallSandbox();
  for (const permission of permissions) sandbox.revokePermission(permission);
  return sandbox;
}

/** Fills the form for one user and goes on to its review. */
async function reviewOne({ user, sandbox }: ReturnType<typeof renderPage>) {
  const someone = sandbox.organization.users.find(
    ({ id, profile }) =>
      profile.state === 'active' &&
      id !== sandbox.administrator.id &&
      !sandbox.organization.assignmentsOf(id).includes(LICENSE),
  );
  if (!someone) throw new Error('Everybody holds it');
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(someone.id);
  await user.click(await screen.findByRole('combobox', { name: 'Licenses to add' }));
  await user.keyboard(LICENSE);
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${LICENSE}`, 'u') }));
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  await screen.findByRole('table', { name: 'Planned changes' });
  return someone.id;
}

const posts = ({ log }: Sandbox) =>
  log.filter(({ method, path }) => method === 'POST' && path.endsWith('/license/organization'));

describe('who may not change assignments', () => {
  it('is told so above the form, with the permission and the way to it', async () => {
    renderPage('/assign', pages, { sandbox: lacking(CHANGE) });
    const notice = (await screen.findByText(MAY_NOT_CHANGE)).closest('[role=alert]');
    expect(notice).toHaveTextContent(CHANGE);
    expect(notice).toHaveTextContent(/administers the roles/u);
  });

  it('can plan, but not apply; with the permission the same plan is applied', async () => {
    const page = renderPage('/assign', pages, { sandbox: lacking(CHANGE) });
    const { sandbox, user } = page;
    await screen.findByText(MAY_NOT_CHANGE);
    const someone = await reviewOne(page);
    expect(screen.getByRole('button', { name: 'Apply 1 change' })).toBeDisabled();
    expect(posts(sandbox)).toEqual([]);

    sandbox.grantPermission(CHANGE);
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(screen.queryByText(MAY_NOT_CHANGE)).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Apply 1 change' }));
    await screen.findByText('Finished');
    expect(sandbox.organization.assignmentsOf(someone)).toContain(LICENSE);
  });

  it('loses nothing when the permission goes away between review and "Apply"', async () => {
    const page = renderPage('/assign', pages);
    const { sandbox, user } = page;
    await reviewOne(page);
    sandbox.revokePermission(CHANGE);
    await user.click(screen.getByRole('button', { name: 'Apply 1 change' }));
    const refused = await screen.findByText(CHANGE, { selector: 'code' });
    expect(refused.closest('[role=alert]')).toHaveTextContent(/administers the roles/u);

    sandbox.grantPermission(CHANGE);
    // The refusal may be told on the review already, before the page of the job is there.
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    await screen.findByText('Finished');
  });
});

describe('in an organization that tells most permissions by policies', () => {
  /** The answer of the sandbox, with all of its permissions but one told by policies instead. */
  const byPolicies = (sandbox: Sandbox) => async (request: Request) => {
    const answer = await sandbox.fetch(request);
    const { authorization, ...me } = await answer.json();
    const permissions: string[] = authorization?.permissions ?? [];
    const permissionPolicies = permissions.map((permission) => {
      const [domain, entityName, action] = permission.split(':');
      return { domain, entityName, actionSet: [action] };
    });
    return Response.json({
      ...me,
      ...(authorization && {
        authorization: { permissions: permissions.slice(-1), permissionPolicies },
      }),
    });
  };

  const openAssign = (sandbox: Sandbox) =>
    renderPage('/assign', pages, { sandbox, answer: answering('users/me', byPolicies(sandbox)) });

  it('an administrator is not locked out', async () => {
    const sandbox = smallSandbox();
    const page = openAssign(sandbox);
    await reviewOne(page);
    expect(screen.queryByText(MAY_NOT_CHANGE)).toBeNull();
    expect(screen.getByRole('button', { name: 'Apply 1 change' })).toBeEnabled();
  });

  it('who may not change assignments is told so', async () => {
    openAssign(lacking(CHANGE));
    expect(await screen.findByText(MAY_NOT_CHANGE)).toBeVisible();
  });
});

it('who may not search for users is told to paste them, and nothing is searched', async () => {
  const { sandbox } = renderPage('/assign', pages, { sandbox: lacking('directory:user:view') });
  const search = await screen.findByRole('combobox', { name: /^Find users/u });
  await waitFor(() => expect(search).toBeDisabled());
  expect(search).toHaveAccessibleDescription(/directory:user:view/u);
  expect(sandbox.log.some(({ path }) => path.endsWith('/users/search'))).toBe(false);
});

it('who may not see definitions is told which of two permissions would do', async () => {
  renderPage('/licenses', pages, { sandbox: lacking(CHANGE, 'authorization:license:view') });
  const title = await screen.findByText('You may not see license definitions');
  expect(title.closest('[role=alert]')).toHaveTextContent(
    'authorization:grant:add or authorization:license:view',
  );
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

describe('a refusal that names no missing permission', () => {
  const words = 'The client is not allowed to use this resource';
  const refusal = () =>
    Response.json({ code: 'not.authorized', message: words, status: 403 }, { status: 403 });

  it('is shown in the words of the service, with what to check', async () => {
    renderPage('/licenses', pages, { answer: answering('license/definitions', refusal) });
    const alert = (await screen.findByText(words)).closest('[role=alert]');
    expect(alert).toHaveTextContent(
      /scopes of the console’s OAuth client \(needed here: license;/u,
    );
    expect(alert).toHaveTextContent(/a policy or a division/u);
    expect(alert).not.toHaveTextContent(/The permission/u);
    expect(screen.queryByText('You may not see license definitions')).toBeNull();
  });

  it('halts a job, which says so and asks for no permission; changes are still offered', async () => {
    let isRefused = true;
    const page = renderPage('/assign', pages, {
      answer: answering('license/organization', (request) =>
        isRefused && request.method === 'POST' ? refusal() : undefined,
      ),
    });
    const someone = await reviewOne(page);
    await page.user.click(screen.getByRole('button', { name: 'Apply 1 change' }));
    const alert = (await screen.findByText(new RegExp(words, 'u'))).closest('[role=alert]');
    expect(alert).toHaveTextContent(
      /scopes of the console’s OAuth client \(needed here: license;/u,
    );
    expect(alert).not.toHaveTextContent(CHANGE);
    isRefused = false;
    await page.user.click(await screen.findByRole('button', { name: 'Resume' }));
    await screen.findByText('Finished');
    expect(page.sandbox.organization.assignmentsOf(someone)).toContain(LICENSE);
  });
});

it('a job that is refused names the permissions that the service names', async () => {
  const page = renderPage('/assign', pages, {
    answer: answering('license/organization', (request) =>
      request.method === 'POST'
        ? Response.json(
            {
              code: 'missing.permissions',
              message: 'You may not',
              messageParams: { permissions: 'license:seat:assign,license:seat:view' },
            },
            { status: 403 },
          )
        : undefined,
    ),
  });
  await reviewOne(page);
  await page.user.click(screen.getByRole('button', { name: 'Apply 1 change' }));
  const alert = (await screen.findByText(/You may not/u)).closest('[role=alert]');
  expect(alert).toHaveTextContent('The permissions license:seat:assign and license:seat:view');
  expect(alert).not.toHaveTextContent(CHANGE);
});

describe('in read-only mode', () => {
  beforeEach(() => sessionStorage.setItem('license-console.read-only', 'true'));

  it('the batch form is not offered, and neither is an undo', async () => {
    renderPage('/assign?undo=some-job', pages);
    expect(await screen.findByText('No changes in read-only mode')).toBeVisible();
    expect(within(document.body).queryByRole('button')).toBeNull();
  });
});
