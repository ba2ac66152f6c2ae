import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AssignPage } from '@/pages/assign/AssignPage';
import { JobPage } from '@/pages/jobs/JobPage';
import { JobsPage } from '@/pages/jobs/JobsPage';
import { renderPage, smallSandbox } from '../support/renderPage';

const POST = 'postLicenseOrganization';

const pages = [
  { path: '/assign', Component: AssignPage },
  { path: '/jobs', Component: JobsPage },
  { path: '/jobs/:jobId', Component: JobPage },
];

beforeEach(() => sessionStorage.clear());

/** A job that adds a license to some users who lack it, as far as its page. */
async function runJob(
  userCount: number,
  prepare: (sandbox: ReturnType<typeof smallSandbox>) => void = () => undefined,
) {
  const sandbox = smallSandbox();
  const targets = sandbox.organization.users
    .filter(
      ({ id, profile }) =>
        profile.state === 'active' &&
        !sandbox.organization.assignmentsOf(id).includes('hipaaAddOn'),
    )
    .slice(0, userCount)
    .map(({ id }) => id);
  prepare(sandbox);
  const page = renderPage('/assign', pages, { sandbox });
  const { user } = page;
  await user.click(screen.getByRole('textbox', { name: 'Paste users' }));
  await user.paste(targets.join('\n'));
  await user.click(await screen.findByRole('combobox', { name: 'Licenses to add' }));
  await user.keyboard('hipaaAddOn');
  await user.click(await screen.findByRole('option', { name: /^hipaaAddOn/u }));
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  await user.click(await screen.findByRole('button', { name: /^Apply/u }));
  await screen.findByText('Finished');
  const isHeld = (id: string) => sandbox.organization.assignmentsOf(id).includes('hipaaAddOn');
  return { ...page, targets, isHeld };
}

const results = () => within(screen.getByRole('table', { name: 'Results' }));

describe('the page of a job', () => {
  it('tells pairs that failed by the service’s own word, and retries just these', async () => {
    const { user, targets, isHeld } = await runJob(3, ({ faults }) =>
      faults.add({ kind: 'failPairs', operation: POST, pairs: 1, times: 1 }),
    );
    expect(results().getAllByText('Done')).toHaveLength(2);
    expect(results().getByText('Failed')).toBeVisible();
    expect(results().getByText(/^FAILED – /u)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Retry failed' }));
    await user.click(await screen.findByRole('button', { name: 'Apply 1 change' }));
    await waitFor(() => expect(results().getAllByText('Done')).toHaveLength(3));
    expect(targets.every(isHeld)).toBe(true);
  });

  it('calls a pair unconfirmed that the answer leaves out and the read-back does not show', async () => {
    await runJob(2, ({ faults }) =>
      faults.add({ kind: 'omitPairs', operation: POST, pairs: 1, applied: false, times: 1 }),
    );
    expect(results().getByText('Unconfirmed')).toBeVisible();
    expect(results().getByText('The answer left this pair out')).toBeVisible();
  });

  it('shows only the results of one state, in the address', async () => {
    const { user, address } = await runJob(3, ({ faults }) =>
      faults.add({ kind: 'failPairs', operation: POST, pairs: 1, times: 1 }),
    );
    await user.click(screen.getByRole('button', { name: 'Failed 1' }));

    expect(address()).toMatch(/\?state=failed$/u);
    expect(results().queryByText('Done')).toBeNull();
    expect(results().getByText('Failed')).toBeVisible();
  });

  it('is undone as a plan to review, and leaves out what somebody put back since', async () => {
    const { user, targets, isHeld, sandbox } = await runJob(3);
    sandbox.organization.setAssignment(targets[0] ?? '', 'hipaaAddOn', false);
    await user.click(screen.getByRole('button', { name: 'Undo' }));

    expect(await screen.findByText(/1 pair already so and left out/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Apply 2 changes' }));
    expect(await screen.findByText('Finished')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Undo: /u);
    await waitFor(() => expect(targets.some(isHeld)).toBe(false));
  });

  it('says so when this browser has no such job', async () => {
    renderPage('/jobs/no-such-job', pages);
    expect(await screen.findByRole('heading', { name: 'No such job' })).toBeVisible();
  });
});

describe('the list of jobs', () => {
  it('keeps what this browser did', async () => {
    const { router } = await runJob(2);
    await router.navigate('/jobs');

    const jobs = within(await screen.findByRole('table', { name: 'Jobs' }));
    const [link] = await jobs.findAllByRole('link', { name: 'Assign hipaaAddOn: 2 users' });
    expect(link).toBeVisible();
    expect(jobs.getAllByText('Finished').length).toBeGreaterThan(0);
  });
});
