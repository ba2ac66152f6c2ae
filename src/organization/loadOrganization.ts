import type { Api, EntityPage } from '@/api/client';
import { ApiError } from '@/api/errors';
import { readLicenseOrganization, readLicenseUsersPage } from '@/api/licenses';
import type { User, UserLicenses } from '@/api/schema';
import { readUsersPage, type UserState } from '@/api/users';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { Census, ShortList } from './census';
import { findMissingAssignments, findMissingPeople } from './fillIn';
import { type PageRequest, readPages, readThese } from './readPages';

/** The two reads that together make the matrix. */
export type Part = 'assignments' | 'people';

/** Pages of one part. `total` is undefined until the service has said how many there are. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number | undefined;
}

/** What could not be read: some pages of a part, or all of it. Its rows stay "unknown". */
export interface Gap {
  readonly part: Part;
  readonly error: unknown;
  /** Reads only what is missing, and gives the gaps that remain. */
  readonly retry: (load: Load) => Promise<Gap[]>;
}

export interface Load {
  readonly api: Api;
  readonly index: OrganizationIndex;
  /** Who was on which list, for as long as the index is filled. */
  readonly censuses: Map<string, Census>;
  /** The id of who signed in, as soon as that is known. */
  readonly selfId: () => string | undefined;
  readonly signal: AbortSignal;
  /** Awaited before each page: it waits while the load is paused. */
  readonly mayGoOn: () => Promise<void>;
  /** Told after each page, when the index has it. */
  readonly onProgress: (part: Part, progress: ReadProgress) => void;
}

/** Fills the index from the service: assignments and people at once, joined by id as they arrive. */
export async function loadOrganization(load: Load): Promise<Gap[]> {
  const gaps = await Promise.all([loadAssignments(load), loadPeople(load)]);
  return settle(load, gaps.flat());
}

/** Reads only what is missing. */
export async function retryGaps(load: Load, gaps: readonly Gap[]): Promise<Gap[]> {
  const left = await Promise.all(gaps.map((gap) => gap.retry(load)));
  return settle(load, left.flat());
}

/**
 * What the lists lack is asked for by id, and what is missing even then is a gap. Lists shift while they are read and may
 * be cut, so that a list which came to its end says nothing yet of whom it lacks.
 */
async function settle(load: Load, failed: readonly Gap[]): Promise<Gap[]> {
  const { index, censuses } = load;
  const hasFailed = (part: Part) => failed.some((gap) => gap.part === part);
  // Where a listing failed, what failed is to be read first.
  if (!hasFailed('people') && !hasFailed('assignments')) {
    await findMissingPeople(load, load.selfId());
  }
  const gaps = [...failed];
  const people = shortOfPeople(load);
  if (people && !hasFailed('people')) {
    gaps.push({ part: 'people', error: people, retry: loadPeople });
  }
  const assignments = censuses.get(ASSIGNMENT_PAGES.name)?.shortfall;
  if (assignments && !hasFailed('assignments')) {
    await findMissingAssignments(load);
    // Where everybody is known, and of everybody what they hold, the list is not needed.
    const isEverybodyRead = index.usersRead.clone().subtract(index.assignmentsRead).isEmpty;
    if (people || hasFailed('people') || !isEverybodyRead) {
      gaps.push({ part: 'assignments', error: assignments, retry: loadAssignments });
    }
  }
  if (!gaps.some(({ part }) => part === 'assignments')) index.completeAssignments();
  return gaps;
}

/** The list of people lacks somebody: by count, or as even the one who reads it is not on it. */
function shortOfPeople({ index, censuses, selfId }: Load): ShortList | undefined {
  const read = index.usersRead.count;
  const all = censuses.get(peoplePages('any').name);
  const total = all?.total ?? sum(STATES.map((state) => censuses.get(peoplePages(state).name)));
  if (read < total) return new ShortList(read, total);
  const self = selfId();
  return self !== undefined && read > 0 && !isListed(self)
    ? new ShortList(read, Math.max(total, read + 1), 'self')
    : undefined;

  function isListed(id: string): boolean {
    return [...censuses].some(
      ([name, census]) => name.startsWith('people') && census.has(index, id),
    );
  }
}

function sum(censuses: readonly (Census | undefined)[]): number {
  return censuses.reduce((total, census) => total + (census?.total ?? 0), 0);
}

/** Prefers the paged read, which shows rows after one round trip; an organization may answer only the other. */
async function loadAssignments(load: Load): Promise<Gap[]> {
  try {
    return await loadListing(load, ASSIGNMENT_PAGES);
  } catch (pagedError) {
    rethrowIfOver(load, pagedError);
    if (!(pagedError instanceof ApiError && pagedError.isNotFound)) {
      return [{ part: 'assignments', error: pagedError, retry: loadAssignments }];
    }
  }
  try {
    load.onProgress('assignments', { done: 0, total: 1 });
    load.index.addLicenseOrganization(await readLicenseOrganization(load.api, load.signal));
    load.onProgress('assignments', { done: 1, total: 1 });
    return [];
  } catch (error) {
    rethrowIfOver(load, error);
    return [{ part: 'assignments', error, retry: loadAssignments }];
  }
}

const STATES = ['active', 'inactive', 'deleted'] as const;

/** One pass over users of any state; where the service refuses `any`, or ends it early, a pass a state. */
async function loadPeople(load: Load): Promise<Gap[]> {
  try {
    const gaps = await loadListing(load, peoplePages('any'));
    if (!gaps.some(({ error }) => isPageLimit(error))) return gaps;
  } catch (error) {
    rethrowIfOver(load, error);
    if (!(error instanceof ApiError && error.status === 400)) {
      return [{ part: 'people', error, retry: loadPeople }];
    }
  }
  const gaps: Gap[] = [];
  for (const state of STATES) {
    const listing = peoplePages(state);
    const loadState = async (load: Load): Promise<Gap[]> => {
      try {
        return await loadListing(load, listing);
      } catch (error) {
        rethrowIfOver(load, error);
        return [{ part: 'people', error, retry: loadState }];
      }
    };
    gaps.push(...(await loadState(load)));
  }
  // Where a list ends early, whoever is missing is counted in the end.
  return gaps.filter(({ error }) => !isPageLimit(error));
}

/** The service gives no pages beyond some number, however often they are asked for. */
function isPageLimit(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400;
}

interface PartListing<Entity> {
  part: Part;
  /** The same list, whenever it is read. */
  name: string;
  read: (api: Api, page: PageRequest, signal: AbortSignal) => Promise<EntityPage<Entity>>;
  add: (index: OrganizationIndex, entities: Entity[]) => void;
}

const ASSIGNMENT_PAGES: PartListing<UserLicenses> = {
  part: 'assignments',
  name: 'assignments',
  read: readLicenseUsersPage,
  add: (index, entities) => index.addAssignments(entities),
};

function peoplePages(state: UserState): PartListing<User> {
  return {
    part: 'people',
    name: `people ${state}`,
    read: (api, page, signal) =>
      readUsersPage(api, { ...page, state, expand: ['dateLastLogin'] }, signal),
    add: (index, entities) => index.addUsers(entities),
  };
}

async function loadListing<Entity extends { id?: string }>(
  load: Load,
  listing: PartListing<Entity>,
  missing?: PageRequest[],
): Promise<Gap[]> {
  const census = load.censuses.get(listing.name) ?? new Census();
  load.censuses.set(listing.name, census);
  const options = {
    read: async (page: PageRequest, signal: AbortSignal) => {
      await load.mayGoOn();
      signal.throwIfAborted();
      return listing.read(load.api, page, signal);
    },
    onPage: (page: EntityPage<Entity>) => {
      listing.add(load.index, page.entities);
      census.add(load.index, page);
    },
    onProgress: (done: number, total: number | undefined) =>
      load.onProgress(listing.part, { done, total }),
    signal: load.signal,
  };
  const failed = missing ? await readThese(options, missing, 0) : await readPages(options);
  const [firstFailure] = failed;
  if (!firstFailure) return [];
  const requests = failed.map((page) => page.request);
  return [
    {
      part: listing.part,
      error: firstFailure.error,
      retry: (load) => loadListing(load, listing, requests),
    },
  ];
}

/** The load was called off, or the session is over: no gap to show, everything stops. */
function rethrowIfOver(load: Load, error: unknown): void {
  load.signal.throwIfAborted();
  if (error instanceof ApiError && error.isUnauthorized) throw error;
}
