import { expect, test } from './fixtures.ts';

const STEPS = [
  'Welcome to the demo',
  'Who holds what',
  'Select users',
  'Stage a change',
  'Review before anything is sent',
  'Watch it, and undo it',
];

test('the tour of the demo leads through the pages by keys, and is not shown again', async ({
  app,
}) => {
  const { page } = app;
  await app.open('?demo');
  for (const name of STEPS) {
    const step = page.getByRole('dialog', { name });
    await expect(step).toBeFocused();
    await step.getByRole('button', { name: /^(Next|End the tour)$/ }).press('Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.open();
  await expect(app.heading('Overview')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the tour keeps to a screen of 320 pixels', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 320, height: 640 });
  await app.open('?demo');
  for (const name of STEPS) {
    const step = page.getByRole('dialog', { name });
    await expect(step).toBeFocused();
    // Where it stands is worked out after it is drawn, and again as the page grows.
    await expect
      .poll(() =>
        step.evaluate((card) => {
          const { left, right } = card.getBoundingClientRect();
          const { scrollWidth, clientWidth } = document.documentElement;
          return { left: left >= 0, right: right <= clientWidth, page: scrollWidth - clientWidth };
        }),
      )
      .toEqual({ left: true, right: true, page: 0 });
    await step.getByRole('button', { name: /^(Next|End the tour)$/ }).press('Enter');
  }
});

test('the command palette leads to a user by keys, and Escape gives the focus back', async ({
  app,
}) => {
  const { page } = app;
  await app.signIn('jobs');
  const button = page.getByRole('button', { name: 'Command palette' });
  await button.focus();
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Go to or do' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Control+K');
  await field.fill('an');
  const user = page.getByRole('group', { name: 'Users' }).getByRole('option').first();
  await expect(user).toBeVisible();
  await user.click();
  await expect(page).toHaveURL(/\/users\//);
});
