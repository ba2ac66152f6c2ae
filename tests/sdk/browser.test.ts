import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxServer, startSandboxServer } from '@/sandbox/server';
import { findBrowser, launchOptions } from '../../tools/browser';
import { gatewayTo } from './sdk';
import { type Grant, grants, type PageSite, startPageSite } from './site';

const clientId = 'a-page';
const options = {
  state: 'as it was',
  org: 'meridian',
  provider: 'okta',
  target: 'an-organization',
  login_hint: 'robin@meridian.example',
  prompt: 'login',
};

let service: SandboxServer;
let site: PageSite;
let browser: Browser;

beforeAll(async () => {
  site = await startPageSite(() => ({ gateway: gatewayTo(service.url), clientId, options }));
  const redirectUris = grants.map((grant) => site.address(grant));
  service = await startSandboxServer({ users: 20, clients: { [clientId]: { redirectUris } } });
  browser = await chromium.launch(launchOptions(await findBrowser()));
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
  await site?.close();
});

/** Opens the page with the SDK as far as the sign-in page of the sandbox; no error may be left in the console. */
async function visit<T>(grant: Grant, work: (page: Page) => Promise<T>): Promise<void> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  try {
    await page.goto(site.address(grant));
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await work(page);
    expect(complaints).toEqual([]);
    expect(service.contractViolations).toEqual([]);
  } finally {
    await page.close();
  }
}

const answerOf = async (page: Page): Promise<string> => {
  const answer = page.getByRole('status').filter({ hasText: /./ });
  await answer.waitFor();
  return answer.innerText();
};

describe.each(grants)("the SDK's web build in a browser: %s", (grant) => {
  it('signs in, calls the API from another origin, and signs out', async () => {
    await visit(grant, async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click();
      const { name } = service.sandbox.administrator;
      expect(await answerOf(page)).toBe(`Signed in as ${name}, state ${options.state}`);
      expect(page.url()).not.toMatch(/access_token|code=/);
      expect(service.sandbox.log.at(-1)).toMatchObject({ path: '/api/v2/users/me', status: 200 });
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(new RegExp(`^${service.url}/oauth/authorize`));
    });
  });

  it('passes every parameter of the authorize address on', async () => {
    await visit(grant, async (page) => {
      const asked = new URL(page.url()).searchParams;
      expect(Object.fromEntries(asked)).toMatchObject({
        ...options,
        client_id: clientId,
        redirect_uri: site.address(grant),
        response_type: grant === 'implicit' ? 'token' : 'code',
        ...(grant === 'pkce' && { code_challenge_method: 'S256' }),
      });
      const shown = await page.getByRole('main').innerText();
      for (const part of ['okta of meridian', options.target, options.login_hint]) {
        expect(shown).toContain(part);
      }
    });
  });

  it('is told when the person says no', async () => {
    await visit(grant, async (page) => {
      await page.getByRole('button', { name: 'Deny' }).click();
      expect(await answerOf(page)).toContain('[access_denied]');
    });
  });
});
