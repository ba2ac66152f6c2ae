import { consoleFolder, peersFolder } from './builds.ts';
import { createOrganization, type Organization } from './data/organization.ts';
import { type Service, startService } from './data/service.ts';
import { startSite } from './data/site.ts';
import type { Answers, SentData } from './inPage/answers.ts';
import type { Where } from './measure/consoleSubject.ts';
import { inFreshBrowser } from './measure/freshBrowser.ts';
import type { Subject } from './measure/subject.ts';
import { LICENSES, TEXTS } from './measure/visit.ts';
import type { SubjectName } from './options.ts';

/** An organization of some size, and everything that shows it. */
export interface World {
  console: Where;
  /** Where the pages of the other grids are; ends with a slash. */
  peersUrl: string;
  /** What each subject must show, asked of the browser that is measured. */
  answersFor(subject: Subject, script: string): Promise<Answers>;
  close(): Promise<void>;
}

const PAGE_SIZE = 500;

export async function createWorld(users: number): Promise<World> {
  const organization = createOrganization(users);
  const service = await startService(organization);
  const consoleSite = await startSite(consoleFolder, { '/config.json': configFor(service) });
  const peerSite = await startSite(peersFolder, {
    '/data.json': JSON.stringify(dataOf(organization)),
    '/empty': '{}',
  });
  const answers = new Map<SubjectName, Answers>();
  return {
    console: { url: `${consoleSite.url}/`, service, pages: 2 * Math.ceil(users / PAGE_SIZE) },
    peersUrl: `${peerSite.url}/`,
    async answersFor({ name, firstOrder, nameOrder }, script) {
      const known = answers.get(name);
      if (known) return known;
      const found = await inFreshBrowser(async (browser) => {
        const page = await browser.newPage({ locale: 'en-US' });
        await page.goto(`${peerSite.url}/empty`);
        await page.evaluate(script);
        return page.evaluate((question) => window.answer(question), {
          firstOrder,
          sorted: nameOrder,
          texts: TEXTS,
          licenseIds: LICENSES,
        });
      });
      answers.set(name, found);
      return found;
    },
    async close() {
      await consoleSite.close();
      await peerSite.close();
      await service.close();
    },
  };
}

function configFor({ url, loginUrl }: Service): string {
  return JSON.stringify({ clientId: 'bench', hosts: { api: url, login: loginUrl } });
}

function dataOf({ licenseIds, members }: Organization): SentData {
  const places = new Map(licenseIds.map((licenseId, place) => [licenseId, place]));
  return {
    licenseIds: [...licenseIds],
    members: members.map(({ user: { id, profile }, licenses }) => [
      id,
      profile.name ?? '',
      profile.email ?? '',
      profile.department ?? '',
      profile.title ?? '',
      licenses.flatMap((licenseId) => places.get(licenseId) ?? []),
    ]),
  };
}
