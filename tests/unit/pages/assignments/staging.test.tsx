import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { loaded, openMatrix, rowOf, search, someoneOf, stubScreen } from './matrix';

stubScreen();
beforeEach(() => sessionStorage.clear());

/** The matrix with one ordinary user in view, and the cell of their first license that is drawn. */
async function openOne() {
  const page = openMatrix();
  await loaded();
  const someone = someoneOf(page.people);
  await page.user.type(search(), someone.name);
  const cell = () => {
    const [first] = within(rowOf(someone.name)).getAllByRole('gridcell', { name: /hold/iu });
    if (!first) throw new Error('No license is drawn');
    return first;
  };
  return { ...page, someone, cell };
}

describe('cells of the matrix', () => {
  it('are staged by a click, and taken back by another', async () => {
    const { user, cell } = await openOne();
    const before = cell().ariaLabel ?? '';
    await user.click(cell());

    expect(cell()).toHaveAccessibleName(/, staged to be (added|removed)$/u);
    expect(screen.getByText(/^1 change staged\./u)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Review staged changes' })).toHaveAttribute(
      'href',
      '/assign?from=matrix',
    );

    await user.click(cell());
    expect(cell()).toHaveAccessibleName(before);
    expect(screen.queryByText(/staged\./u)).toBeNull();
  });

  it('are staged by the keyboard as well', async () => {
    const { user, cell } = await openOne();
    await user.click(cell());
    await user.keyboard('{F2}');
    expect(screen.queryByText(/staged\./u)).toBeNull();
    await user.keyboard('{F2}');
    expect(screen.getByText(/^1 change staged\./u)).toBeVisible();
  });

  it('stay staged when the tab is opened again, until they are discarded', async () => {
    const first = await openOne();
    await first.user.click(first.cell());
    first.unmount();

    const second = openMatrix();
    await second.user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(screen.queryByText(/staged\./u)).toBeNull();
    expect(sessionStorage.getItem('license-console.draft.staged')).toBeNull();
  });
});
