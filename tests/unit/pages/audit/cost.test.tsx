import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CostStore } from '@/costs/CostStore';
import { parseCsv } from '@/files/parseCsv';
import { readTable } from '@/files/readTable';
import { NO_COSTS, withTerms } from '@/model/costs';
import { AuditPage } from '@/pages/audit/AuditPage';
import { renderPage, smallSandbox } from '../support/renderPage';

// jsdom has no workers: the same reader runs on the page's thread.
vi.mock('@/files/readTable', () => ({ readTable: vi.fn<typeof readTable>() }));

const pages = [{ path: '/audit', Component: AuditPage }];
const LICENSE = 'hipaaAddOn';

let keep: (costs: typeof NO_COSTS) => Promise<void>;

beforeEach(async () => {
  vi.mocked(readTable).mockImplementation(async (file) =>
    parseCsv(new Uint8Array(await file.arrayBuffer())),
  );
  const { organization } = smallSandbox();
  const [me] = organization.users;
  const owner = ['https://api.example.test', organization.id, me?.id ?? ''].join('|');
  keep = async (costs) => {
    const store = new CostStore();
    await store.update(owner, () => costs);
    await store.close();
  };
  await keep(NO_COSTS);
});

async function row() {
  const table = await screen.findByRole('table', { name: 'Cost by license' });
  const link = await within(table).findByText(LICENSE);
  const found = link.closest('tr');
  if (!found) throw new Error('The license is in no row');
  return within(found);
}

function holdersIn(sandbox: ReturnType<typeof smallSandbox>): number {
  const { organization } = sandbox;
  return organization.holderIds.filter((id) => organization.assignmentsOf(id).includes(LICENSE))
    .length;
}

describe('the costs of licenses', () => {
  it('are unknown until a price is given; then they are price times holders', async () => {
    const { user, sandbox } = renderPage('/audit?tab=cost', pages);
    expect(await screen.findByText('No price is given yet.')).toBeVisible();
    const license = await row();
    expect(license.getAllByText('Unknown')).toHaveLength(2);

    await user.type(license.getByRole('textbox', { name: /^Price of/ }), '2.50{Enter}');
    await user.click(screen.getByRole('combobox', { name: 'Currency' }));
    await user.keyboard('EUR');
    await user.click(await screen.findByRole('option', { name: 'EUR' }));
    const expected = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'EUR' });
    const count = holdersIn(sandbox);
    expect(count).toBeGreaterThan(0);
    await waitFor(async () =>
      expect((await row()).getByText(expected.format(count * 2.5))).toBeVisible(),
    );
    expect(screen.getByText(/^At least .* Without a price: \d+ licenses held\.$/)).toBeVisible();
  });

  it('are sorted by a column, what is not known last where the dearest come first', async () => {
    await keep(
      withTerms(withTerms(NO_COSTS, 'collaboratePro', { price: 1 }), LICENSE, {
        price: 10_000_000,
      }),
    );
    const { user } = renderPage('/audit?tab=cost', pages);
    await row();
    const table = within(screen.getByRole('table', { name: 'Cost by license' }));
    const first = () => table.getAllByRole('row')[1];
    await user.click(table.getByRole('button', { name: 'Price a month' }));
    await user.click(table.getByRole('button', { name: 'Price a month' }));
    expect(first()).toHaveTextContent(LICENSE);
    expect(table.getAllByRole('row')[2]).toHaveTextContent('collaboratePro');
  });

  it('say what of a typed price is not understood, and keep nothing of it', async () => {
    const { user } = renderPage('/audit?tab=cost', pages);
    await user.type((await row()).getByRole('textbox', { name: /^Price of/ }), '2,50{Enter}');
    expect(await screen.findByText(/“2,50” has a comma/)).toBeVisible();
    expect(screen.getByText('No price is given yet.')).toBeVisible();
  });

  it('take the good rows of a file and tell the others by line', async () => {
    const { user } = renderPage('/audit?tab=cost', pages);
    await row();
    const file = new File([`License,Price,Seats\n${LICENSE},3,1\nnobodys,1,1\n`], 'prices.csv');
    await user.upload(screen.getByLabelText('File of prices and seats'), file);
    expect(await screen.findByText('Taken: 1 license. Not taken: 1 row.')).toBeVisible();
    const refused = screen.getByRole('table', { name: 'Rows that were not taken' });
    expect(within(refused).getByText('3')).toBeVisible();
    expect(within(refused).getByText('The organization has no license “nobodys”.')).toBeVisible();
    expect((await row()).getByRole('textbox', { name: /^Seats of/ })).toHaveValue('1');
  });

  it('are told at a rule whose users need nothing of what they hold', async () => {
    const { organization } = smallSandbox();
    const held = new Set(organization.holderIds.flatMap((id) => organization.assignmentsOf(id)));
    await keep([...held].reduce((costs, id) => withTerms(costs, id, { price: 10_000 }), NO_COSTS));
    renderPage('/audit', pages);
    const inactive = organization.users.filter(({ profile }) => profile.state === 'inactive');
    const pairs = inactive.flatMap(({ id }) => organization.assignmentsOf(id)).length;
    expect(pairs).toBeGreaterThan(0);
    const rule = await screen.findByRole('region', { name: 'Held by inactive users' });
    const money = new Intl.NumberFormat().format(pairs);
    expect(await within(rule).findByText(`Costs ${money} a month.`)).toBeVisible();
  });

  it('point out who is far more expensive than their department, to be looked at', async () => {
    const { sandbox, someone, department, held } = sandboxWithSpender();
    const prices = [...held].reduce(
      (costs, id) => withTerms(costs, id, { price: 10_000 }),
      NO_COSTS,
    );
    await keep({ ...withTerms(prices, 'gold', { price: 10_000_000 }), currency: 'EUR' });
    const { user } = renderPage('/audit', pages, { sandbox });
    const title = 'Far more expensive than their department';
    const rule = within(await screen.findByRole('region', { name: title }));
    expect(rule.getByText(/above the median by more than 5 times/u)).toBeVisible();
    expect(rule.queryByRole('button', { name: /fix/iu })).toBeNull();
    await user.click(rule.getByRole('link', { name: department }));
    const details = within(await screen.findByRole('region', { name: `${title}: ${department}` }));
    const spender = details.getByRole('row', { name: new RegExp(someone.profile.name ?? '', 'u') });
    expect(within(spender).getByText(/€1,00\d\.00/u)).toBeVisible();
    expect(details.queryByRole('button', { name: /^Review the fix/u })).toBeNull();
    const link = details.getByRole('link', { name: 'Show the department in Assignments' });
    expect(link).toHaveAttribute('href', `/assignments?${new URLSearchParams({ department })}`);
  });

  it('are not needed for the other findings, and it is said that this one is not checked', async () => {
    renderPage('/audit', pages);
    expect(
      await screen.findByText(/^Far more expensive than their department: no prices are given/u),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: 'Held by inactive users' })).toBeVisible();
  });
});

/** One of a large department holds a license of which nobody else has heard. */
function sandboxWithSpender() {
  const sandbox = smallSandbox({ users: 300 });
  const { organization } = sandbox;
  const sizes = new Map<string, number>();
  for (const { profile } of organization.users) {
    const name = profile.department ?? '';
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const [department = ''] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const someone = organization.users.find(
    ({ id, profile }) =>
      profile.department === department &&
      profile.state === 'active' &&
      organization.assignmentsOf(id).length > 0,
  );
  if (!someone) throw new Error('The sandbox has nobody to spend for');
  organization.setAssignment(someone.id, 'gold', true);
  const held = new Set(organization.holderIds.flatMap((id) => organization.assignmentsOf(id)));
  return { sandbox, someone, department, held };
}
