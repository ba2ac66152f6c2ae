import { type Connection, endpointsOf } from './session';

/** Browsers report what they stopped a moment after they stopped it. */
const PATIENCE_MS = 100;

/**
 * The hosts of a connection that the page's Content-Security-Policy does not let the browser ask, such as
 * `https://api.mypurecloud.de`. To the page that asks, such a host only looks like one that does not answer.
 */
export async function forbiddenHosts(connection: Connection): Promise<string[]> {
  const { api, token } = endpointsOf(connection);
  // With the implicit grant the sign-in service is only ever a page to go to.
  const addresses = connection.grant === 'pkce' ? [api, token] : [api];
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
  const stopped = await Promise.all(origins.map(isStopped));
  return origins.filter((_origin, at) => stopped[at]);
}

/**
 * Has the browser judge a request that is taken back before it can leave: policies are applied when a request begins. The
 * browser tells in an event, and only that tells a policy from a network that is gone.
 */
async function isStopped(origin: string): Promise<boolean> {
  const watch = new AbortController();
  const stopped = new Promise<true>((resolve) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI, disposition }) => {
        if (disposition === 'enforce' && originOf(blockedURI) === origin) resolve(true);
      },
      { signal: watch.signal },
    );
  });
  const request = new AbortController();
  const { signal } = request;
  fetch(`${origin}/`, { mode: 'no-cors', credentials: 'omit', signal }).catch(() => undefined);
  request.abort();
  try {
    return await Promise.race([stopped, afterPatience()]);
  } finally {
    watch.abort();
  }
}

async function afterPatience(): Promise<false> {
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });
  return false;
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
