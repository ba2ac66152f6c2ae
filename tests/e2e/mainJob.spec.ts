import { expect, test } from './fixtures.ts';
import { Console } from './support/console.ts';
import { peopleWithout, type Someone } from './support/people.ts';

/** One of the first in the alphabet: its column is drawn without scrolling. */
const LICENSE = 'aiExperienceTokens';

/** Looks at the matrix and at the page of each user for what the service holds. */
async function expectShown(app: Console, people: Someone[], isHeld: boolean): Promise<void> {
  for (const { name } of people) {
    await app.goTo('Assignments');
    await app.filterUsers(name);
    const says = `${isHeld ? 'Holds' : 'Does not hold'} ${LICENSE}`;
    await expect(app.rowOf(name).getByRole('gridcell', { name: says, exact: true })).toBeAttached();
    await app.rowOf(name).getByRole('link', { name, exact: true }).click();
    await expect(app.heading(name)).toBeVisible();
    const licenses = app.page.getByRole('table', { name: 'Licenses' });
    await expect(licenses.getByRole('row')).not.toHaveCount(0);
    await expect(licenses.locator(`a[href$="/licenses/${LICENSE}"]`)).toHaveCount(isHeld ? 1 : 0);
  }
}

for (const grant of ['pkce', 'implicit'] as const) {
  test(`with the ${grant} grant: sign in, filter, select, assign, see it everywhere, and take it back`, async ({
    page,
    serve,
    service,
  }) => {
    test.slow();
    const { organization } = service.sandbox;
    // Taking something from one's own account asks for a confirmation, which is another story.
    const people = peopleWithout(service.sandbox, LICENSE, 3)
      .filter(({ id }) => id !== service.sandbox.administrator.id)
      .slice(0, 2);
    const before = organization.snapshot();

    const app = new Console(page, await serve({ config: { grant } }));
    await app.signIn('assignments');
    for (const { name } of people) await app.selectUser(name);
    await app.filterUsers('');
    await expect(page.getByText('2 users selected')).toBeVisible();

    await app.assignSelected();
    await app.chooseLicense('Licenses to add', LICENSE);
    await app.review(2);
    expect(organization.snapshot(), 'a review changes nothing').toBe(before);
    await app.apply(2);
    for (const { id, name } of people) {
      await expect(app.resultOf(name)).toContainText('Done');
      expect(organization.assignmentsOf(id)).toContain(LICENSE);
    }
    await expectShown(app, people, true);

    await app.goTo('Assignments');
    await expect(page.getByText('2 users selected')).toBeVisible();
    await app.assignSelected();
    await app.chooseLicense('Licenses to remove', LICENSE);
    await app.review(2);
    await app.apply(2);
    for (const { name } of people) await expect(app.resultOf(name)).toContainText('Done');
    expect(organization.snapshot(), 'all is as it was').toBe(before);
    await expectShown(app, people, false);
  });
}

test('pairs that are already so are left out of the review', async ({ app, page, service }) => {
  const [lacking, holding] = peopleWithout(service.sandbox, LICENSE, 2);
  if (!lacking || !holding) throw new Error('The sandbox has too few people');
  service.sandbox.organization.setAssignment(holding.id, LICENSE, true);

  await app.signIn('assign');
  await page.getByRole('textbox', { name: 'Paste users' }).fill(`${lacking.email}\n${holding.id}`);
  await expect(page.getByText('2 users matched')).toBeVisible();
  await app.chooseLicense('Licenses to add', LICENSE);
  await app.review(1);
  await expect(page.getByText('1 pair already so and left out')).toBeVisible();
  await app.apply(1);
  await expect(app.resultOf(lacking.name)).toContainText('Done');
});

test('the whole job needs no mouse', async ({ app, page, service }) => {
  test.slow();
  const [someone] = peopleWithout(service.sandbox, LICENSE, 1);
  if (!someone) throw new Error('The sandbox has nobody');
  const { keyboard } = page;

  await app.open('assignments');
  await app.tabTo(page.getByRole('button', { name: 'Sign in to Genesys Cloud' }));
  await keyboard.press('Enter');
  await app.tabTo(page.getByRole('button', { name: 'Sign in', exact: true }));
  await keyboard.press('Enter');

  await expect(app.heading('Assignments')).toBeVisible();
  await app.tabTo(page.getByRole('searchbox', { name: 'Filter users' }));
  await keyboard.type(someone.name);
  await expect(app.matrix).toHaveAttribute('aria-rowcount', '2');
  await app.tabTo(page.getByRole('checkbox', { name: `Select ${someone.name}` }));
  await keyboard.press('Space');
  await expect(page.getByText('1 user selected')).toBeVisible();
  await app.tabTo(page.getByRole('link', { name: 'Assign licenses' }), 'Shift+Tab');
  await keyboard.press('Enter');

  await expect(app.heading('Batch assign')).toBeVisible();
  await app.tabTo(page.getByRole('combobox', { name: 'Licenses to add' }));
  await keyboard.type(LICENSE);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await app.tabTo(page.getByRole('button', { name: 'Review changes' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Apply 1 change' })).toBeVisible();
  await app.tabTo(page.getByRole('button', { name: 'Apply 1 change' }));
  await keyboard.press('Enter');
  await expect(app.resultOf(someone.name)).toContainText('Done');
  expect(service.sandbox.organization.assignmentsOf(someone.id)).toContain(LICENSE);
});
