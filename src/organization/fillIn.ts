import type { Api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { readLicensesOfUsers } from '@/api/licenses';
import { readUsersByIds } from '@/api/users';
import type { OrganizationIndex } from '@/model/organizationIndex';

interface FillIn {
  readonly api: Api;
  readonly index: OrganizationIndex;
  readonly signal: AbortSignal;
  readonly mayGoOn: () => Promise<void>;
}

/** Ids in one request: the service takes them in the address, which it does not take at any length. */
const IDS_A_REQUEST = 50;
/** Users asked for by id. A list that lacks more is cut, and asking for everybody would take longer than the reading. */
const MOST_IDS = 2_000;
const USERS_A_READ = 100;
const MOST_READS = 10_000;

/** Asks by id for those who hold something and are on no list of people: a list may have lost them, or leave them out. */
export async function findMissingPeople(load: FillIn, selfId: string | undefined): Promise<void> {
  const { index } = load;
  const self = selfId === undefined || index.userOf(selfId) ? [] : [selfId];
  const holders = index.holdersOfAny().subtract(index.usersRead);
  const ids = [...self, ...Array.from(holders.toRows(), (row) => index.userId(row))];
  await inParts(load, ids.slice(0, MOST_IDS), IDS_A_REQUEST, async (these) => {
    const { entities, total = 0 } = await readUsersByIds(load.api, these, load.signal);
    index.addUsers(entities);
    return entities.length >= total;
  });
}

/** Asks for the licenses of people whom no list of assignments told of. */
export async function findMissingAssignments(load: FillIn): Promise<void> {
  const { index } = load;
  const unknown = index.usersRead.clone().subtract(index.assignmentsRead);
  if (unknown.count > MOST_READS) return;
  const ids = Array.from(unknown.toRows(), (row) => index.userId(row));
  await inParts(load, ids, USERS_A_READ, async (these) => {
    index.applyReadBack(await readLicensesOfUsers(load.api, these, load.signal));
    return true;
  });
}

/**
 * Asks in parts; one that the service refuses for what is in it, or answers only in part, is halved. Whoever cannot be asked for stays unknown, and
 * any other failure ends the asking: the listing has said already what is missing.
 */
async function inParts(
  { mayGoOn, signal }: FillIn,
  ids: readonly string[],
  size: number,
  ask: (ids: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const queue: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += size) queue.push(ids.slice(from, from + size));
  for (let part = queue.shift(); part; part = queue.shift()) {
    await mayGoOn();
    signal.throwIfAborted();
    try {
      if (await ask(part)) continue;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiError) || error.isUnauthorized) throw error;
      if (![400, 404, 413, 414].includes(error.status ?? 0)) return;
    }
    const middle = Math.ceil(part.length / 2);
    if (part.length > 1) queue.unshift(part.slice(0, middle), part.slice(middle));
  }
}
