import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AuditPage } from '@/pages/audit/AuditPage';
import { answering, renderPage, type smallSandbox } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];

/** What the sandbox knows, found out the slow way. */
function expectedHolders(sandbox: ReturnType<typeof smallSandbox>, permission: string): number {
  const { organization } = sandbox;
  const gives = (id: string, seen = new Set<string>()): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const definition = organization.definitions.get(id);
    const own = definition?.permissions?.ids ?? [];
    return (
      own.includes(permission) || (definition?.comprises ?? []).some((p) => gives(p.id ?? '', seen))
    );
  };
  return organization.holderIds.filter((id) =>
    organization.assignmentsOf(id).some((licenseId) => gives(licenseId)),
  ).length;
}

describe('the search for a permission', () => {
  it('finds it by a part of its name, and tells who has it and by which license', async () => {
    const { user, sandbox, address } = renderPage('/audit?tab=permissions', pages);
    await user.type(await screen.findByRole('combobox', { name: 'Permission' }), 'schedule view');
    await user.click(await screen.findByRole('option', { name: 'wfm:schedule:view' }));
    expect(address()).toBe('/audit?tab=permissions&permission=wfm%3Aschedule%3Aview');

    const licenses = await screen.findByRole('table', { name: 'Licenses that give it' });
    expect(within(licenses).getAllByRole('row').length).toBeGreaterThan(1);
    const count = expectedHolders(sandbox, 'wfm:schedule:view');
    expect(count).toBeGreaterThan(0);
    expect(await screen.findByText(`Users: ${count}`)).toBeVisible();
  });

  it('says when no license gives it', async () => {
    renderPage('/audit?tab=permissions&permission=no:such:thing', pages);
    expect(await screen.findByText('No license gives this permission')).toBeVisible();
  });

  it('says when the definitions cannot be read', async () => {
    renderPage('/audit?tab=permissions&permission=wfm%3Aschedule%3Aview', pages, {
      answer: answering('license/definitions', () =>
        Response.json({ message: 'Not for you' }, { status: 403 }),
      ),
    });
    expect(await screen.findByText('The license definitions could not be read')).toBeVisible();
  });
});
