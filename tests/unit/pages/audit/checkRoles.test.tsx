import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { runSignOutTasks } from '@/auth/signOutTasks';
import { AssignPage } from '@/pages/assign/AssignPage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/audit', Component: AuditPage },
  { path: '/assign', Component: AssignPage },
];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const section = async (name: string) => within(await screen.findByRole('region', { name }));

describe('checking licenses against roles', () => {
  it('is done on demand, and says before what it costs', async () => {
    const { sandbox } = renderPage('/audit', pages);
    const roles = await section('Roles');
    expect(roles.getByText(/This takes 1 request for the roles of 60 users/u)).toBeVisible();
    expect(
      screen.getByText(/^Held but implied by no role: the roles of users are read only when/u),
    ).toBeVisible();
    expect(sandbox.log.some(({ path }) => path.includes('license/infer'))).toBe(false);
  });

  it('finds what no role implies and what is implied but not held, and mends it by a plan', async () => {
    const sandbox = smallSandbox();
    const { organization } = sandbox;
    const worker = organization.users.find((person) =>
      organization.rolesOf(person).some(({ name }) => name === 'Workforce Planner'),
    );
    if (!worker) throw new Error('The sandbox has no workforce planner');
    organization.setAssignment(worker.id, 'wfm', false);
    const { user, address } = renderPage('/audit', pages, { sandbox });
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    const missing = await section('Implied by a role but not held');
    expect(screen.getByRole('region', { name: 'Held but implied by no role' })).toBeVisible();
    const roles = await section('Roles');
    expect(
      roles.getByText(/^Read at .+: the roles of 60 users, in \d+ different sets\.$/u),
    ).toBeVisible();
    expect(roles.getByRole('button', { name: 'Check roles again' })).toBeVisible();
    expect(screen.queryByText(/Held but implied by no role: /u)).toBeNull();

    await user.click(missing.getByRole('link', { name: 'wfm' }));
    const details = await section('Implied by a role but not held: wfm');
    expect(details.getByText(worker.profile.name ?? worker.id)).toBeVisible();
    await user.click(details.getByRole('button', { name: /^Review the fix/u }));
    expect(address()).toBe('/assign?from=matrix');
    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(within(planned).getAllByText('Audit: a role implies the license')).not.toHaveLength(0);
    expect(organization.assignmentsOf(worker.id)).not.toContain('wfm');
  });

  it('counts as not checked whose roles the service does not tell', async () => {
    const sandbox = smallSandbox();
    const { user } = renderPage('/audit', pages, {
      sandbox,
      answer: (request) => {
        const url = new URL(request.url);
        if (url.searchParams.get('expand') !== 'authorization') return undefined;
        url.searchParams.delete('expand');
        return sandbox.fetch(new Request(url, request));
      },
    });
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    const working = sandbox.organization.listed('active').length;
    const roles = await section('Roles');
    expect(
      await roles.findByText(
        new RegExp(`Not checked: ${working} users\\. The service does not`, 'u'),
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        `Held but implied by no role: of ${working} users it is not known what their roles imply.`,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Held but implied by no role' })).toBeNull();
  });

  it('shows how far it is, and can be stopped', async () => {
    const { user } = renderPage('/audit', pages, { answer: answering('license/infer', forever) });
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    expect(
      await screen.findByRole('progressbar', { name: 'Asking what each set of roles implies' }),
    ).toBeVisible();
    const roles = await section('Roles');
    expect(roles.getByText(/: 0 of \d+ requests$/u)).toBeVisible();
    await user.click(roles.getByRole('button', { name: 'Stop' }));
    await waitFor(() =>
      expect(roles.getByRole('button', { name: 'Go on checking roles' })).toBeVisible(),
    );
    expect(roles.getByText(/The check was stopped\./u)).toBeVisible();
  });

  it('ends when its administrator signs out', async () => {
    const { user } = renderPage('/audit', pages, { answer: answering('license/infer', forever) });
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    const label = 'Asking what each set of roles implies';
    expect(await screen.findByRole('progressbar', { name: label })).toBeVisible();
    await runSignOutTasks();
    await waitFor(() => expect(screen.queryByRole('progressbar', { name: label })).toBeNull());
  });

  it('says why where the roles cannot be read, and leaves the other findings alone', async () => {
    const { user } = renderPage('/audit', pages, {
      answer: answering('license/infer', () =>
        Response.json({ message: 'You may not infer' }, { status: 403 }),
      ),
    });
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    expect(await screen.findByText('Not all roles could be checked')).toBeVisible();
    expect(screen.getByText(/You may not infer/u)).toBeVisible();
    expect(screen.getByRole('region', { name: 'Redundant' })).toBeVisible();
  });

  it('is kept when another tab of the audit is shown', async () => {
    const { user, sandbox } = renderPage('/audit', pages);
    await user.click((await section('Roles')).getByRole('button', { name: 'Check roles' }));
    await section('Held but implied by no role');
    const asked = sandbox.log.length;
    await user.click(screen.getByRole('tab', { name: 'Snapshots' }));
    await user.click(screen.getByRole('tab', { name: 'Findings' }));
    expect(await section('Held but implied by no role')).toBeTruthy();
    expect(sandbox.log.length).toBe(asked);
  });
});
