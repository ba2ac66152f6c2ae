import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
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
      answer: answering(REPORT, () => Response.json({ usages })),
    });
    const billed = await section();
    expect(await billed.findByText('What is billed could not be read')).toBeVisible();
    usages = [];
    await user.click(billed.getByRole('button', { name: 'Try again' }));
    expect(await billed.findByText(/bills nothing/u)).toBeVisible();
  });
});
