import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { displayName } from '@/model/people';
import { AssignmentsPage } from '@/pages/assignments/AssignmentsPage';
import type { Sandbox } from '@/sandbox';
import { stubLayout } from '../../components/grid/layout';
import { answering, forever, renderPage, smallSandbox } from '../support/renderPage';

// 12 rows and 10 of the columns beside the names.
stubLayout({ width: 700, height: 550 });
// jsdom takes its time to find roles among hundreds of cells.
vi.setConfig({ testTimeout: 30_000 });

type Options = Parameters<typeof renderPage>[2];

function open(search = '', options?: Options) {
  const page = renderPage(
    `/assignments${search}`,
    [{ path: '/assignments', Component: AssignmentsPage }],
    options,
  );
  return { ...page, people: listedPeople(page.sandbox) };
}

/** Everyone who is to be in the matrix, by the sandbox itself. */
function listedPeople({ organization }: Sandbox) {
  const listed = organization.listed('any').map(({ id }) => id);
  return [...new Set([...listed, ...organization.holderIds])].map((id) => {
    const profile = organization.user(id)?.profile;
    return { id, profile, name: displayName(profile, id), holds: organization.assignmentsOf(id) };
  });
}

async function loaded() {
  await screen.findByText(/^Read just now/, {}, { timeout: 10_000 });
}

const grid = () => screen.getByRole('grid', { name: 'License assignments' });
const rowCount = () => Number(grid().getAttribute('aria-rowcount')) - 1;
const search = () => screen.getByRole('searchbox', { name: 'Filter users' });
const names = () => within(grid()).getAllByRole('rowheader').map(nameIn);
const nameIn = (cell: HTMLElement) => within(cell).getByRole('link').textContent;
const checkboxes = () =>
  within(grid())
    .getAllByRole('checkbox', { name: /^Select / })
    .slice(1);
const selectAll = () => screen.getByRole('checkbox', { name: 'Select all matching users' });
const header = (name: RegExp | string) => within(grid()).getByRole('columnheader', { name });

function rowOf(name: string): HTMLElement {
  const row = screen.getByRole('checkbox', { name: `Select ${name}` }).closest('[role=row]');
  if (!(row instanceof HTMLElement)) throw new Error(`${name} has no row`);
  return row;
}

describe('the matrix', () => {
  it('says in words what each user holds and how many hold each license', async () => {
    const { people, user } = open();
    await loaded();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Assignments');
    expect(rowCount()).toBe(people.length);
    const someone = people.find(({ name, holds }) => /^\w+ \w+$/.test(name) && holds.length > 2);
    if (!someone) throw new Error('Nobody holds anything');

    await user.type(search(), someone.profile?.email ?? '');
    const row = within(rowOf(someone.name));
    for (const cell of row.getAllByRole('gridcell', { name: /hold/i })) {
      const [, licenseId = ''] = /(?:Holds|Does not hold) (.+)/.exec(cell.textContent ?? '') ?? [];
      const isHeld = someone.holds.includes(licenseId);
      expect(cell).toHaveTextContent(`${isHeld ? 'Holds' : 'Does not hold'} ${licenseId}`);
    }
    expect(row.getByText(String(someone.holds.length))).toBeVisible();
    expect(row.getByRole('link')).toHaveAttribute('href', `/users/${someone.id}`);
  });

  it('names each license by description and id, with its holders among the users shown', async () => {
    const { sandbox, people } = open('?holds=cloudCX2');
    await loaded();
    const shown = people.filter(({ holds }) => holds.includes('cloudCX2'));
    expect(rowCount()).toBe(shown.length);
    const agentAssist = sandbox.organization.definitions.get('agentAssist')?.description ?? '';
    const count = shown.filter(({ holds }) => holds.includes('agentAssist')).length;
    expect(header(/agentAssist/)).toHaveAccessibleName(
      `${agentAssist} (agentAssist), ${count} ${count === 1 ? 'holder' : 'holders'}`,
    );
  });

  it('marks a holder who is no user', async () => {
    const { people, user } = open();
    await loaded();
    const stranger = people.find(({ profile }) => !profile);
    await user.type(search(), stranger?.name ?? '');
    expect(names()).toEqual([`User ${stranger?.id}`]);
    expect(within(grid()).getByText('No such user')).toBeVisible();
  });

  it('shows a name that is HTML as the text it is', async () => {
    const { user } = open();
    await loaded();
    await user.type(search(), 'onerror');
    expect(names()).toEqual(['<img src=x onerror=alert(1)>']);
    expect(grid().querySelector('img')).toBeNull();
  });
});

describe('filtering', () => {
  it('by text shows who matches at once, counts them, and can be cleared', async () => {
    const { people, user, address, router } = open();
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
    expect(address()).toBe('/assignments');
  });

  it('by license narrows to holders, and "Back" takes it back', async () => {
    const { people, user, router, address } = open();
    await loaded();
    await user.type(screen.getByRole('combobox', { name: 'Holds' }), 'cloudCX2');
    const holders = people.filter(({ holds }) => holds.includes('cloudCX2')).length;
    await user.click(screen.getByRole('option', { name: new RegExp(`cloudCX2 ?${holders}$`) }));
    expect(rowCount()).toBe(holders);
    expect(address()).toBe('/assignments?holds=cloudCX2');

    await waitFor(() => router.navigate(-1));
    await waitFor(() => expect(rowCount()).toBe(people.length));
  });

  it('by what users do not hold', async () => {
    const { people } = open('?lacks=collaborate');
    await loaded();
    expect(rowCount()).toBe(people.filter(({ holds }) => !holds.includes('collaborate')).length);
  });

  it('by state and number of licenses, on demand', async () => {
    const { people, user } = open('?state=inactive&min=1');
    await loaded();
    const expected = people.filter(
      ({ profile, holds }) => profile?.state === 'inactive' && holds.length > 0,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(rowCount()).toBe(expected.length);
    for (const cell of within(grid()).getAllByRole('rowheader')) {
      expect(cell).toHaveTextContent('Inactive');
    }
    expect(screen.getByRole('spinbutton', { name: 'Licenses, at least' })).toHaveValue(1);
    await user.click(screen.getByRole('combobox', { name: 'State' }));
    expect(screen.getByRole('option', { name: /^Active ?\d+$/ })).toBeVisible();
  });

  it('restores a view from its link, order included', async () => {
    const { people } = open('?q=customer+care&sort=-name');
    await loaded();
    expect(search()).toHaveValue('customer care');
    const expected = people
      .filter(({ profile }) => profile?.department === 'Customer Care')
      .map(({ name }) => name);
    expect(new Set(names())).toEqual(new Set(expected.slice(0, 12)));
    expect(header('Name')).toHaveAttribute('aria-sort', 'descending');
  });

  it('says when nobody matches, and leads back', async () => {
    const { people, user } = open('?q=nobody+at+all');
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
    const { user, address } = open();
    await loaded();
    const button = within(header(/agentAssist/)).getByRole('button');
    await user.click(button);
    expect(header(/agentAssist/)).toHaveAttribute('aria-sort', 'ascending');
    expect(header('Name')).toHaveAttribute('aria-sort', 'none');
    expect(address()).toBe('/assignments?sort=holds.agentAssist');
    expect(within(grid()).getAllByRole('gridcell', { name: 'Holds agentAssist' })).not.toEqual([]);
    expect(within(firstRow()).getByText('Holds agentAssist')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(address()).toBe('/assignments?sort=-holds.agentAssist');
    expect(within(firstRow()).getByText('Does not hold agentAssist')).toBeInTheDocument();
  });

  it('by number of licenses shows the most first', async () => {
    const { people, user } = open();
    await loaded();
    await user.click(within(header(/^Number of licenses/)).getByRole('button'));
    const most = Math.max(...people.map(({ holds }) => holds.length));
    expect(within(firstRow()).getByText(String(most))).toBeVisible();
  });

  it('by what has no column of its own', async () => {
    const { user, address } = open();
    await loaded();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Email, A to Z');
    expect(address()).toBe('/assignments?sort=email');
  });

  function firstRow(): HTMLElement {
    const row = grid().querySelector('[aria-rowindex="2"]');
    if (!(row instanceof HTMLElement)) throw new Error('There is no row');
    return row;
  }
});

describe('selecting', () => {
  it('selects single users and ranges, and goes on to assign', async () => {
    const { user, router } = open();
    await loaded();
    expect(screen.getByRole('button', { name: 'Assign licenses' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Assign licenses' })).toHaveAccessibleDescription(
      'No users selected',
    );

    const [, second, , , fifth] = inOrder(checkboxes());
    if (!second || !fifth) throw new Error('There are too few rows');
    await user.click(second);
    expect(second).toBeChecked();
    expect(screen.getByText('1 user selected')).toBeVisible();
    await user.keyboard('{Shift>}');
    await user.click(fifth);
    await user.keyboard('{/Shift}');
    expect(screen.getByText('4 users selected')).toBeVisible();
    expect(selectAll()).toBePartiallyChecked();
    await user.click(fifth);
    expect(screen.getByText('3 users selected')).toBeVisible();

    await user.click(screen.getByRole('link', { name: 'Assign licenses' }));
    expect(router.state.location.pathname).toBe('/assign');
    await waitFor(() => router.navigate('/assignments'));
    expect(await screen.findByText('3 users selected')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(screen.getByText('No users selected')).toBeVisible();
  });

  it('selects all that match, also those that are not drawn, and keeps them when the filter goes', async () => {
    const { people, user } = open('?holds=collaborate');
    await loaded();
    const holders = people.filter(({ holds }) => holds.includes('collaborate')).length;
    expect(checkboxes().length).toBeLessThan(holders);
    await user.click(selectAll());
    expect(selectAll()).toBeChecked();
    expect(screen.getByText(`${holders} users selected`)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByText(`${holders} users selected`)).toBeVisible();
    expect(selectAll()).toBePartiallyChecked();
    await user.click(selectAll());
    expect(screen.getByText(`${people.length} users selected`)).toBeVisible();
    await user.click(selectAll());
    expect(screen.getByText('No users selected')).toBeVisible();
  });

  it('works by keyboard: Space, Shift with arrows, Ctrl+A, Enter to open', async () => {
    const { people, user, router } = open();
    await loaded();
    const [first] = inOrder(checkboxes());
    first?.focus();
    await user.keyboard(' ');
    expect(first).toBeChecked();
    await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText('3 users selected')).toBeVisible();
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(screen.getByText('2 users selected')).toBeVisible();
    await user.keyboard(' ');
    expect(screen.getByText('1 user selected')).toBeVisible();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(`${people.length} users selected`)).toBeVisible();
    await user.keyboard('{Enter}');
    expect(router.state.location.pathname).toMatch(/^\/users\/./);
  });

  it('a click on a name opens the user', async () => {
    const { user, router } = open();
    await loaded();
    const [cell] = within(grid()).getAllByRole('rowheader');
    const link = cell && within(cell).getByRole('link');
    if (link) await user.click(link);
    expect(router.state.location.pathname).toBe(link?.getAttribute('href'));
  });
});

describe('while it is read, and when it cannot be', () => {
  it('can be used before the last page is in, and says "Unknown" of what was not read', async () => {
    open('', { answer: answering('license/users', forever) });
    await waitFor(() => expect(rowCount()).toBeGreaterThan(0));
    expect(screen.getByRole('progressbar', { name: 'Reading the organization' })).toBeVisible();
    const [row] = within(grid()).getAllByRole('row').slice(1);
    if (!row) throw new Error('There is no row');
    expect(within(row).getAllByRole('gridcell', { name: 'Unknown' }).length).toBeGreaterThan(3);
    expect(within(row).queryByText(/hold/i)).toBeNull();
  });

  it('says what could not be read, keeps it unknown, and reads it on demand', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '503', operation: 'getLicenseUsers' });
    const { user } = open('', { sandbox });
    expect(await screen.findByRole('alert', {}, { timeout: 10_000 })).toHaveTextContent(
      'Some of the organization could not be read: assignments',
    );
    expect(within(grid()).getAllByRole('gridcell', { name: 'Unknown' })).not.toEqual([]);
    sandbox.faults.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), { timeout: 10_000 });
    expect(within(grid()).queryAllByRole('gridcell', { name: 'Unknown' })).toEqual([]);
  });

  it('says so when nothing at all could be read', async () => {
    const sandbox = smallSandbox();
    sandbox.faults.add({ kind: '403', operation: 'any' });
    open('', { sandbox });
    expect(await screen.findByText('The organization could not be read')).toBeVisible();
    expect(screen.getByText('No users could be read')).toBeVisible();
  });

  it('says so when an organization has no users', async () => {
    const nothing = () => Response.json({ entities: [], pageCount: 0, total: 0 });
    open('', {
      answer: (request) => (/\/users$/.test(new URL(request.url).pathname) ? nothing() : undefined),
    });
    expect(await screen.findByText('This organization has no users')).toBeVisible();
  });

  it('marks a license without a definition', async () => {
    open('?sort=-licenses', {
      answer: answering('license/definitions', () => Response.json([{ id: 'cloudCX2' }])),
    });
    await loaded();
    expect(header(/^cloudCX2, \d+ holders?$/)).toBeVisible();
    expect(header(/^agentAssist, no definition, \d+ holders?$/)).toBeVisible();
  });
});

function inOrder(elements: HTMLElement[]): HTMLElement[] {
  const position = (element: HTMLElement) =>
    Number(element.closest('[role=row]')?.getAttribute('aria-rowindex'));
  return [...elements].sort((a, b) => position(a) - position(b));
}
