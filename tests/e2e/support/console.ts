import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from './site.ts';

/** The console as its user sees it: every name here is one that the screen shows or speaks. */
export class Console {
  readonly page: Page;
  readonly site: Site;

  constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
  }

  /** Opens a path of the app, given without a slash in front, as a typed address or a link would. */
  async open(path = ''): Promise<void> {
    await this.page.goto(this.site.url + path);
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

  /** Everything that the tab keeps over a reload, by storage. */
  stored(): Promise<{ session: string; local: string }> {
    return this.page.evaluate(() => ({
      session: JSON.stringify(sessionStorage),
      local: JSON.stringify(localStorage),
    }));
  }
}
