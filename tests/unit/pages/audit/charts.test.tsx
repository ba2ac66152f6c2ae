import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AuditPage } from '@/pages/audit/AuditPage';
import { answering, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const figure = (name: string) => screen.findByRole('figure', { name });

/** The license that most users hold, and how many do. */
function mostHeld({ organization }: ReturnType<typeof smallSandbox>): [string, number] {
  const counts = new Map<string, number>();
  for (const id of organization.holderIds) {
    for (const licenseId of organization.assignmentsOf(id)) {
      counts.set(licenseId, (counts.get(licenseId) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first) throw new Error('Nobody holds anything');
  return first;
}

describe('the charts of the audit', () => {
  it('have a name and a description, and the numbers in a table on demand', async () => {
    const sandbox = smallSandbox();
    const { user } = renderPage('/audit?tab=charts', pages, { sandbox });
    expect(await figure('Holders by license')).toHaveAccessibleDescription(
      /licenses that most users hold/u,
    );
    const button = screen.getByRole('button', { name: 'Show “Holders by license” as a table' });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await user.click(button);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    const table = within(screen.getByRole('table', { name: 'Holders by license' }));
    const [licenseId, holders] = mostHeld(sandbox);
    const link = table.getByRole('link', { name: `${holders} holders of ${licenseId}` });
    expect(link).toHaveAttribute('href', `/assignments?holds=${licenseId}`);
    expect(screen.queryByRole('figure', { name: 'Holders by license' })).toBeNull();
  });

  it('show licenses of any id, also of one that objects have themselves', async () => {
    const sandbox = smallSandbox();
    for (const { id } of sandbox.organization.users) {
      sandbox.organization.setAssignment(id, '__proto__', true);
    }
    const { user } = renderPage('/audit?tab=charts', pages, { sandbox });
    for (const name of ['Holders by license', 'Licenses by department']) {
      expect(await figure(name)).toBeVisible();
      await user.click(screen.getByRole('button', { name: `Show “${name}” as a table` }));
      expect(screen.getByRole('table', { name })).toHaveTextContent('__proto__');
    }
  });

  it('lead from a combination of licenses to its users', async () => {
    const { user, address } = renderPage('/audit?tab=charts', pages);
    const rows = within(await figure('Overlap of licenses')).getAllByRole('link');
    expect(rows.length).toBeGreaterThan(3);
    const [first] = rows;
    if (!first) throw new Error('There is no row');
    const [, licenses = ''] = /^[\d,]+ users?: (.*)$/u.exec(first.ariaLabel ?? '') ?? [];
    await user.click(first);
    const shown = new URLSearchParams(address().split('?')[1]);
    expect(shown.getAll('exactly').join(', ')).toBe(licenses);
    expect(licenses).not.toBe('');
  });

  it('sum up what departments hold, and lead to the people of each', async () => {
    const { user } = renderPage('/audit?tab=charts', pages);
    await figure('Licenses by department');
    await user.click(
      screen.getByRole('button', { name: 'Show “Licenses by department” as a table' }),
    );
    const table = within(screen.getByRole('table', { name: 'Licenses by department' }));
    const link = table.getByRole('link', { name: 'Customer Care' });
    expect(link).toHaveAttribute('href', '/assignments?department=Customer+Care&min=1');
    expect(table.getByRole('columnheader', { name: 'Other licenses' })).toBeVisible();
  });

  it('show a trend from the first snapshot on', async () => {
    const sandbox = smallSandbox();
    const [licenseId, holders] = mostHeld(sandbox);
    const { user, router } = renderPage('/audit?tab=charts', pages, { sandbox });
    expect(await screen.findByText(/A trend is shown from the first snapshot on/u)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Save a snapshot' }));
    const save = await screen.findByRole('button', { name: 'Save snapshot' });
    await waitFor(() => expect(save).toBeEnabled());
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'March');
    await user.click(save);
    await screen.findByText('Saved “March”.');

    await router.navigate('/audit?tab=charts');
    await figure('Trend over snapshots');
    await user.click(
      screen.getByRole('button', { name: 'Show “Trend over snapshots” as a table' }),
    );
    const table = within(screen.getByRole('table', { name: 'Trend over snapshots' }));
    expect(table.getByRole('columnheader', { name: licenseId })).toBeVisible();
    for (const moment of ['March', 'Now']) {
      const row = table.getByRole('row', { name: new RegExp(`^${moment}`, 'u') });
      expect(within(row).getAllByText(holders.toLocaleString()).length).toBeGreaterThan(0);
    }
  });

  it('are not drawn of half an organization', async () => {
    renderPage('/audit?tab=charts', pages, {
      answer: answering('users', () => Response.json({ message: 'No' }, { status: 403 })),
    });
    expect(await screen.findByText(/not all of it could be read/u)).toBeVisible();
  });
});
