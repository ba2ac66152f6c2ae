import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { answering, forever } from '../support/renderPage';
import {
  checkboxIn,
  grid,
  loaded,
  openMatrix,
  rowAt,
  rowCount,
  selectAll,
  stubScreen,
} from './matrix';

stubScreen();
beforeEach(() => sessionStorage.clear());

const opener = () => screen.getByRole('button', { name: /^Change licenses of/u });
const panel = () => screen.getByRole('region', { name: 'Licenses of the selected users' });
const license = (id: string) =>
  within(panel()).getByRole('checkbox', { name: new RegExp(`(^${id}$|\\(${id}\\)$)`, 'u') });

async function openWithAllSelected(search: string) {
  const page = openMatrix(search);
  await loaded();
  await page.user.click(selectAll());
  await page.user.click(opener());
  return page;
}

describe('the licenses of the selected users', () => {
  it('are offered once somebody is selected', async () => {
    const { user } = openMatrix();
    await loaded();
    expect(opener()).toBeDisabled();
    await user.click(checkboxIn(rowAt(1)));
    expect(opener()).toHaveAccessibleName('Change licenses of 1 selected user');
    await user.click(opener());
    expect(opener()).toHaveAttribute('aria-expanded', 'true');
    expect(panel()).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(screen.queryByRole('region', { name: 'Licenses of the selected users' })).toBeNull();
  });

  it('say how many hold each, and a click stages giving, taking, and taking back', async () => {
    const { people, user } = await openWithAllSelected('');
    const all = people.length;
    const now = people.filter(({ holds }) => holds.includes('cloudCX2')).length;
    expect(license('cloudCX2')).toBePartiallyChecked();
    expect(license('cloudCX2')).toHaveAccessibleDescription(`${now} of ${all}`);

    await user.click(license('cloudCX2'));
    expect(license('cloudCX2')).toBeChecked();
    expect(license('cloudCX2')).toHaveAccessibleDescription(`${now} of ${all}, staged: all ${all}`);
    expect(screen.getByText(`${all - now} changes staged.`, { exact: false })).toBeVisible();

    await user.click(license('cloudCX2'));
    expect(license('cloudCX2')).not.toBeChecked();
    expect(license('cloudCX2')).toHaveAccessibleDescription(`${now} of ${all}, staged: none`);
    expect(screen.getByText(`${now} changes staged.`, { exact: false })).toBeVisible();

    await user.click(license('cloudCX2'));
    expect(license('cloudCX2')).toBePartiallyChecked();
    expect(screen.queryByText(/staged\./u)).toBeNull();
  });

  it('are staged in the cells, and led on to review', async () => {
    const { user } = await openWithAllSelected('?holds=agentAssist');
    expect(license('agentAssist')).toBeChecked();
    await user.click(license('agentAssist'));
    expect(
      within(grid()).getAllByRole('gridcell', { name: 'Holds agentAssist, staged to be removed' }),
    ).not.toEqual([]);
    expect(screen.getByRole('link', { name: 'Review staged changes' })).toBeVisible();
  });

  it('leave out those of whom it is not known what they hold, and say so', async () => {
    const ada = { id: 'ada', licenses: ['agentAssist'] };
    const { user, people } = openMatrix('', {
      answer: answering('license/users', (request) =>
        new URL(request.url).searchParams.get('pageNumber') === '1'
          ? Response.json({ entities: [ada], pageCount: 2, pageSize: 1 })
          : forever(),
      ),
    });
    await waitFor(() => expect(rowCount()).toBe(people.length));
    await user.click(selectAll());
    await user.click(opener());
    expect(
      within(panel()).getByText(`${people.length - 1} users left out`, { exact: false }),
    ).toBeVisible();
    expect(license('agentAssist')).toHaveAccessibleDescription('all 1');
  });
});
