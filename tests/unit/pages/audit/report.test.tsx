import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CostStore } from '@/costs/CostStore';
import { AuditPage } from '@/pages/audit/AuditPage';
import { AuditReportPage } from '@/pages/audit/report/AuditReportPage';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

const pages = [
  { path: '/audit', Component: AuditPage },
  { path: '/audit/report', Component: AuditReportPage },
];

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

const section = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the report of the audit', () => {
  it('is reached from the menu of exports, with the same days of absence', async () => {
    const { user, address } = renderPage('/audit?days=30', pages);
    await section('Redundant');
    await user.click(screen.getByRole('button', { name: 'Export assignments' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Report to print/u }));
    expect(address()).toBe('/audit/report?days=30');
    expect(screen.getByRole('heading', { level: 1, name: 'Audit report' })).toBeVisible();
    const about = await section('About this report');
    expect(about.getByText('Absent for 30 days or more')).toBeVisible();
  });

  it('says what it is about, and has the totals, the findings and the tables of the charts', async () => {
    const sandbox = smallSandbox();
    const { organization } = sandbox;
    for (const { id } of organization.users.slice(0, 12)) {
      organization.setAssignment(id, 'retiredForTest', true);
    }
    renderPage('/audit/report', pages, { sandbox });
    expect((await section('About this report')).getByText(/\(/u)).toHaveTextContent(
      organization.id,
    );
    const findings = await section('Findings');
    const table = within(findings.getByRole('table', { name: 'Held without a definition' }));
    const row = table.getByRole('row', { name: /^retiredForTest/u });
    expect(within(row).getByText('12')).toBeVisible();
    expect(within(row).getByText(/ and 2 more$/u)).toBeVisible();
    for (const name of ['Totals', 'Holders by license', 'Overlap of licenses']) {
      expect(await screen.findByRole('region', { name })).toBeVisible();
    }
    expect(await screen.findByRole('table', { name: 'Licenses by department' })).toBeVisible();
  });

  it('tells what the findings of a rule cost, where prices are given', async () => {
    const sandbox = smallSandbox();
    const { organization } = sandbox;
    const inactive = organization.users.filter(({ profile }) => profile.state === 'inactive');
    const held = inactive.flatMap(({ id }) => organization.assignmentsOf(id));
    expect(held.length).toBeGreaterThan(0);
    const [me] = organization.users;
    const store = new CostStore();
    const terms = new Map(held.map((licenseId) => [licenseId, { price: 20_000 }]));
    await store.update(['https://api.example.test', organization.id, me?.id].join('|'), () => ({
      terms,
      currency: 'EUR',
    }));
    await store.close();
    renderPage('/audit/report', pages, { sandbox });
    const money = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'EUR' });
    const text = `Costs ${money.format(held.length * 2)} a month.`;
    const findings = await section('Findings');
    expect((await findings.findAllByText(text)).length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Print' })).toBeEnabled());
  });

  it('names what is muted, with the reason, and leaves it out of the findings', async () => {
    const { user, router } = renderPage('/audit', pages);
    await user.click(await screen.findByRole('button', { name: 'Mute the rule “Redundant”' }));
    await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'Agreed in March');
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await router.navigate('/audit/report');
    await section('About this report');
    const muted = await section('Muted');
    expect(muted.getByRole('row', { name: /Redundant.*Agreed in March/u })).toBeVisible();
    const findings = await section('Findings');
    expect(findings.queryByRole('table', { name: 'Redundant' })).toBeNull();
  });

  it('is printed by its button, once it is made', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    const { user } = renderPage('/audit/report', pages);
    await screen.findByRole('table', { name: 'Licenses by department' });
    await user.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('cannot be printed before the organization is read', async () => {
    renderPage('/audit/report', pages, { answer: answering('license/users', forever) });
    expect(
      await screen.findByText('The report is made when the organization is read.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print' })).toBeDisabled();
  });
});
