import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostsOf, shipped } from './shippedHeaders.ts';
import type { Site } from './site.ts';
import { freePort, prepareHome, startServer } from './webServer.ts';

/** What the build is reached under, as the shipped configurations have it. */
const PATHS = { root: '/', 'sub-path': '/console/' } as const;

/** The production build on Caddy with a shipped configuration, in which only port, folder and hosts are replaced. */
export async function startCaddy(
  program: string,
  kind: keyof typeof PATHS,
  config: object,
  serviceUrl: string,
): Promise<Site> {
  const { home, www } = prepareHome('', config);
  const port = await freePort();
  const site = shipped(`caddy/${kind}.Caddyfile`, {
    '\n:8080 {': `\nhttp://127.0.0.1:${port} {`,
    'root * /var/www/license-console': `root * ${www}`,
  });
  writeFileSync(join(home, 'site.Caddyfile'), site);
  const headers = shipped('caddy/headers.caddy', hostsOf(serviceUrl));
  writeFileSync(join(home, 'headers.caddy'), headers);
  // Without the port by which a running Caddy is told of changes: another may have it.
  writeFileSync(join(home, 'Caddyfile'), '{\n\tadmin off\n}\nimport site.Caddyfile\n');
  const args = ['run', '--adapter', 'caddyfile', '--config', join(home, 'Caddyfile')];
  return startServer(program, args, { home, port, path: PATHS[kind], stopBy: 'SIGTERM' });
}
