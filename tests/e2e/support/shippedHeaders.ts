import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const NGINX_HEADERS = 'nginx/license-console-headers.conf';
/** The hosts that the shipped configurations name, for an operator to replace. */
const SHIPPED_HOSTS = 'https://api.mypurecloud.com https://login.mypurecloud.com';

/** The headers that nginx is told to send, read from its configuration, with other hosts of the service in them. */
export function shippedHeaders(...hosts: string[]): Record<string, string> {
  const text = shipped(NGINX_HEADERS, hostsOf(hosts.join(' ')));
  const headers = text.matchAll(/^add_header (\S+) "(.*)" always;$/gm);
  return Object.fromEntries(
    Array.from(headers, ([, name = '', value = '']): [string, string] => [name, value]),
  );
}

/** A file of `deploy/`, in which only what the place decides is replaced. */
export function shipped(file: string, replacements: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(import.meta.dirname, '../../../deploy', file), 'utf8');
  for (const [what, by] of Object.entries(replacements)) {
    if (!text.includes(what)) throw new Error(`${file} has no ${what}`);
    text = text.replace(what, by);
  }
  return text;
}

/** What an operator replaces for another region. */
export function hostsOf(serviceUrl: string): Record<string, string> {
  return { [SHIPPED_HOSTS]: serviceUrl };
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
