import { afterEach } from 'vitest';
import {
  type SandboxServer,
  type SandboxServerOptions,
  startSandboxServer,
} from '@/sandbox/server';

const running: SandboxServer[] = [];

/** A server for one test, which is closed when the test ends. */
export async function serve(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const server = await startSandboxServer({ users: 40, rateLimit: null, ...options });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** A request as a signed-in page sends it. */
export function ask(
  server: SandboxServer,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${server.sandbox.issueToken()}`,
      'content-type': 'application/json',
      origin: 'http://console.test',
    },
  });
}
