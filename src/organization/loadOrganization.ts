import type { Api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { readLicenseOrganization, readLicenseUsersPage } from '@/api/licenses';
import type { User, UserLicenses } from '@/api/schema';
import { readUsersPage, type UserState } from '@/api/users';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { type Listing, type PageRequest, readPages, readThese } from './readPages';

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
  readonly signal: AbortSignal;
  /** Awaited before each page: it waits while the load is paused. */
  readonly mayGoOn: () => Promise<void>;
  /** Told after each page, when the index has it. */
  readonly onProgress: (part: Part, progress: ReadProgress) => void;
}

/** Fills the index from the service: assignments and people at once, joined by id as they arrive. */
export async function loadOrganization(load: Load): Promise<Gap[]> {
  const gaps = await Promise.all([loadAssignments(load), loadPeople(load)]);
  return gaps.flat();
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
    load.index.completeAssignments();
    load.onProgress('assignments', { done: 1, total: 1 });
    return [];
  } catch (error) {
    rethrowIfOver(load, error);
    return [{ part: 'assignments', error, retry: loadAssignments }];
  }
}

/** One pass over users of any state; where the service refuses `any`, a pass a state. */
async function loadPeople(load: Load): Promise<Gap[]> {
  try {
    return await loadListing(load, peoplePages('any'));
  } catch (error) {
    rethrowIfOver(load, error);
    if (!(error instanceof ApiError && error.status === 400)) {
      return [{ part: 'people', error, retry: loadPeople }];
    }
  }
  const gaps: Gap[] = [];
  for (const state of ['active', 'inactive', 'deleted'] as const) {
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
  return gaps;
}

interface PartListing<Entity> {
  part: Part;
  read: (api: Api, page: PageRequest, signal: AbortSignal) => Promise<Listing<Entity>>;
  add: (index: OrganizationIndex, entities: Entity[]) => void;
  /** Called when every page is in. */
  complete: (index: OrganizationIndex) => void;
}

const ASSIGNMENT_PAGES: PartListing<UserLicenses> = {
  part: 'assignments',
  read: readLicenseUsersPage,
  add: (index, entities) => index.addAssignments(entities),
  complete: (index) => index.completeAssignments(),
};

function peoplePages(state: UserState): PartListing<User> {
  return {
    part: 'people',
    read: (api, page, signal) =>
      readUsersPage(api, { ...page, state, expand: ['dateLastLogin'] }, signal),
    add: (index, entities) => index.addUsers(entities),
    complete: () => undefined,
  };
}

async function loadListing<Entity extends { id?: string }>(
  load: Load,
  listing: PartListing<Entity>,
  missing?: PageRequest[],
): Promise<Gap[]> {
  const options = {
    read: async (page: PageRequest, signal: AbortSignal) => {
      await load.mayGoOn();
      signal.throwIfAborted();
      return listing.read(load.api, page, signal);
    },
    onPage: (entities: Entity[]) => listing.add(load.index, entities),
    onProgress: (done: number, total: number | undefined) =>
      load.onProgress(listing.part, { done, total }),
    signal: load.signal,
  };
  const failed = missing ? await readThese(options, missing, 0) : await readPages(options);
  const [firstFailure] = failed;
  if (!firstFailure) {
    listing.complete(load.index);
    return [];
  }
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
