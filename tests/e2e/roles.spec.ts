import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { alikeWithout, hasRole, plainPeople } from './support/people.ts';

test('what a role implies and a user lacks is found by a check, and mended by a plan', async ({
  app,
  page,
  service,
}) => {
  const { organization } = service.sandbox;
  const planner = plainPeople(service.sandbox).find(({ id }) =>
    hasRole(service.sandbox, id, 'Workforce Planner'),
  );
  if (!planner) throw new Error('The sandbox has no workforce planner');
  organization.setAssignment(planner.id, 'wfm', false);

  await app.signIn('audit');
  await app.settled();
  await page.getByRole('button', { name: 'Check roles' }).click();
  const rule = page.getByRole('region', { name: 'Implied by a role but not held' });
  await rule.getByRole('link', { name: 'wfm', exact: true }).click();
  const fix = page.getByRole('button', { name: /^Review the fix \(/ });
  const changes = Number(/\d+/.exec((await fix.textContent()) ?? '')?.[0]);
  await expect(page.getByRole('link', { name: planner.name })).toBeVisible();
  await fix.click();
  await app.apply(changes);
  await expect(page.getByText('Finished')).toBeVisible();
  expect(organization.assignmentsOf(planner.id)).toContain('wfm');

  // What was checked is kept: the finding is gone without another check.
  await app.goTo('Audit');
  await expect(page.getByRole('button', { name: 'Check roles again' })).toBeVisible();
  await expect(rule.getByRole('link', { name: 'wfm', exact: true })).toHaveCount(0);
});

for (const [width, colorScheme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const) {
  test(`two users are put side by side and made the same, ${width} px, ${colorScheme}`, async ({
    app,
    page,
    service,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { organization } = service.sandbox;
    const [first, second] = alikeWithout(service.sandbox, 'journeyManagement');
    if (!first || !second) throw new Error('The sandbox has too few people');
    organization.setAssignment(second.id, 'journeyManagement', true);
    const wanted = organization.assignmentsOf(second.id);

    await app.signIn(`users/${first.id}`);
    await page.getByRole('combobox', { name: 'Compare with' }).fill(second.name);
    await page.getByRole('option', { name: second.name }).click();
    await expect(page).toHaveURL(new RegExp(`compare=${second.id}$`));
    const licenses = page.getByRole('table', { name: 'Licenses side by side' });
    await expect(licenses.getByRole('row', { name: /journeyManagement/ })).toBeVisible();
    const [held] = organization.assignmentsOf(first.id);
    await page.getByRole('checkbox', { name: held ?? '', exact: true }).check();
    await expect(page.getByRole('button', { name: 'Review taking away 1 license' })).toBeVisible();
    await app.settled();

    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);

    const make = page.getByRole('button', { name: `Make ${first.name} like ${second.name}` });
    const changes = Number(/\((\d+) change/.exec((await make.textContent()) ?? '')?.[1]);
    await make.click();
    await app.apply(changes);
    await expect(page.getByText('Finished')).toBeVisible();
    expect(organization.assignmentsOf(first.id)).toEqual(wanted);
  });
}
