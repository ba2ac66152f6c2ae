import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { JobPage } from '@/pages/jobs/JobPage';
import { renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/assign', Component: AssignPage },
  { path: '/jobs/:jobId', Component: JobPage },
];

beforeEach(() => sessionStorage.clear());

/** The review of taking everything from somebody, while the definitions cannot be read. */
async function reviewed() {
  const sandbox = smallSandbox();
  const { organization } = sandbox;
  const someone = organization.users.find(
    ({ id }) => id !== sandbox.administrator.id && organization.assignmentsOf(id).length === 1,
  );
  const [licenseId = ''] = organization.assignmentsOf(someone?.id ?? '');
  sandbox.faults.add({ kind: '503', operation: 'getLicenseDefinitions' });
  const page = renderPage('/assign', pages, { sandbox });
  const { user } = page;
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(someone?.id ?? '');
  await user.click(await screen.findByRole('combobox', { name: 'Licenses to remove' }));
  await user.keyboard(licenseId);
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${licenseId}`, 'u') }));
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  const apply = await screen.findByRole('button', { name: 'Apply 1 change' });
  return { ...page, apply };
}

describe('a review without license definitions', () => {
  it('says what is not checked, and is applied only when that is confirmed', async () => {
    const { user, apply, sandbox } = await reviewed();
    expect(await screen.findByText('The license definitions could not be read')).toBeVisible();
    expect(apply).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: 'Apply without checking prerequisites' }),
    );
    await user.click(apply);
    expect(await screen.findByRole('heading', { name: /^Unassign/ })).toBeVisible();
    await waitFor(() =>
      expect(sandbox.log.some(({ path }) => path.endsWith('/license/organization'))).toBe(true),
    );
  });

  it('needs no confirmation once they are read after all', async () => {
    const { user, apply, sandbox } = await reviewed();
    await screen.findByText('The license definitions could not be read');
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(apply).toBeEnabled());
    expect(screen.queryByRole('checkbox', { name: /without checking/ })).toBeNull();
  });
});
