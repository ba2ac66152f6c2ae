import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { grid, header, loaded, openMatrix, rowAt, stubScreen } from './matrix';

stubScreen();
beforeEach(() => localStorage.clear());

const dialog = () => screen.getByRole('dialog', { name: /^Columns/u });
const box = (name: RegExp | string) => within(dialog()).getByRole('checkbox', { name });
const licenseColumns = () =>
  within(grid())
    .getAllByRole('columnheader', { name: /holders?$/u })
    .map((cell) => within(cell).getByRole('button').ariaLabel ?? '');
const holdersIn = (name: string) => Number(/(\d+) holders?$/u.exec(name)?.[1]);

const numberOfLicenses = () => rowAt(1).querySelector('[aria-colindex="3"]')?.textContent;

async function openMenu(search = '') {
  const page = openMatrix(search);
  await loaded();
  await page.user.click(screen.getByRole('button', { name: /^Columns/u }));
  return page;
}

describe('columns of the matrix', () => {
  it('are hidden and shown again, which the address says', async () => {
    const { user, address } = await openMenu('?holds=agentAssist');
    const count = numberOfLicenses();
    expect(header(/agentAssist/u)).toBeVisible();
    await user.click(box(/agentAssist/u));
    expect(within(grid()).queryByRole('columnheader', { name: /agentAssist/u })).toBeNull();
    await waitFor(() => expect(address()).toBe('/assignments?holds=agentAssist&cols=-agentAssist'));
    // How many licenses someone holds has nothing to do with what is shown.
    expect(numberOfLicenses()).toBe(count);

    await user.click(within(dialog()).getByRole('button', { name: 'Show all' }));
    expect(header(/agentAssist/u)).toBeVisible();
    await waitFor(() => expect(address()).toBe('/assignments?holds=agentAssist'));
  });

  it('stand by their holders on demand', async () => {
    const { user, address } = await openMenu();
    await user.selectOptions(
      within(dialog()).getByRole('combobox', { name: 'Order of columns' }),
      'Most holders first',
    );
    await waitFor(() => expect(address()).toBe('/assignments?cols=by-holders'));
    const counts = licenseColumns().map(holdersIn);
    expect(counts.length).toBeGreaterThan(4);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('are only those that a user shown holds, on demand', async () => {
    const { user } = await openMenu('?holds=agentAssist');
    await user.click(box('Only licenses that a user shown holds'));
    expect(licenseColumns().map(holdersIn)).not.toContain(0);
  });

  it('come back with the link, and a click still means the column it is in', async () => {
    const { user, address } = openMatrix('?cols=-agentAssist&cols=by-holders&state=active');
    await loaded();
    const [first = ''] = licenseColumns();
    const [, licenseId = ''] = /\((.+)\)/u.exec(first) ?? [];
    await user.click(within(header(first)).getByRole('button'));
    const params = () => new URLSearchParams(address().split('?')[1]);
    await waitFor(() => expect(params().get('sort')).toBe(`holds.${licenseId}`));
    expect(params().getAll('cols')).toEqual(['by-holders', '-agentAssist']);
    expect(
      within(rowAt(1)).getByRole('gridcell', { name: `Holds ${licenseId}` }),
    ).toBeInTheDocument();
  });

  it('can all be hidden', async () => {
    const { user } = await openMenu();
    await user.click(within(dialog()).getByRole('button', { name: 'Hide all' }));
    expect(within(grid()).queryAllByRole('gridcell', { name: /hold/iu })).toEqual([]);
    expect(grid()).toHaveAttribute('aria-colcount', '3');
  });
});

describe('rows of the matrix', () => {
  it('are compact for whoever wants them so, also next time', async () => {
    const { user } = await openMenu();
    const drawn = () => within(grid()).getAllByRole('rowheader').length;
    const before = drawn();
    await user.click(box('Compact rows'));
    await waitFor(() => expect(drawn()).toBeGreaterThan(before));
    expect(localStorage.getItem('license-console.matrix.density')).toBe('compact');
    await user.click(box('Compact rows'));
    expect(drawn()).toBe(before);
  });
});
