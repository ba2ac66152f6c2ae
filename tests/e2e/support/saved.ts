import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Chooses from a menu that saves a file, and gives what is in the file. */
export async function saved(page: Page, menu: string, item: RegExp): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return readFile(await (await download).path());
}

/** The results of a job as a CSV file. */
export async function savedResults(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  return readFile(await (await download).path(), 'utf8');
}
