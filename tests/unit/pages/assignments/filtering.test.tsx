import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { answering, forever } from '../support/renderPage';
import {
  grid,
  header,
  loaded,
  names,
  openMatrix,
  rowAt,
  rowCount,
  search,
  someoneOf,
  stubScreen,
} from './matrix';

stubScreen();

describe('filtering', () => {
  it('by text shows who matches at once, counts them, and can be cleared', async () => {
    const { people, user, address, router } = openMatrix();
    await loaded();
    await user.type(search(), 'customer care');
    const expected = people.filter(({ profile }) => profile?.department === 'Customer Care').length;
    expect(rowCount()).toBe(expected);
    expect(screen.getByText(`${expected} of ${people.length} users`)).toBeVisible();
    await waitFor(() => expect(address()).toBe('/assignments?q=customer+care'));
    // Typing is no history: "Back" would lead out of the page.
    expect(router.state.historyAction).toBe('REPLACE');

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(search()).toHaveValue('');
    expect(rowCount()).toBe(people.length);
    await waitFor(() => expect(address()).toBe('/assignments'));
  });

  it('is kept when a click follows at once', async () => {
    const { user, router, people } = openMatrix();
    await loaded();
    const { id, name } = someoneOf(people);
    await user.type(search(), name);
    await user.click(screen.getByRole('link', { name: name }));
    expect(router.state.location.pathname).toBe(`/users/${id}`);
    await waitFor(() => router.navigate(-1));
    expect(await screen.findByRole('searchbox')).toHaveValue(name);
  });

  it('follows "Back" and "Forward" through texts', async () => {
    const { user, router, address } = openMatrix();
    await loaded();
    await user.type(search(), 'care');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Email, A to Z');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(search()).toHaveValue('');
    await waitFor(() => expect(address()).toBe('/assignments?sort=email'));
    await waitFor(() => router.navigate(-1));
    await waitFor(() => expect(search()).toHaveValue('care'));
    await waitFor(() => router.navigate(1));
    await waitFor(() => expect(search()).toHaveValue(''));
    await waitFor(() => router.navigate(-1));
    await waitFor(() => expect(search()).toHaveValue('care'));
  });

  it('by license narrows to holders, and "Back" takes it back', async () => {
    const { people, user, router, address } = openMatrix();
    await loaded();
    await user.type(screen.getByRole('combobox', { name: 'Holds' }), 'cloudCX2');
    const holders = people.filter(({ holds }) => holds.includes('cloudCX2')).length;
    await user.click(screen.getByRole('option', { name: new RegExp(`cloudCX2 ?${holders}$`) }));
    expect(rowCount()).toBe(holders);
    await waitFor(() => expect(address()).toBe('/assignments?holds=cloudCX2'));
    expect(screen.getByRole('combobox', { name: 'Holds' })).toHaveAccessibleDescription('cloudCX2');

    await waitFor(() => router.navigate(-1));
    await waitFor(() => expect(rowCount()).toBe(people.length));
  });

  it('by what users do not hold', async () => {
    const { people } = openMatrix('?lacks=collaboratePro');
    await loaded();
    expect(rowCount()).toBe(people.filter(({ holds }) => !holds.includes('collaboratePro')).length);
  });

  it('by state and number of licenses, on demand', async () => {
    const { people, user } = openMatrix('?state=inactive&min=1');
    await loaded();
    const expected = people.filter(
      ({ profile, holds }) => profile?.state === 'inactive' && holds.length > 0,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(rowCount()).toBe(expected.length);
    for (const cell of within(grid()).getAllByRole('rowheader')) {
      expect(cell).toHaveTextContent('Inactive');
    }
    expect(screen.getByRole('spinbutton', { name: 'Min. licenses' })).toHaveValue(1);
    await user.click(screen.getByRole('combobox', { name: 'State' }));
    expect(screen.getByRole('option', { name: /^Active ?\d+$/ })).toBeVisible();
  });

  it('by last login, and says of whom none is known', async () => {
    const { sandbox, user, address } = openMatrix();
    await loaded();
    await user.click(screen.getByRole('button', { name: 'More filters' }));
    const logins = sandbox.organization
      .listed('any')
      .flatMap(({ lastLogin }) => (lastLogin === undefined ? [] : [lastLogin]))
      .toSorted((a, b) => a - b);
    const day = new Date(logins[Math.floor(logins.length / 2)] ?? 0).toISOString().slice(0, 10);
    fireEvent.change(screen.getByLabelText('Last login before'), { target: { value: day } });
    await waitFor(() => expect(address()).toBe(`/assignments?loginBefore=${day}`));
    const before = logins.filter((time) => time < new Date(`${day}T00:00`).getTime()).length;
    expect(before).toBeGreaterThan(0);
    expect(rowCount()).toBe(before);
    expect(screen.getByText(/\d+ left out: no last login is known/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByLabelText('Last login before')).toHaveValue('');
  });

  it('by what looks wrong, as a link and in the list', async () => {
    const { people, user, address } = openMatrix('?finding=inactiveHolder');
    await loaded();
    const inactive = people.filter(
      ({ profile, holds }) => profile?.state === 'inactive' && holds.length > 0,
    );
    expect(inactive.length).toBeGreaterThan(0);
    await waitFor(() => expect(rowCount()).toBe(inactive.length));

    await user.click(screen.getByRole('combobox', { name: 'Has a finding' }));
    const option = await screen.findByRole('option', { name: /^Inactive, holds licenses ?\d+$/ });
    expect(option).toHaveTextContent(String(inactive.length));
    await user.click(option);
    expect(rowCount()).toBe(people.length);
    await waitFor(() => expect(address()).toBe('/assignments'));
  });

  it('does not say that nobody has a finding before that is known', async () => {
    openMatrix('?finding=inactiveHolder', { answer: answering('license/users', forever) });
    expect(await screen.findByText('Looking for findings…')).toBeVisible();
    expect(screen.queryByText(/No user matches/)).toBeNull();
  });

  it('restores a view from its link, order included', async () => {
    const { people } = openMatrix('?q=customer+care&sort=-name');
    await loaded();
    expect(search()).toHaveValue('customer care');
    const expected = people
      .filter(({ profile }) => profile?.department === 'Customer Care')
      .map(({ name }) => name);
    expect(new Set(names())).toEqual(new Set(expected.slice(0, 12)));
    expect(header('Name')).toHaveAttribute('aria-sort', 'descending');
  });

  it('says when nobody matches, and leads back', async () => {
    const { people, user } = openMatrix('?q=nobody+at+all');
    await loaded();
    expect(screen.getByText('No user matches these filters')).toBeVisible();
    expect(rowCount()).toBe(0);
    const [, clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    if (clear) await user.click(clear);
    expect(rowCount()).toBe(people.length);
  });
});

describe('sorting', () => {
  it('by a license puts its holders first, then last', async () => {
    const { user, address } = openMatrix();
    await loaded();
    const button = within(header(/agentAssist/)).getByRole('button');
    await user.click(button);
    expect(header(/agentAssist/)).toHaveAttribute('aria-sort', 'ascending');
    expect(header('Name')).toHaveAttribute('aria-sort', 'none');
    await waitFor(() => expect(address()).toBe('/assignments?sort=holds.agentAssist'));
    expect(within(grid()).getAllByRole('gridcell', { name: 'Holds agentAssist' })).not.toEqual([]);
    expect(
      within(rowAt(1)).getByRole('gridcell', { name: 'Holds agentAssist' }),
    ).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/assignments?sort=-holds.agentAssist'));
    expect(
      within(rowAt(1)).getByRole('gridcell', { name: 'Does not hold agentAssist' }),
    ).toBeInTheDocument();
  });

  it('by number of licenses shows the most first', async () => {
    const { people, user } = openMatrix();
    await loaded();
    await user.click(within(header(/^Number of licenses/)).getByRole('button'));
    const most = Math.max(...people.map(({ holds }) => holds.length));
    expect(within(rowAt(1)).getByText(String(most))).toBeVisible();
  });

  it('by what has no column of its own', async () => {
    const { user, address } = openMatrix();
    await loaded();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Email, A to Z');
    await waitFor(() => expect(address()).toBe('/assignments?sort=email'));
  });
});
