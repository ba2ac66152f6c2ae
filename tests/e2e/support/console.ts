import { expect, type Locator, type Page } from '@playwright/test';
import type { Someone } from './people.ts';
import type { Site } from './site.ts';
import { Traffic } from './traffic.ts';

const MOST_TAB_STOPS = 60;
/** A part of the app that was loaded asks for what it shows well before that. */
const QUIET_MS = 150;

/** The console as its user sees it: every name here is one that the screen shows or speaks. */
export class Console {
  readonly page: Page;
  readonly site: Site;
  readonly #traffic: Traffic;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
    this.#traffic = new Traffic(page);
  }

  /** Opens a path of the app, given without a slash in front, as a typed address or a link would. */
  async open(path = ''): Promise<void> {
    await this.page.goto(this.site.url + path);
  }

  /** Goes to a page with another title as a link in the app would, without loading the app anew. */
  async moveTo(path: string): Promise<void> {
    const before = await this.page.title();
    await this.page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, this.site.url + path);
    await expect(this.page).not.toHaveTitle(before);
  }

  /** Opens a path and goes through sign-in to it. */
  async signIn(path = ''): Promise<void> {
    await this.open(path);
    await this.askToSignIn();
    await this.approve();
    await this.expectAt(path);
    await expect(this.title).toBeVisible();
  }

  /** From the login page to the service's sign-in page. */
  async askToSignIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
    await expect(this.page).toHaveURL(/\/oauth\/authorize\?/);
  }

  /** On the service's sign-in page. */
  async approve(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** On the service's sign-in page. */
  async deny(): Promise<void> {
    await this.page.getByRole('button', { name: 'Deny' }).click();
  }

  /** Over the page whose session has ended: to the service's sign-in page and back. */
  async signInAgain(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await this.approve();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Account' }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  }

  async expectAt(path: string): Promise<void> {
    const address = this.site.url + path;
    // The router writes the address of the overview without the slash at its end.
    await expect(this.page).toHaveURL((url) => url.href === address || `${url.href}/` === address);
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** The matrix of the Assignments page. */
  get matrix(): Locator {
    return this.page.getByRole('grid', { name: 'License assignments' });
  }

  /** The row of a user in the matrix. */
  rowOf(name: string): Locator {
    const checkbox = this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
    return this.matrix.getByRole('row').filter({ has: checkbox });
  }

  /** Filters the matrix by a text, up to the moment when the address says so too. */
  async filterUsers(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Filter users' }).fill(text);
    await this.page.waitForURL((url) => (url.searchParams.get('q') ?? '') === text);
  }

  /** Finds a user by the filter, and ticks them. */
  async selectUser(name: string): Promise<void> {
    await this.filterUsers(name);
    await this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  }

  /** Selects a user in the matrix, and stages the first license that they do not hold. */
  async selectAndMark({ name }: Someone): Promise<void> {
    await this.selectUser(name);
    await this.rowOf(name)
      .getByRole('gridcell', { name: /Does not hold/ })
      .first()
      .click();
    await expect(this.page.getByText(/^1 change staged/)).toBeVisible();
  }

  /** From the selection in the matrix to the batch form. */
  async assignSelected(): Promise<void> {
    await this.page.getByRole('link', { name: 'Assign licenses' }).click();
    await expect(this.heading('Batch assign')).toBeVisible();
  }

  async chooseLicense(
    field: 'Licenses to add' | 'Licenses to remove',
    licenseId: string,
  ): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).fill(licenseId);
    await this.page.getByRole('option', { name: licenseId }).first().click();
    await this.page.keyboard.press('Escape');
  }

  /** In the form: gives one license to one user, up to the job that has done it. */
  async give({ id, name }: Someone, licenseId: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Paste users' }).fill(id);
    await this.chooseLicense('Licenses to add', licenseId);
    await this.review(1);
    await this.apply(1);
    await expect(this.resultOf(name)).toContainText('Done');
  }

  /** From the form to the review, which is to plan so many changes. */
  async review(changes: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Review changes' }).click();
    const planned = this.page.getByRole('table', { name: 'Planned changes' });
    await expect(planned.getByRole('row')).toHaveCount(changes + 1);
  }

  /** From the review to the job. */
  async apply(changes: number): Promise<void> {
    const noun = changes === 1 ? 'change' : 'changes';
    await this.page.getByRole('button', { name: `Apply ${changes} ${noun}` }).click();
    await expect(this.page).toHaveURL(/\/jobs\/./);
  }

  /** The row of a user in the results of a job. */
  resultOf(name: string): Locator {
    return this.page
      .getByRole('table', { name: 'Results' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** Goes to a page by the navigation. */
  async goTo(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    await expect(this.heading(name)).toBeVisible();
  }

  /** Pastes as people do. `fill` types instead, which Chromium does ever more slowly with every line. */
  async paste(field: Locator, text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Waits until nothing is being loaded any more. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState();
    await expect
      .poll(() => this.#traffic.quietFor, { intervals: [50], timeout: 30_000 })
      .toBeGreaterThan(QUIET_MS);
    await expect(this.page.getByRole('progressbar')).toHaveCount(0);
  }

  /** Moves the focus by the keyboard alone until it is where it is wanted. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < MOST_TAB_STOPS; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${MOST_TAB_STOPS} times ${key} did not lead to ${target.toString()}`);
  }

  /** Everything that the tab keeps over a reload, by storage. */
  stored(): Promise<{ session: string; local: string }> {
    return this.page.evaluate(() => ({
      session: JSON.stringify(sessionStorage),
      local: JSON.stringify(localStorage),
    }));
  }
}
