import { screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { displayName } from '@/model/people';
import { AssignmentsPage } from '@/pages/assignments/AssignmentsPage';
import type { Sandbox } from '@/sandbox';
import { stubLayout } from '../../components/grid/layout';
import { renderPage } from '../support/renderPage';

/** For the whole test file: room for 12 rows and 10 of the columns beside the names. */
export function stubScreen(): void {
  stubLayout({ width: 700, height: 550 });
  // jsdom takes its time to find roles among hundreds of cells.
  vi.setConfig({ testTimeout: 30_000 });
}

export function openMatrix(search = '', options?: Parameters<typeof renderPage>[2]) {
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

type Person = ReturnType<typeof listedPeople>[number];

/** Someone who holds several licenses, and whose name is a common one that nobody else has. */
export function someoneOf(people: readonly Person[]): Person {
  const someone = people.find(
    ({ name, holds }) =>
      /^\w+ \w+$/.test(name) &&
      holds.length > 2 &&
      people.filter((other) => other.name === name).length === 1,
  );
  if (!someone) throw new Error('The sandbox has nobody ordinary');
  return someone;
}

export async function loaded(): Promise<void> {
  await screen.findByText(/^Read just now/, {}, { timeout: 10_000 });
}

export const grid = () => screen.getByRole('grid', { name: 'License assignments' });
export const rowCount = () => Number(grid().getAttribute('aria-rowcount')) - 1;
export const search = () => screen.getByRole('searchbox', { name: 'Filter users' });
export const selectAll = () => screen.getByRole('checkbox', { name: 'Select all matching users' });
export const header = (name: RegExp | string) => within(grid()).getByRole('columnheader', { name });

/** The row at a place from the top, counted from 1; rows lie in the document as they happened to be filled. */
export function rowAt(place: number): HTMLElement {
  const row = grid().querySelector(`[aria-rowindex="${place + 1}"]`);
  if (!(row instanceof HTMLElement)) throw new Error(`There is no row ${place}`);
  return row;
}

export function rowOf(name: string): HTMLElement {
  const row = screen.getByRole('checkbox', { name: `Select ${name}` }).closest('[role=row]');
  if (!(row instanceof HTMLElement)) throw new Error(`${name} has no row`);
  return row;
}

export const names = () =>
  within(grid())
    .getAllByRole('rowheader')
    .map((cell) => within(cell).getByRole('link').textContent);

export const checkboxIn = (row: HTMLElement) => within(row).getByRole('checkbox');
