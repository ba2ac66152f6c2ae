import { ConstantBackoff } from 'cockatiel';
import { expect } from 'vitest';
import { type Api, createApi } from '@/api/client';
import type { OrganizationSnapshot, OrganizationStore } from '@/organization/OrganizationStore';
import { createSandbox, type Sandbox, type SandboxOptions } from '@/sandbox';

export interface World {
  sandbox: Sandbox;
  api: Api;
  /** What the service was asked, such as "GET /api/v2/users 200", without the query. */
  asked: () => string[];
}

/** A small organization and the API layer of someone signed in to it. */
export function world(
  options: SandboxOptions = {},
  send?: (request: Request, sandbox: Sandbox) => Promise<Response>,
): World {
  const sandbox = createSandbox({ users: 60, rateLimit: null, ...options });
  const token = sandbox.issueToken();
  const api = createApi({
    baseUrl: 'https://api.example.test',
    getToken: () => token,
    onUnauthorized: () => undefined,
    transport: {
      send: (request) => (send ? send(request, sandbox) : sandbox.fetch(request)),
      backoff: new ConstantBackoff(1),
    },
  });
  const asked = () =>
    sandbox.log.map(({ method, path, status }) => `${method} ${path.split('?')[0]} ${status}`);
  return { sandbox, api, asked };
}

/** Serves pages of at most so many users, as an organization of many pages would look. */
export function inPagesOf(size: number) {
  return (request: Request, sandbox: Sandbox): Promise<Response> => {
    const url = new URL(request.url);
    if (url.searchParams.has('pageSize')) url.searchParams.set('pageSize', String(size));
    return sandbox.fetch(new Request(url, request));
  };
}

/** Opens a page that shows the organization; the returned function leaves it. */
export function look(store: OrganizationStore): () => void {
  return store.subscribe(() => undefined);
}

export async function settled(store: OrganizationStore): Promise<OrganizationSnapshot> {
  await expect
    .poll(() => store.getSnapshot().status, { timeout: 10_000 })
    .not.toMatch(/idle|loading/);
  return store.getSnapshot();
}

/** Who holds what by the sandbox itself, to compare with. */
export function truth({ organization }: Sandbox): Map<string, string[]> {
  const holders = organization.holderIds.map((id): [string, string[]] => [
    id,
    [...organization.assignmentsOf(id)].sort(),
  ]);
  return new Map(holders.filter(([, licenses]) => licenses.length > 0));
}

/** Who holds what by the index. */
export function known({ index }: OrganizationSnapshot): Map<string, string[]> {
  const held = new Map<string, string[]>();
  for (let row = 0; row < index.size; row++) {
    const licenses = index.licensesOf(row);
    if (licenses && licenses.length > 0) held.set(index.userId(row), licenses.sort());
  }
  return held;
}
