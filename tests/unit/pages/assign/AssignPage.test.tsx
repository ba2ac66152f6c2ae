import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { JobPage } from '@/pages/jobs/JobPage';
import type { Sandbox } from '@/sandbox';
import { answering, renderPage, smallSandbox } from '../support/renderPage';

/** One that asks for no other license. */
const LICENSE = 'hipaaAddOn';

const pages = [
  { path: '/assign', Component: AssignPage },
  { path: '/jobs/:jobId', Component: JobPage },
];

beforeEach(() => sessionStorage.clear());

function open(path = '/assign', options: Parameters<typeof renderPage>[2] = {}) {
  return renderPage(path, pages, options);
}
type Opened = ReturnType<typeof open>;

/** Active users with a plain name, who do not hold a license. */
function usersWithout(sandbox: Sandbox, licenseId: string) {
  return sandbox.organization.users.filter(
    ({ id, profile }) =>
      profile.state === 'active' &&
      id !== sandbox.administrator.id &&
      !sandbox.organization.assignmentsOf(id).includes(licenseId),
  );
}

async function pick(user: Opened['user'], label: string, licenseId: string) {
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.keyboard(licenseId);
  await user.click(
    await screen.findByRole('option', { name: new RegExp(`^${licenseId}\\b`, 'u') }),
  );
  await user.keyboard('{Escape}');
}

async function paste(user: Opened['user'], text: string) {
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(text);
}

const review = (user: Opened['user']) =>
  user.click(screen.getByRole('button', { name: 'Review changes' }));

const rowsOf = (table: HTMLElement) => within(table).getAllByRole('row').slice(1);

describe('the batch form', () => {
  it('changes exactly what was reviewed, and shows each result from the read-back', async () => {
    const { sandbox, user } = open();
    const [ana, bo] = usersWithout(sandbox, LICENSE);
    if (!ana || !bo) throw new Error('The sandbox has nobody to change');
    await paste(user, `${ana.id}\n${bo.profile.email}\nnobody@example.com`);
    expect(await screen.findByText('2 users matched')).toBeVisible();
    expect(screen.getByText('Line 3: nobody@example.com')).toBeVisible();
    await pick(user, 'Licenses to add', LICENSE);
    await review(user);

    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(rowsOf(planned)).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Apply 2 changes' }));

    const results = await screen.findByRole('table', { name: 'Results' });
    await waitFor(() => expect(within(results).getAllByText('Done')).toHaveLength(2));
    expect(sandbox.organization.assignmentsOf(ana.id)).toContain(LICENSE);
    expect(sandbox.organization.assignmentsOf(bo.id)).toContain(LICENSE);
  });

  it('is empty again once its changes are applied', async () => {
    const { sandbox, user, router } = open();
    const [someone] = usersWithout(sandbox, LICENSE);
    await paste(user, someone?.id ?? '');
    await pick(user, 'Licenses to add', LICENSE);
    await review(user);
    await user.click(await screen.findByRole('button', { name: 'Apply 1 change' }));
    await screen.findByRole('table', { name: 'Results' });

    await router.navigate('/assign');
    expect(await screen.findByRole('textbox', { name: 'Paste users' })).toHaveValue('');
    expect(screen.getByText('0 users chosen')).toBeVisible();
  });

  it('leaves out pairs that are so already, and says how many', async () => {
    const { sandbox, user } = open();
    const [someone] = usersWithout(sandbox, LICENSE);
    const holder = sandbox.organization.users.find(({ id }) =>
      sandbox.organization.assignmentsOf(id).includes(LICENSE),
    );
    await paste(user, [someone?.id, holder?.id].join('\n'));
    await pick(user, 'Licenses to add', LICENSE);
    await review(user);

    expect(await screen.findByText(/1 pair already so and left out/u)).toBeVisible();
    expect(rowsOf(screen.getByRole('table', { name: 'Planned changes' }))).toHaveLength(1);
  });

  it('names the field that is missing, and keeps what was typed', async () => {
    const { user } = open();
    await review(user);

    expect(await screen.findByText('Choose at least one user')).toBeVisible();
    expect(screen.getByText('Choose at least one license to add or to remove')).toBeVisible();

    await paste(user, 'nobody@example.com');
    await review(user);
    expect(screen.getByRole('textbox', { name: 'Paste users' })).toHaveValue('nobody@example.com');
  });

  it('refuses to add and remove the same license', async () => {
    const { user } = open();
    await pick(user, 'Licenses to add', LICENSE);
    await pick(user, 'Licenses to remove', LICENSE);
    await review(user);

    expect(await screen.findByText(`${LICENSE} cannot be both added and removed`)).toBeVisible();
  });

  it('is as it was left when the page is opened again', async () => {
    const first = open();
    await paste(first.user, 'half a name');
    await pick(first.user, 'Licenses to add', LICENSE);
    first.unmount();

    open();
    expect(screen.getByRole('textbox', { name: 'Paste users' })).toHaveValue('half a name');
    expect(await screen.findByText(new RegExp(`^${LICENSE} –`, 'u'))).toBeVisible();
  });

  it('takes the user that a link names', async () => {
    const sandbox = smallSandbox();
    const [someone] = usersWithout(sandbox, LICENSE);
    const { address } = open(`/assign?user=${someone?.id}`, { sandbox });

    expect(await screen.findByText('1 user chosen')).toBeVisible();
    await waitFor(() => expect(address()).toBe('/assign'));
    const found = screen.getByRole('list', { name: 'Users found' });
    expect(await within(found).findByText(someone?.profile.name ?? '')).toBeVisible();
  });

  it('asks which of two users of one name is meant', async () => {
    const { sandbox, user } = open();
    const names = sandbox.organization.users.map(({ profile }) => profile.name);
    const shared = names.find((name, i) => name !== undefined && names.indexOf(name) < i);
    if (shared === undefined) throw new Error('The sandbox has no two users of one name');
    await paste(user, shared);

    expect(await screen.findByText(/1 line matches several/u)).toBeVisible();
    expect(screen.getByText('0 users chosen')).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: `Line 1: ${shared}` }));
    const [, firstOfThem] = await screen.findAllByRole('option');
    if (!firstOfThem) throw new Error('There is nobody to choose');
    await user.click(firstOfThem);
    expect(await screen.findByText('1 user chosen')).toBeVisible();
  });

  it('takes every recipient of a mail, and lists what is left over of the line', async () => {
    const { sandbox, user } = open();
    const [ana, bo] = usersWithout(sandbox, LICENSE).filter(({ profile }) => profile.email);
    await paste(
      user,
      `Somebody, ${ana?.profile.name} <${ana?.profile.email}>; ${bo?.profile.email}, ghost@example.com`,
    );
    expect(await screen.findByText('2 users chosen')).toBeVisible();
    expect(screen.getByText('Line 1: Somebody')).toBeVisible();
    expect(screen.getByText('Line 1: ghost@example.com')).toBeVisible();
  });

  it('takes a row of a spreadsheet for one person, and shows a name that contradicts it', async () => {
    const { sandbox, user } = open();
    const all = sandbox.organization.users;
    const [ana, bo] = all.filter(
      ({ profile }) =>
        profile.email && all.filter((other) => other.profile.name === profile.name).length === 1,
    );
    await paste(user, `${bo?.profile.name}\t${ana?.profile.email}\t0151 2345\t3/1/2026`);
    expect(await screen.findByText('1 user chosen')).toBeVisible();
    expect(await screen.findByText(/1 line also names another user/u)).toBeVisible();
    expect(
      screen.getByText(
        new RegExp(`^Line 1: ${ana?.profile.name} .* not ${bo?.profile.name}$`, 'u'),
      ),
    ).toBeVisible();
  });

  it('takes no name while a page of users could not be read, unless it is chosen', async () => {
    const sandbox = smallSandbox();
    const all = sandbox.organization.users;
    const someone = all.find(
      ({ profile }) =>
        profile.state === 'active' &&
        all.filter((other) => other.profile.name === profile.name).length === 1,
    );
    const { user } = open('/assign', {
      sandbox,
      answer: answering('users', (request) => {
        const state = new URL(request.url).searchParams.get('state');
        if (state !== 'any' && state !== 'inactive') return sandbox.fetch(request);
        const status = state === 'any' ? 400 : 403;
        return Response.json({ status, code: 'no', message: 'No' }, { status });
      }),
    });
    await paste(user, someone?.profile.name ?? '');
    expect(await screen.findByText(/1 name is not certain/u)).toBeVisible();
    expect(screen.getByText('0 users chosen')).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: `Line 1: ${someone?.profile.name}` }));
    const [, them] = await screen.findAllByRole('option');
    if (!them) throw new Error('There is nobody to choose');
    await user.click(them);
    expect(await screen.findByText('1 user chosen')).toBeVisible();
  });

  it('plans nothing when the users cannot be read, and offers to try again', async () => {
    const sandbox = smallSandbox();
    let broken = true;
    const { user } = open('/assign', {
      sandbox,
      answer: answering('license/users', (request) =>
        request.method === 'POST' && broken
          ? Response.json({ message: 'Down for a moment', contextId: 'abc' }, { status: 403 })
          : undefined,
      ),
    });
    const [someone] = usersWithout(sandbox, LICENSE);
    await paste(user, someone?.id ?? '');
    await pick(user, 'Licenses to add', LICENSE);
    await review(user);

    expect(await screen.findByText('Down for a moment')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Apply/u })).toBeNull();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Apply 1 change' })).toBeVisible();
  });
});

describe('the review', () => {
  it('warns of a missing prerequisite and adds it in one click', async () => {
    const { sandbox, user } = open();
    const { definitions } = sandbox.organization;
    const needy = [...definitions.values()].find(
      ({ prerequisites }) => prerequisites?.length === 1,
    );
    const prerequisite = needy?.prerequisites?.[0]?.id ?? '';
    const someone = usersWithout(sandbox, needy?.id ?? '').at(0);
    if (!needy?.id || !someone) throw new Error('The sandbox has no license with a prerequisite');
    for (const licenseId of sandbox.organization.assignmentsOf(someone.id)) {
      sandbox.organization.setAssignment(someone.id, licenseId, false);
    }
    await paste(user, someone.id);
    await pick(user, 'Licenses to add', needy.id);
    await review(user);

    await user.click(await screen.findByRole('button', { name: `Add ${prerequisite} first` }));
    const planned = screen.getByRole('table', { name: 'Planned changes' });
    expect(within(planned).getByText(`${needy.id} needs it`)).toBeVisible();
  });

  it('leaves out what the administrator takes out', async () => {
    const { sandbox, user } = open();
    const [ana, bo] = usersWithout(sandbox, LICENSE);
    await paste(user, [ana?.id, bo?.id].join('\n'));
    await pick(user, 'Licenses to add', LICENSE);
    await review(user);

    const [leaveOut] = await screen.findAllByRole('button', { name: /^Leave out: add/u });
    if (!leaveOut) throw new Error('There is nothing to leave out');
    await user.click(leaveOut);
    expect(screen.getByRole('button', { name: 'Apply 1 change' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Back to what was asked' }));
    expect(screen.getByRole('button', { name: 'Apply 2 changes' })).toBeVisible();
  });

  it('asks for a typed confirmation before it takes licenses from the own account', async () => {
    const { sandbox, user } = open();
    const [own = ''] = sandbox.organization.assignmentsOf(sandbox.administrator.id);
    await paste(user, sandbox.administrator.id);
    await pick(user, 'Licenses to remove', own);
    await review(user);

    const apply = await screen.findByRole('button', { name: 'Apply 1 change' });
    expect(apply).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: 'Type 1 to confirm' }), '1');
    expect(apply).toBeEnabled();
  });

  it('opens a saved plan and plans it anew', async () => {
    const { sandbox, user } = open();
    const [ana] = usersWithout(sandbox, LICENSE);
    const plan = {
      format: 'license-console.plan',
      version: 1,
      organization: 'Another organization',
      savedAt: '2026-11-25T08:00:00.000Z',
      changes: [{ userId: ana?.id, licenseId: LICENSE, action: 'add' }],
    };
    const file = new File([JSON.stringify(plan)], 'plan.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Saved plan'), file);

    expect(await screen.findByText(/for the organization “Another organization”/u)).toBeVisible();
    expect(await screen.findByText('From the saved plan')).toBeVisible();
  });

  it('says what is wrong with a file that is no plan', async () => {
    const { user } = open();
    await user.upload(
      screen.getByLabelText('Saved plan'),
      new File(['user,license'], 'users.json', { type: 'application/json' }),
    );
    expect(
      await screen.findByText(/users\.json cannot be opened\. .*no JSON at all/u),
    ).toBeVisible();
  });
});
