import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { loaded, openMatrix, rowCount, stubScreen } from './matrix';

stubScreen();

const table = () => screen.getByRole('table', { name: 'Combinations of licenses' });
const rows = () => within(table()).getAllByRole('row').slice(1);
const usersIn = (row: HTMLElement | undefined) =>
  Number(row && within(row).getAllByRole('cell')[1]?.textContent);

function groupsOf(people: readonly { holds: readonly string[] }[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const { holds } of people) {
    const key = holds.toSorted().join();
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return groups;
}

describe('combinations of licenses', () => {
  it('group the users by what exactly they hold, largest group first', async () => {
    const { people, user, address } = openMatrix();
    await loaded();
    await user.click(screen.getByRole('link', { name: 'Combinations' }));
    await waitFor(() => expect(address()).toBe('/assignments?view=combinations'));
    expect(screen.queryByRole('grid')).toBeNull();

    const groups = groupsOf(people);
    expect(rows()).toHaveLength(groups.size);
    expect(
      screen.getByText(`${groups.size} combinations among ${people.length} users`),
    ).toBeVisible();
    expect(usersIn(rows()[0])).toBe(Math.max(...groups.values()));
  });

  it('show the rare ones first on demand', async () => {
    const { user, address } = openMatrix('?view=combinations');
    await loaded();
    const most = usersIn(rows()[0]);
    await user.click(screen.getByRole('button', { name: 'Rarest first' }));
    expect(screen.getByRole('button', { name: 'Rarest first' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await waitFor(() => expect(address()).toBe('/assignments?view=combinations&rarest=1'));
    expect(usersIn(rows()[0])).toBe(1);
    expect(usersIn(rows().at(-1))).toBe(most);
  });

  it('are of the users that pass the filter, and lead to those of one combination', async () => {
    const { people, user, address } = openMatrix('?view=combinations&holds=cloudCX2&sort=-name');
    await loaded();
    const holders = people.filter(({ holds }) => holds.includes('cloudCX2'));
    expect(rows()).toHaveLength(groupsOf(holders).size);
    const [first] = rows();
    const count = usersIn(first);
    const link = within(first ?? table()).getByRole('link');
    const licenseIds = link.textContent?.split(', ') ?? [];
    await user.click(link);
    expect(rowCount()).toBe(count);
    const exactly = licenseIds.map((id) => `exactly=${id}`).join('&');
    expect(new Set(address().split(/[?&]/u))).toEqual(
      new Set(`/assignments?holds=cloudCX2&${exactly}&sort=-name`.split(/[?&]/u)),
    );
  });

  it('have one for those who hold nothing', async () => {
    const { people, user } = openMatrix('?view=combinations');
    await loaded();
    await user.click(screen.getByRole('link', { name: 'No licenses' }));
    expect(rowCount()).toBe(people.filter(({ holds }) => holds.length === 0).length);
  });

  it('say when nobody matches', async () => {
    openMatrix('?view=combinations&q=nobody+at+all');
    await loaded();
    expect(screen.getByText('No user matches these filters')).toBeVisible();
  });
});
