import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { JobPage } from '@/pages/jobs/JobPage';
import { renderPage, smallSandbox } from '../support/renderPage';

const LICENSE = 'hipaaAddOn';
const pages = [
  { path: '/assign', Component: AssignPage },
  { path: '/jobs/:jobId', Component: JobPage },
];

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

/** The review of giving three users a license. */
async function reviewed() {
  const sandbox = smallSandbox();
  const { organization } = sandbox;
  const isHeld = (id: string) => organization.assignmentsOf(id).includes(LICENSE);
  const targets = organization.users
    .filter(
      ({ id, profile }) =>
        profile.state === 'active' && id !== sandbox.administrator.id && !isHeld(id),
    )
    .slice(0, 3)
    .map(({ id }) => id);
  const page = renderPage('/assign', pages, { sandbox });
  const { user } = page;
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(targets.join('\n'));
  await user.click(await screen.findByRole('combobox', { name: 'Licenses to add' }));
  await user.keyboard(LICENSE);
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${LICENSE}`, 'u') }));
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  await screen.findByRole('button', { name: 'Apply 3 changes' });
  const give = (at: number) => organization.setAssignment(targets[at] ?? '', LICENSE, true);
  return { ...page, targets, give, isHeld };
}

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const posts = ({ sandbox }: Awaited<ReturnType<typeof reviewed>>) =>
  sandbox.log.filter(({ method, path }) => method === 'POST' && path.endsWith('/organization'));

describe('a review older than a minute', () => {
  it('is read again, and where the plan has changed nothing is applied before it was seen', async () => {
    const review = await reviewed();
    pass(120_000);
    review.give(0);
    await review.user.click(screen.getByRole('button', { name: 'Apply 3 changes' }));
    expect(await screen.findByText('1 change is no longer needed:')).toBeVisible();
    expect(posts(review)).toEqual([]);

    await review.user.click(screen.getByRole('button', { name: 'Apply 2 changes' }));
    expect(await screen.findByText('Finished')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Done 2' })).toBeVisible();
  });

  it('is applied at once where it is still as it was', async () => {
    const review = await reviewed();
    pass(-3_600_000);
    await review.user.click(screen.getByRole('button', { name: 'Apply 3 changes' }));
    expect(await screen.findByText('Finished')).toBeVisible();
    await waitFor(() => expect(review.targets.every(review.isHeld)).toBe(true));
  });
});

describe('an undo', () => {
  it('leaves out what the job may not have changed, says why, and takes it back where it is ticked', async () => {
    const review = await reviewed();
    const { user, sandbox, targets, isHeld } = review;
    // A colleague is quicker, between the reading of the job and its request.
    sandbox.faults.add({
      kind: 'slow',
      operation: 'postLicenseOrganization',
      delayMs: 2_000,
      times: 1,
    });
    await user.click(screen.getByRole('button', { name: 'Apply 3 changes' }));
    await waitFor(() => {
      const reads = sandbox.log.filter(({ path }) => path.endsWith('/license/users'));
      expect(reads.length).toBeGreaterThan(1);
    });
    review.give(0);
    expect(await screen.findByText('Finished')).toBeVisible();
    expect(screen.getByText(/The service says that it changed nothing/u)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Apply 2 changes' })).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /^Undo it too/u }));
    await user.click(screen.getByRole('button', { name: 'Apply 3 changes' }));
    expect(await screen.findByText('Finished')).toBeVisible();
    await waitFor(() => expect(targets.some(isHeld)).toBe(false));
  });
});
