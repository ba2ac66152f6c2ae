import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { foldText } from '@/model/text';
import { checkboxIn, grid, header, loaded, names, openMatrix, rowAt, stubScreen } from './matrix';

stubScreen();

const linkIn = (row: HTMLElement) => within(row).getByRole('link');
const copied = async () =>
  (await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t'));

describe('typing letters in the matrix', () => {
  it('leads to the next user whose name begins so', async () => {
    const { people, user } = openMatrix();
    await loaded();
    const plain = people.map(({ name }) => name).filter((name) => /^[A-Z][a-z]+ /u.test(name));
    const target = plain.toSorted().at(-3) ?? '';
    const prefix = target.slice(0, 4);
    linkIn(rowAt(1)).focus();
    await user.keyboard(prefix.toLowerCase());
    expect(document.activeElement?.textContent?.slice(0, 4)).toBe(prefix);
    expect(document.activeElement).toHaveAttribute('href', expect.stringMatching(/^\/users\//u));
  });

  it('leaves the focus where nobody is called so', async () => {
    const { people, user } = openMatrix();
    await loaded();
    const firstLetters = new Set(people.map(({ name }) => foldText(name).charAt(0)));
    const unused = ['q', 'x', 'y', 'z', 'u', 'w'].find((letter) => !firstLetters.has(letter)) ?? '';
    expect(unused).not.toBe('');
    linkIn(rowAt(2)).focus();
    await user.keyboard(unused);
    expect(document.activeElement).toBe(linkIn(rowAt(2)));
  });
});

describe('copying', () => {
  it('by Ctrl+C takes the user with the focus, with a column for each license shown', async () => {
    const { people, user } = openMatrix('?cols=-agentAssist');
    await loaded();
    linkIn(rowAt(2)).focus();
    const name = linkIn(rowAt(2)).textContent;
    await user.keyboard('{Control>}c{/Control}');
    expect(await screen.findByText('Copied 1 user')).toBeVisible();
    const [head = [], row = [], ...rest] = await copied();
    expect(rest).toEqual([]);
    expect(head.slice(0, 5)).toEqual(['Name', 'Email', 'Department', 'State', 'User ID']);
    expect(head).not.toContain('agentAssist');
    const person = people.find(({ id }) => id === row[4]);
    expect(person?.name).toBe(name);
    const held = head.filter((_, i) => row[i] === 'Yes');
    expect(new Set(held)).toEqual(
      new Set(person?.holds.filter((licenseId) => licenseId !== 'agentAssist')),
    );
  });

  it('takes the selected users in the order shown, by the menu too, and no formulas', async () => {
    const { user } = openMatrix('?sort=-name');
    await loaded();
    await user.click(checkboxIn(rowAt(3)));
    await user.click(checkboxIn(rowAt(1)));
    const [first, , third] = [rowAt(1), rowAt(2), rowAt(3)].map((row) => linkIn(row).textContent);
    await user.click(screen.getByRole('button', { name: 'Copy or print' }));
    await user.click(screen.getByRole('button', { name: 'Copy as table: 2 selected users' }));
    expect(await screen.findByText('Copied 2 users')).toBeVisible();
    expect((await copied()).slice(1).map(([name]) => name)).toEqual([first, third]);
  });

  it('leaves no name that a spreadsheet would run', async () => {
    const { people, user } = openMatrix('?q=HYPERLINK');
    await loaded();
    const name = people.find((person) => person.name.startsWith('=HYPERLINK'))?.name;
    expect(names()).toEqual([name]);
    await user.click(screen.getByRole('button', { name: 'Copy or print' }));
    await user.click(screen.getByRole('button', { name: 'Copy as table: 1 user shown' }));
    await screen.findByText('Copied 1 user');
    expect(await navigator.clipboard.readText()).toContain(`'=HYPERLINK`);
  });

  it('says when the browser does not let it', async () => {
    const { user } = openMatrix();
    await loaded();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    linkIn(rowAt(1)).focus();
    await user.keyboard('{Control>}c{/Control}');
    expect(await screen.findByText('The browser did not allow copying')).toBeVisible();
  });
});

describe('printing', () => {
  it('puts a plain table of the users shown on paper, and takes it back', async () => {
    const { people } = openMatrix('?holds=agentAssist&sort=-licenses');
    await loaded();
    expect(header(/agentAssist/u)).toBeVisible();
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    const holders = people.filter(({ holds }) => holds.includes('agentAssist'));
    const table = screen.getByRole('table', {
      name: `License assignments: ${holders.length} users`,
    });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(holders.length);
    const [first] = rows;
    const name = first && within(first).getByRole('rowheader').textContent;
    expect(name).toBe(linkIn(rowAt(1)).textContent);
    expect(first && within(first).getAllByRole('cell')[1]).toHaveTextContent('agentAssist');

    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(screen.queryByRole('table')).toBeNull();
    expect(grid()).toBeVisible();
  });
});
