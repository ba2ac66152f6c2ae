import { createApi } from '@/api/client';
import { revokeToken } from '@/api/session';
import { within } from './signOutTasks';

const LONGEST_MS = 3000;

/** Has the service forget a token; waits for its answer, but not for long. */
export async function revoke(apiUrl: string, token: string): Promise<void> {
  const api = createApi({
    baseUrl: apiUrl,
    getToken: () => token,
    // A token that the service refuses already needs no revoking.
    onUnauthorized: () => undefined,
  });
  await within(LONGEST_MS, () => revokeToken(api, AbortSignal.timeout(LONGEST_MS)));
}
