import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostsOf, NGINX_HEADERS, shipped } from './shippedHeaders.ts';
import type { Site } from './site.ts';
import { freePort, prepareHome, startServer } from './webServer.ts';

/** Where the build lies and what it is reached under, as the shipped configurations have it. */
const PLACES = {
  root: { folder: '/var/www/license-console', served: '', path: '/' },
  'sub-path': { folder: '/var/www/html', served: 'console', path: '/console/' },
} as const;

/** The production build on nginx with a shipped configuration, in which only port, folder and hosts are replaced. */
export async function startNginx(
  program: string,
  kind: keyof typeof PLACES,
  config: object,
  serviceUrl: string,
): Promise<Site> {
  const { folder, served, path } = PLACES[kind];
  const { home, www } = prepareHome(served, config);
  const port = await freePort();
  const site = shipped(`nginx/${kind}.conf`, {
    'listen 8080;': `listen 127.0.0.1:${port};`,
    [`root ${folder};`]: `root ${www};`,
  });
  writeFileSync(join(home, 'site.conf'), site);
  writeFileSync(
    join(home, 'license-console-headers.conf'),
    shipped(NGINX_HEADERS, hostsOf(serviceUrl)),
  );
  writeFileSync(join(home, 'nginx.conf'), mainConfiguration(home));
  const args = ['-e', 'stderr', '-p', home, '-c', join(home, 'nginx.conf')];
  return startServer(program, args, { home, port, path, stopBy: 'SIGQUIT' });
}

/** What a distribution's own nginx.conf does, but in a folder that is ours. */
function mainConfiguration(home: string): string {
  mkdirSync(join(home, 'temp'));
  chmodSync(join(home, 'temp'), 0o777);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(home, 'temp', name)};`)
    .join('\n');
  return `daemon off;
pid ${join(home, 'nginx.pid')};
events {}
http {
include /etc/nginx/mime.types;
access_log off;
${temporary}
include ${join(home, 'site.conf')};
}
`;
}
