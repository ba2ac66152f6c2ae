import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { loaded, openMatrix, search, stubScreen } from './matrix';

stubScreen();
beforeEach(() => localStorage.clear());

const open = () => screen.getByRole('button', { name: 'Views' });
const dialog = () => within(screen.getByRole('dialog', { name: 'Views' }));
const nameField = () => dialog().getByRole('textbox', { name: 'Name for what is shown' });
const saved = () =>
  dialog()
    .queryAllByRole('link')
    .map((link) => link.textContent);

describe('named views', () => {
  it('keep filters, order and columns, and bring them back another day', async () => {
    const first = openMatrix('?holds=cloudCX2&sort=-name&cols=by-holders');
    await loaded();
    await first.user.type(search(), 'care');
    await first.user.click(open());
    expect(dialog().getByText('No views saved in this browser')).toBeVisible();
    await first.user.type(nameField(), 'Care with CX 2{Enter}');
    expect(saved()).toEqual(['Care with CX 2']);
    first.unmount();

    const { user, address } = openMatrix();
    await loaded();
    await user.click(open());
    await waitFor(() => expect(saved()).toEqual(['Care with CX 2']));
    await user.click(dialog().getByRole('link', { name: 'Care with CX 2' }));
    expect(new Set(address().split(/[?&]/u))).toEqual(
      new Set(['/assignments', 'q=care', 'holds=cloudCX2', 'sort=-name', 'cols=by-holders']),
    );
    expect(search()).toHaveValue('care');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('are listed by name, replaced under the same name, and deleted', async () => {
    const { user } = openMatrix('?state=inactive');
    await loaded();
    await user.click(open());
    await user.type(nameField(), 'Gone{Enter}');
    await user.type(nameField(), ' Audit ');
    await user.click(dialog().getByRole('button', { name: 'Save' }));
    expect(saved()).toEqual(['Audit', 'Gone']);
    // Not on the button, which has nothing to save now.
    expect(nameField()).toHaveFocus();
    await user.type(nameField(), 'Gone');
    await user.click(dialog().getByRole('button', { name: 'Replace' }));
    expect(saved()).toEqual(['Audit', 'Gone']);
    await user.click(dialog().getByRole('button', { name: 'Delete Gone' }));
    expect(saved()).toEqual(['Audit']);
  });

  it('are links to give to others', async () => {
    const { user } = openMatrix('?holds=cloudCX2');
    await loaded();
    await user.click(open());
    await user.click(dialog().getByRole('button', { name: 'Copy link to what is shown' }));
    expect(await navigator.clipboard.readText()).toBe(
      `${window.location.origin}/assignments?holds=cloudCX2`,
    );
    expect(await dialog().findByText('Copied')).toBeVisible();
  });

  it('are none where the storage holds something else', async () => {
    const { user } = openMatrix();
    await loaded();
    await user.click(open());
    await user.type(nameField(), 'Mine{Enter}');
    const key = Object.keys(localStorage).find((name) => name.includes('matrix.views')) ?? '';
    expect(key).toMatch(/^license-console\.matrix\.views\|https:\/\/api\.example\.test\|.+\|.+/u);
    localStorage.setItem(key, '{"name":1}');
    window.dispatchEvent(new Event('storage'));
    await waitFor(() => expect(saved()).toEqual([]));
  });
});
