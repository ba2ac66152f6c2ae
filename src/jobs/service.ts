import type { Api } from '@/api/client';
import { ApiError } from '@/api/errors';
import { postAssignments, readLicensesOfUsers } from '@/api/licenses';
import type { LicenseAssignmentRequest, LicenseUpdateStatus } from '@/api/schema';

export interface ReadOptions {
  signal?: AbortSignal;
  /** Told of each request that is made. */
  onRequest?: () => void;
  /** Told how many of the users were asked for so far. */
  onProgress?: (asked: number) => void;
}

/** What a job needs of the service. */
export interface JobService {
  post(assignments: LicenseAssignmentRequest[]): Promise<LicenseUpdateStatus[]>;
  /** What these users hold now. A user of whom the service says nothing is absent. */
  read(userIds: readonly string[], options?: ReadOptions): Promise<Map<string, Set<string>>>;
}

/** How many users one read-back asks for, before the service says that it is too many. */
export const USERS_A_READ = 100;

export function jobServiceOf(api: Api): JobService {
  return {
    post: (assignments) => postAssignments(api, assignments),
    read: (userIds, options) => readInChunks(api, userIds, options),
  };
}

/**
 * Reads any number of users, in as many requests as it takes. A request that the service finds too large, or refuses
 * for one of its users, is halved; a user who cannot even be asked for alone stays unknown.
 */
export async function readInChunks(
  api: Api,
  userIds: readonly string[],
  { signal, onRequest, onProgress }: ReadOptions = {},
): Promise<Map<string, Set<string>>> {
  const all = new Map<string, Set<string>>();
  let asked = 0;

  async function readThese(these: readonly string[]): Promise<void> {
    onRequest?.();
    try {
      const read = await readLicensesOfUsers(api, these, signal);
      for (const [userId, held] of read) all.set(userId, held);
    } catch (error) {
      if (!(error instanceof ApiError) || !isAboutItsContent(error)) throw error;
      if (these.length > 1) {
        const middle = Math.ceil(these.length / 2);
        await readThese(these.slice(0, middle));
        await readThese(these.slice(middle));
        return;
      }
    }
    asked += these.length;
    onProgress?.(asked);
  }

  for (let from = 0; from < userIds.length; from += USERS_A_READ) {
    await readThese(userIds.slice(from, from + USERS_A_READ));
  }
  return all;
}

/** Refused for what the request holds, so that a smaller one may pass. */
export function isAboutItsContent(error: ApiError): boolean {
  return [400, 404, 409, 413, 422].includes(error.status ?? 0);
}
