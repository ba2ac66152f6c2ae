import type { Api } from '@/api/client';
import type { Clock } from '@/api/clock';
import { OrganizationIndex } from '@/model/organizationIndex';
import { type Load, loadOrganization, type ReadProgress } from '@/organization/loadOrganization';
import { Estimates } from '../jobs/estimates';

/** Users of an organization that takes 400 requests to read. */
export const LARGE = 100_000;

/** Answers the two listings of a large organization; undefined for other requests. */
export function answerListing(request: Request): Response | undefined {
  const { pathname, searchParams } = new URL(request.url);
  const isPeople = pathname === '/api/v2/users';
  if (request.method !== 'GET' || !(isPeople || pathname === '/api/v2/license/users')) {
    return undefined;
  }
  const pageSize = Number(searchParams.get('pageSize'));
  const from = (Number(searchParams.get('pageNumber')) - 1) * pageSize;
  const ids = Array.from({ length: Math.min(pageSize, LARGE - from) }, (_, i) => `u${from + i}`);
  const entities = ids.map((id) => (isPeople ? { id, name: id } : { id, licenses: ['cloudCX1'] }));
  return Response.json({ entities, pageSize, total: LARGE });
}

/** Reads the large organization in one tab. Gives how it went. */
export async function readLarge(api: Api, clock: Clock) {
  const estimates = new Estimates(api, 'organization');
  const pages = new Map<string, ReadProgress>();
  const index = new OrganizationIndex();
  const begun = clock.now();
  const load: Load = {
    api: api.forWork('organization'),
    index,
    censuses: new Map(),
    selfId: () => undefined,
    signal: new AbortController().signal,
    mayGoOn: () => Promise.resolve(),
    onProgress: (part, progress) => {
      pages.set(part, progress);
      note();
    },
  };
  function note(): void {
    const all = [...pages.values()];
    const done = all.reduce((sum, page) => sum + page.done, 0);
    estimates.note(done, done, () => {
      if (all.length < 2 || all.some(({ total }) => total === undefined)) return undefined;
      return all.reduce((sum, page) => sum + (page.total ?? 0), 0) - done;
    });
  }
  const stop = api.rate.subscribe(note);
  const gaps = await loadOrganization(load);
  stop();
  const end = clock.now();
  return { gaps, index, estimates, end, minutes: (end - begun) / 60_000 };
}
