import type { Browser } from '@playwright/test';
import type { AuditCost } from '../audit/page.ts';
import { auditFolder } from '../builds.ts';
import { startSite } from '../data/site.ts';

/** What the audit of 200,000 users costs, in a page that has audited nothing before. */
export async function measureAudit(browser: Browser): Promise<AuditCost> {
  const site = await startSite(auditFolder, {});
  // Each run in a fresh profile: nothing is compiled, and nothing is kept, before the first question.
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}/`);
    return await page.evaluate(() => window.measureAudit());
  } finally {
    await context.close();
    await site.close();
  }
}
