import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const HEADERS_FILE = join(
  import.meta.dirname,
  '../../../deploy/nginx/license-console-headers.conf',
);
/** The hosts that the shipped configurations name, for an operator to replace. */
const SHIPPED_HOSTS = 'https://api.mypurecloud.com https://login.mypurecloud.com';

/** The headers that nginx is told to send, read from its configuration, with other hosts of the service in them. */
export function shippedHeaders(serviceUrl: string): Record<string, string> {
  const text = withHosts(readFileSync(HEADERS_FILE, 'utf8'), serviceUrl);
  const headers = text.matchAll(/^add_header (\S+) "(.*)" always;$/gm);
  return Object.fromEntries(
    Array.from(headers, ([, name = '', value = '']): [string, string] => [name, value]),
  );
}

/** The configuration with other hosts of the service in it. */
export function withHosts(text: string, serviceUrl: string): string {
  if (!text.includes(SHIPPED_HOSTS))
    throw new Error(`${HEADERS_FILE} does not name ${SHIPPED_HOSTS}`);
  return text.replace(SHIPPED_HOSTS, serviceUrl);
}

/** The same after what an operator changes who has Genesys Cloud embed the console. */
export function embeddableHeaders(serviceUrl: string, host: string): Record<string, string> {
  const headers = shippedHeaders(serviceUrl);
  const policy = headers['Content-Security-Policy'] ?? '';
  return {
    ...headers,
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", `frame-ancestors ${host}`),
    'Cross-Origin-Opener-Policy': 'unsafe-none',
  };
}
