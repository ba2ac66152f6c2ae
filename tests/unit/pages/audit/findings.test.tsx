import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { AuditPage } from '@/pages/audit/AuditPage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/audit', Component: AuditPage },
  { path: '/assign', Component: AssignPage },
];

/** An organization in which somebody holds a license that is needed and not there. */
function sandboxWithGap() {
  const sandbox = smallSandbox();
  const someone = sandbox.organization.users.find(({ profile }) => profile.state === 'active');
  if (!someone) throw new Error('The sandbox has nobody');
  sandbox.organization.setAssignment(someone.id, 'retiredForTest', true);
  return { sandbox, someone };
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const section = (name: string) => screen.findByRole('region', { name });

describe('the findings of the audit', () => {
  it('explain each rule, and lead from a finding to its users', async () => {
    const { user } = renderPage('/audit', pages, { sandbox: sandboxWithGap().sandbox });
    expect(screen.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
    const rule = await section('Held without a definition');
    expect(within(rule).getByText(/lists no definition of the license/u)).toBeVisible();
    await user.click(within(rule).getByRole('link', { name: 'retiredForTest' }));
    const details = await section('Held without a definition: retiredForTest');
    expect(within(details).getByRole('table', { name: 'Users: 1 user' })).toBeVisible();
    expect(within(details).getByRole('link', { name: 'Show in Assignments' })).toHaveAttribute(
      'href',
      '/assignments?holds=retiredForTest',
    );
  });

  it('lead to a fix that is reviewed before anything is sent', async () => {
    const { sandbox, someone } = sandboxWithGap();
    const path = '/audit?tab=findings&finding=withoutDefinition%2FretiredForTest';
    const { user, address } = renderPage(path, pages, { sandbox });
    await user.click(await screen.findByRole('button', { name: 'Review the fix (1 change)' }));
    expect(address()).toBe('/assign?from=matrix');
    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(within(planned).getByText(/the license has no definition/u)).toBeVisible();
    expect(sandbox.organization.assignmentsOf(someone.id)).toContain('retiredForTest');
  });

  it('of one rule can all be mended by one plan, which has each pair once', async () => {
    const { user } = renderPage('/audit', pages);
    const rule = within(await section('Redundant'));
    await user.click(rule.getByRole('button', { name: 'Review the fix of all in “Redundant”' }));
    const planned = await screen.findByRole('table', { name: 'Planned changes' });
    expect(within(planned).getAllByText(/^It comes within/u).length).toBeGreaterThan(1);
    expect(screen.queryByText(/contradict/iu)).toBeNull();
  });

  it('say that a fix joins what was staged before, also where all of a rule are mended', async () => {
    const change = { userId: 'ana', licenseId: 'wem', action: 'add' };
    sessionStorage.setItem('license-console.draft.staged', JSON.stringify([change]));
    const { user } = renderPage('/audit', pages);
    await section('Redundant');
    expect(screen.getByText('1 change staged before will be in the same review.')).toBeVisible();
    const rule = within(await section('Redundant'));
    await user.click(rule.getAllByRole('link')[0] ?? document.body);
    expect(
      await screen.findByText('1 change staged before will be in the same review.'),
    ).toBeVisible();
  });

  it('say nothing of staged changes where there are none', async () => {
    renderPage('/audit', pages);
    await section('Redundant');
    expect(screen.queryByText(/staged before/u)).toBeNull();
  });

  it('lead to no fix in read-only mode', async () => {
    sessionStorage.setItem('license-console.read-only', 'true');
    const { user } = renderPage('/audit', pages);
    const rule = within(await section('Redundant'));
    expect(rule.queryByRole('button', { name: /^Review the fix/u })).toBeNull();
    await user.click(rule.getAllByRole('link')[0] ?? document.body);
    expect(await screen.findByRole('link', { name: 'Show in Assignments' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Review the fix/u })).toBeNull();
  });

  it('can be muted with a reason, which is kept, and unmuted again', async () => {
    const first = renderPage('/audit', pages, { sandbox: sandboxWithGap().sandbox });
    await first.user.click(
      await screen.findByRole('button', { name: 'Mute the rule “Held without a definition”' }),
    );
    const dialog = within(await screen.findByRole('dialog', { name: 'Mute' }));
    await first.user.click(dialog.getByRole('button', { name: 'Mute' }));
    expect(dialog.getByText('Say why, so that others understand it later.')).toBeVisible();
    await first.user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Old ones, agreed');
    await first.user.click(dialog.getByRole('button', { name: 'Mute' }));
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Held without a definition' })).toBeNull(),
    );
    first.unmount();

    const { user } = renderPage('/audit', pages, { sandbox: sandboxWithGap().sandbox });
    const muted = await section('Muted');
    expect(within(muted).getByText('Old ones, agreed')).toBeVisible();
    await user.click(within(muted).getByRole('button', { name: /^Unmute/u }));
    expect(await section('Held without a definition')).toBeVisible();
  });

  it('take the days of absence from the address', async () => {
    const { user, address } = renderPage('/audit?days=30', pages);
    const days = await screen.findByRole('spinbutton', { name: 'Days of absence' });
    expect(days).toHaveValue(30);
    await user.clear(days);
    await user.type(days, '365');
    await waitFor(() => expect(address()).toBe('/audit?days=365'));
    expect(await screen.findByText(/did not sign in for more than 365 days/u)).toBeVisible();
  });

  it('say what is not checked where the organization is not completely read', async () => {
    renderPage('/audit', pages, {
      answer: answering('users', () => Response.json({ message: 'No' }, { status: 403 })),
    });
    expect(
      await screen.findByText(/Held by no known user: the organization is not/u),
    ).toBeVisible();
  });

  it('claim nothing before the organization is read', async () => {
    renderPage('/audit', pages, { answer: answering('license/users', forever) });
    expect(
      await screen.findByText('Findings are shown when the organization is read.'),
    ).toBeVisible();
  });
});
