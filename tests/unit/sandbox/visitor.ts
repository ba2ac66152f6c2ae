import { createSandbox, type OperationId, type Sandbox, type SandboxOptions } from '@/sandbox';
import type { Answer } from '@/sandbox/service/operations';

export const api = 'https://api.sandbox.test';

export interface Seen<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** One who is signed in and asks the sandbox for things. */
export interface Visitor {
  sandbox: Sandbox;
  token: string;
  /** Asks with the operation's address, e.g. `get<'getUsers'>('/users?state=any')`. */
  get: <Id extends OperationId>(path: string) => Promise<Seen<Answer<Id>>>;
  post: <Id extends OperationId>(path: string, body?: unknown) => Promise<Seen<Answer<Id>>>;
  /** For answers other than success. */
  ask: (method: string, path: string, body?: unknown) => Promise<Seen<Record<string, unknown>>>;
}

/** A small organization without rate limit, unless told otherwise. */
export function visit(options: SandboxOptions = {}): Visitor {
  const sandbox = createSandbox({ users: 60, rateLimit: null, ...options });
  const token = sandbox.issueToken();

  async function send<Body>(method: string, path: string, body?: unknown): Promise<Seen<Body>> {
    const response = await sandbox.fetch(
      new Request(`${api}/api/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const parsed: Body = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  return {
    sandbox,
    token,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    ask: (method, path, body) => send(method, path, body),
  };
}

/** The first people of the organization, all of them ordinary. */
export function ordinaryUsers({ organization }: Sandbox): string[] {
  return organization.users
    .slice(1, 20)
    .filter(({ profile }) => profile.state === 'active')
    .map(({ id }) => id);
}

/** A user of the organization who holds the one and not the other. */
export function userWith({ organization }: Sandbox, held: string, notHeld = ''): string {
  const user = organization.users.find(({ id, profile }) => {
    const licenses = organization.assignmentsOf(id);
    return profile.state === 'active' && licenses.includes(held) && !licenses.includes(notHeld);
  });
  if (user === undefined) throw new Error(`Nobody holds ${held} and not ${notHeld}`);
  return user.id;
}

export function assignment(licenseId: string, add: string[], remove: string[] = []) {
  return { licenseId, userIdsAdd: add, userIdsRemove: remove };
}

export function roleId({ organization }: Sandbox, name: string): string {
  const role = [...organization.roles.values()].find((known) => known.name === name);
  if (role === undefined) throw new Error(`No role ${name}`);
  return role.id;
}
