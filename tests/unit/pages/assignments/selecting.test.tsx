import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { checkboxIn, loaded, names, openMatrix, rowAt, selectAll, stubScreen } from './matrix';

stubScreen();

describe('selecting', () => {
  it('selects single users and ranges, and goes on to assign', async () => {
    const { user, router } = openMatrix();
    await loaded();
    expect(screen.getByRole('button', { name: 'Assign licenses' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Assign licenses' })).toHaveAccessibleDescription(
      'No users selected',
    );

    const second = checkboxIn(rowAt(2));
    const fifth = checkboxIn(rowAt(5));
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
    const { people, user } = openMatrix('?holds=userRecording');
    await loaded();
    const holders = people.filter(({ holds }) => holds.includes('userRecording')).length;
    expect(names().length).toBeLessThan(holders);
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
    const { people, user, router } = openMatrix();
    await loaded();
    const first = checkboxIn(rowAt(1));
    first.focus();
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
    const { user, router } = openMatrix();
    await loaded();
    const link = within(rowAt(1)).getByRole('link');
    await user.click(link);
    expect(router.state.location.pathname).toBe(link.getAttribute('href'));
  });
});
