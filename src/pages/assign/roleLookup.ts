import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { inferredLicensesQuery } from '@/api/licenses';
import type { UserAuthorization } from '@/api/schema';
import { readUsersPage, type UserState, userRolesQuery } from '@/api/users';

/** What a set of roles brings. Users with the same roles share one. */
export interface Brought {
  readonly licenseIds: ReadonlySet<string>;
  /** The names of the roles that bring a license, as far as that was asked. */
  readonly rolesOf: ReadonlyMap<string, readonly string[]>;
}

/** What was found out so far, by user. */
export interface RoleMemory {
  readonly roles: Map<string, readonly Role[]>;
  /** What their roles bring, or that the service does not tell. */
  readonly brought: Map<string, Brought | 'unknown'>;
}

/** So many users are asked for one by one, which is the surest; more are listed, at the service's best effort. */
const ASKED_SINGLY = 25;
/** Their ids have to fit into an address. */
const LISTED_AT_ONCE = 100;
/** More different sets than this stay unknown: what they bring is a request each. */
const MOST_SETS = 300;
/** Roles of which each is asked about by itself, so that they can be named. */
const MOST_ROLES_NAMED = 40;

interface Lookup {
  api: Api;
  queryClient: QueryClient;
  userIds: readonly string[];
  /** Of these it is said which role brings them. */
  removed: ReadonlySet<string>;
  /** What is known already is not asked again; what is found out is put in. */
  memory: RoleMemory;
  signal: AbortSignal;
  /** The share that is done, from 0 to 1. */
  onProgress: (share: number) => void;
}

interface Role {
  readonly id: string;
  readonly name: string;
}

/** How many requests it takes to learn the roles of so many users. */
export function requestsFor(userCount: number): number {
  return userCount <= ASKED_SINGLY ? userCount : Math.ceil(userCount / LISTED_AT_ONCE);
}

/** Finds out what the roles of users bring. The error that ended it is returned: what was found out before stays. */
export async function lookUpRoles(lookup: Lookup): Promise<unknown> {
  const { userIds, signal } = lookup;
  const { roles, brought } = lookup.memory;
  const wanted = userIds.filter((userId) => !brought.has(userId));
  const left = () => wanted.filter((userId) => !roles.has(userId));
  try {
    if (left().length > ASKED_SINGLY) await listRoles(lookup, left());
    if (left().length <= ASKED_SINGLY) await askRoles(lookup, left());
    const sets = new Map<string, RoleSet>();
    for (const userId of wanted) {
      const theirs = roles.get(userId);
      if (theirs) addTo(sets, theirs, userId);
      else brought.set(userId, 'unknown');
    }
    await askSets(lookup, [...sets.values()]);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return error;
  }
}

/** Reads the roles of users from the listing, which may leave some out. */
async function listRoles(
  { api, memory, signal, onProgress }: Lookup,
  userIds: readonly string[],
): Promise<void> {
  let state: UserState = 'any';
  const readPage = (id: string[]) =>
    readUsersPage(
      api,
      { id, state, pageNumber: 1, pageSize: LISTED_AT_ONCE, expand: ['authorization'] },
      signal,
    );
  for (let from = 0; from < userIds.length; from += LISTED_AT_ONCE) {
    const ids = userIds.slice(from, from + LISTED_AT_ONCE);
    const { entities } = await readPage(ids).catch((error: unknown) => {
      if (state !== 'any' || !(error instanceof ApiError && error.status === 400)) throw error;
      // Where the service refuses `any`, those who work are what matters.
      state = 'active';
      return readPage(ids);
    });
    for (const { id, authorization } of entities) {
      const roles = rolesIn(authorization);
      if (id !== undefined && roles) memory.roles.set(id, roles);
    }
    onProgress((from + ids.length) / userIds.length / 2);
  }
}

/** Reads the roles of each user by a request of its own. The service may not know a user. */
async function askRoles(
  { api, queryClient, memory, signal, onProgress }: Lookup,
  userIds: readonly string[],
): Promise<void> {
  for (const [position, userId] of userIds.entries()) {
    signal.throwIfAborted();
    try {
      const query = { ...userRolesQuery(api, userId), staleTime: 0 };
      const roles = rolesIn(await queryClient.fetchQuery(query));
      if (roles) memory.roles.set(userId, roles);
    } catch (error) {
      if (!(error instanceof ApiError && error.isNotFound)) throw error;
    }
    onProgress((position + 1) / userIds.length / 2);
  }
}

/** Undefined where the service does not tell them, or not all of them: a role without an id cannot be asked about. */
function rolesIn(authorization: UserAuthorization | undefined): readonly Role[] | undefined {
  const { roles } = authorization ?? {};
  if (!Array.isArray(roles)) return undefined;
  const readable = roles.flatMap((role): Role[] =>
    typeof role?.id === 'string' ? [{ id: role.id, name: role.name?.trim() || role.id }] : [],
  );
  return readable.length === roles.length ? readable : undefined;
}

interface RoleSet {
  readonly roles: readonly Role[];
  readonly userIds: string[];
}

function addTo(sets: Map<string, RoleSet>, roles: readonly Role[], userId: string): void {
  const sorted = [...roles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const key = sorted.map(({ id }) => id).join(' ');
  const set = sets.get(key);
  if (set) set.userIds.push(userId);
  else sets.set(key, { roles: sorted, userIds: [userId] });
}

/** Asks what each set of roles brings, those of most users first. */
async function askSets(lookup: Lookup, sets: readonly RoleSet[]): Promise<void> {
  const { memory, signal, onProgress } = lookup;
  const bySize = [...sets].sort((a, b) => b.userIds.length - a.userIds.length);
  const named = new Set<string>();
  for (const [position, { roles, userIds }] of bySize.entries()) {
    signal.throwIfAborted();
    const brought = position < MOST_SETS ? await askSet(lookup, roles, named) : 'unknown';
    for (const userId of userIds) memory.brought.set(userId, brought);
    onProgress(0.5 + (position + 1) / bySize.length / 2);
  }
}

async function askSet(
  { api, queryClient, removed }: Lookup,
  roles: readonly Role[],
  named: Set<string>,
): Promise<Brought> {
  const infer = async (ids: string[]) =>
    ids.length === 0 ? [] : await queryClient.fetchQuery(inferredLicensesQuery(api, ids));
  const licenseIds = new Set(await infer(roles.map(({ id }) => id)));
  const rolesOf = new Map<string, string[]>();
  if ([...licenseIds].some((licenseId) => removed.has(licenseId))) {
    for (const { id, name } of roles) {
      if (!named.has(id) && named.size >= MOST_ROLES_NAMED) continue;
      named.add(id);
      for (const licenseId of await infer([id])) {
        rolesOf.set(licenseId, [...(rolesOf.get(licenseId) ?? []), name]);
      }
    }
  }
  return { licenseIds, rolesOf };
}
