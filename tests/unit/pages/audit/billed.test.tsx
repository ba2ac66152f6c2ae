import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { monthsBefore } from '@/model/billing';
import { AuditPage } from '@/pages/audit/AuditPage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [{ path: '/audit', Component: AuditPage }];
const REPORT = 'billing/reports/billableusage';

const section = async () =>
  within(await screen.findByRole('region', { name: 'Billed and assigned' }));

const error = (status: number, code: string) =>
  answering(REPORT, () => Response.json({ message: 'No', status, code }, { status }));

describe('billed usage', () => {
  it('of the last month is asked for, and of another when it is chosen', async () => {
    const asked: string[] = [];
    const { user, address } = renderPage('/audit?tab=cost', pages, {
      answer: answering(REPORT, (request) => {
        const { searchParams } = new URL(request.url);
        asked.push(searchParams.get('startDate') ?? '');
        return undefined;
      }),
    });
    const [last, before] = monthsBefore(Date.now(), 2);
    await (await section()).findByRole('table');
    expect(asked).toEqual([last?.startDate]);
    await user.click((await section()).getByRole('combobox', { name: 'Billed month' }));
    const options = await screen.findAllByRole('option');
    await user.click(options[1] ?? document.body);
    await waitFor(() => expect(asked).toEqual([last?.startDate, before?.startDate]));
    expect(address()).toBe(`/audit?tab=cost&month=${before?.id}`);
  });

  it('stands beside the holders, and what is no license is called so', async () => {
    const usages = [
      { name: 'collaboratePro', totalUsage: '1000', resources: [] },
      { name: 'Carrier minutes', totalUsage: '77.5', resources: [] },
    ];
    const { sandbox } = renderPage('/audit?tab=cost', pages, {
      answer: answering(REPORT, () =>
        Response.json({ startDate: '', endDate: '', status: 'Complete', usages }),
      ),
    });
    const { organization } = sandbox;
    const holders = organization.holderIds.filter((id) =>
      organization.assignmentsOf(id).includes('collaboratePro'),
    ).length;
    const table = within(await (await section()).findByRole('table'));
    const license = table.getByRole('row', { name: /As “collaboratePro”/u });
    expect(within(license).getByText(`+${(1000 - holders).toLocaleString()}`)).toBeVisible();
    const minutes = table.getByRole('row', { name: /^Carrier minutes/u });
    expect(within(minutes).getByText('Matches no license')).toBeVisible();
    expect(within(minutes).getByText('77.5')).toBeVisible();
    expect(table.getAllByText('Not in the report').length).toBeGreaterThan(0);
  });

  it('names the permission that is missing when the service refuses', async () => {
    renderPage('/audit?tab=cost', pages, { answer: error(403, 'missing.any.permissions') });
    const billed = await section();
    expect(await billed.findByText('billing:subscription:view')).toBeVisible();
    expect(screen.getByRole('table', { name: 'Cost by license' })).toBeVisible();
  });

  it('is not offered where the permission is known to be missing, whatever the service answers', async () => {
    const sandbox = smallSandbox({
      permissions: ['authorization:grant:add', 'directory:user:view'],
    });
    renderPage('/audit?tab=cost', pages, { sandbox, answer: answering(REPORT, forever) });
    const billed = await section();
    expect(await billed.findByText('You may not see what is billed')).toBeVisible();
    expect(billed.queryByRole('combobox')).toBeNull();
  });

  it('says so where there is no report', async () => {
    renderPage('/audit?tab=cost', pages, { answer: error(404, 'not.found') });
    expect(
      await (await section()).findByText(/has no report of billable usage for/u),
    ).toBeVisible();
  });

  it('can be asked for again where the answer is no report', async () => {
    let usages: unknown = 'none';
    const { user } = renderPage('/audit?tab=cost', pages, {
      answer: answering(REPORT, () => Response.json({ status: 'Complete', usages })),
    });
    const billed = await section();
    expect(await billed.findByText('What is billed could not be read')).toBeVisible();
    usages = [];
    await user.click(billed.getByRole('button', { name: 'Try again' }));
    expect(await billed.findByText(/bills nothing/u)).toBeVisible();
  });
});

const IN_PROGRESS = { startDate: '', endDate: '', status: 'InProgress', usages: [] };
const usages = [{ name: 'collaboratePro', totalUsage: '1000', resources: [] }];

/** The page of the report, whose answers are given one after the other, the last of them for ever. */
function reporting(...answers: unknown[]) {
  let asked = 0;
  const page = renderPage('/audit?tab=cost', pages, {
    answer: answering(REPORT, () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer instanceof Response ? answer.clone() : Response.json(answer);
    }),
  });
  return { ...page, asked: () => asked };
}

describe('a report that Genesys Cloud is still preparing', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      shouldAdvanceTime: true,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    });
  });
  afterEach(() => vi.useRealTimers());

  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

  it('is asked for again until it is there, and is nowhere called empty', async () => {
    const { asked } = reporting(
      IN_PROGRESS,
      { ...IN_PROGRESS, usages: undefined },
      { ...IN_PROGRESS, usages: null },
      { ...IN_PROGRESS, status: 'Complete', usages },
    );
    const billed = await section();
    expect(await billed.findByText(/is still preparing the report/u)).toHaveAttribute(
      'role',
      'status',
    );
    expect(billed.queryByText(/bills nothing/u)).toBeNull();
    expect(billed.queryByRole('table')).toBeNull();
    await pass(10);
    expect(await billed.findByRole('row', { name: /As “collaboratePro”/u })).toBeVisible();
    expect(billed.queryByText(/still preparing/u)).toBeNull();
    await pass(60);
    expect(asked()).toBe(4);
  });

  it('is asked for ever less often, and after some minutes only by "Try again"', async () => {
    const { asked, user } = reporting(IN_PROGRESS);
    const billed = await section();
    await billed.findByText(/is still preparing/u);
    await pass(30);
    const atFirst = asked();
    expect(atFirst).toBeGreaterThan(4);
    await pass(30);
    expect(asked() - atFirst).toBeLessThan(atFirst);
    await pass(600);
    const inAll = asked();
    expect(inAll).toBeLessThan(25);
    expect(billed.getByText(/was still preparing/u)).toBeVisible();
    expect(billed.queryByText(/bills nothing/u)).toBeNull();
    await pass(600);
    expect(asked()).toBe(inAll);

    await user.click(billed.getByRole('button', { name: 'Try again' }));
    expect(await billed.findByText(/is still preparing/u)).toBeVisible();
    await pass(10);
    expect(asked()).toBeGreaterThan(inAll + 1);
  });

  it('is no longer asked for when the page is left', async () => {
    const { asked, unmount } = reporting(IN_PROGRESS);
    await (await section()).findByText(/is still preparing/u);
    unmount();
    const before = asked();
    await pass(600);
    expect(asked()).toBe(before);
  });

  it('is left at an error, and goes on with "Try again"', async () => {
    const { asked, user } = reporting(
      IN_PROGRESS,
      Response.json({ message: 'No', status: 400 }, { status: 400 }),
      IN_PROGRESS,
      { ...IN_PROGRESS, status: 'Complete', usages },
    );
    const billed = await section();
    await billed.findByText(/is still preparing/u);
    await pass(60);
    expect(asked()).toBe(2);
    expect(billed.getByText('What is billed could not be read')).toBeVisible();
    await user.click(billed.getByRole('button', { name: 'Try again' }));
    await pass(10);
    expect(await billed.findByRole('row', { name: /As “collaboratePro”/u })).toBeVisible();
  });
});

describe('a report that is not known to be complete', () => {
  it.each([
    ['a status that nobody knows', 'Archived', /says “Archived”.* may not be complete/u],
    ['no status', undefined, /does not say whether this report is complete/u],
    ['a status of a wrong type', 7, /does not say whether this report is complete/u],
  ])('for %s is shown, and called so', async (_, status, said) => {
    reporting({ ...IN_PROGRESS, status, usages });
    const billed = await section();
    expect(await billed.findByText(said)).toBeVisible();
    const row = await billed.findByRole('row', { name: /As “collaboratePro”/u });
    expect(within(row).getByText('1,000')).toBeVisible();
    expect(within(row).getByText('Unknown')).toBeVisible();
  });

  it('and lists nothing is not said to bill nothing', async () => {
    reporting({ ...IN_PROGRESS, status: 'Archived' });
    const billed = await section();
    expect(await billed.findByText(/does not mean that nothing is billed/u)).toBeVisible();
    expect(billed.queryByText(/bills nothing/u)).toBeNull();
  });
});
