import { expect, type Locator, type Page } from '@playwright/test';
import type { Service } from '../data/service.ts';
import type { Subject } from './subject.ts';

export interface Where {
  url: string;
  service: Service;
  /** How many pages both listings have together. */
  pages: number;
}

/** The console, worked as by its user. */
export function consoleSubject(where: Where): Subject {
  return {
    name: 'console',
    grid: 'console',
    firstOrder: 'asTheConsole',
    nameOrder: 'asTheConsole',

    open: (page) => signIn(page, `${where.url}jobs`, 'Jobs'),

    async read(page) {
      where.service.forget();
      // It needs the organization, and nothing of it that the matrix is made of.
      await linkTo(page, 'Licenses').click();
      await allRead(page, where);
    },

    showButton: (page) =>
      linkTo(page, 'Assignments').evaluate((link) => window.bench.middleOf(link)),

    async aimAtLicense(page, licenseId) {
      await page.getByRole('combobox', { name: 'Holds', exact: true }).fill(licenseId);
      await page
        .getByRole('option')
        .filter({ has: page.getByText(licenseId, { exact: true }) })
        .hover();
      return async () => {
        await page.mouse.down();
        await page.mouse.up();
      };
    },

    async clearLicense(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Clear filters' }).first().click();
    },

    async selectedCount(page) {
      const said = await page.getByText(/^[\d,]+ users? selected$/).textContent();
      return Number(said?.replaceAll(/\D/g, ''));
    },
  };
}

function linkTo(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
}

/** Through the sign-in of the stand-in for the service, to the page that was asked for. */
export async function signIn(page: Page, url: string, title: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in to Genesys Cloud' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Waits until the page has every page of both listings, and has taken it in. */
export async function allRead(page: Page, { service, pages }: Where): Promise<void> {
  await expect
    .poll(() => service.pagesAnswered, { timeout: 300_000 })
    .toBeGreaterThanOrEqual(pages);
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
}
