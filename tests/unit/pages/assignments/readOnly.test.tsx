import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loaded, openMatrix, rowOf, search, someoneOf, stubScreen } from './matrix';

stubScreen();
beforeEach(() => {
  sessionStorage.clear();
  sessionStorage.setItem('license-console.read-only', 'true');
});
afterEach(() => sessionStorage.clear());

it('in read-only mode the matrix can be read and selected in, and offers no change', async () => {
  const { user, people } = openMatrix();
  await loaded();
  const someone = someoneOf(people);
  await user.type(search(), someone.name);
  await user.click(screen.getByRole('checkbox', { name: `Select ${someone.name}` }));
  expect(screen.getByText('1 user selected')).toBeVisible();

  const [cell] = within(rowOf(someone.name)).getAllByRole('gridcell', { name: /hold/iu });
  if (!cell) throw new Error('No license is drawn');
  const before = cell.ariaLabel;
  await user.click(cell);
  await user.keyboard('{F2}');
  expect(cell.ariaLabel).toBe(before);
  expect(screen.queryByText(/staged\./u)).toBeNull();
  expect(sessionStorage.getItem('license-console.draft.staged')).toBeNull();

  expect(screen.queryByRole('link', { name: 'Assign licenses' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Assign licenses|^Change licenses/u })).toBeNull();
});
