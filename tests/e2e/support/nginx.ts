import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { HEADERS_FILE, withHosts } from './shippedHeaders.ts';
import type { Site } from './site.ts';

const root = join(import.meta.dirname, '../../..');
const PORT = /listen 8080;/;

/** Where the build lies and what it is reached under, as the shipped configurations have it. */
const PLACES = {
  root: { folder: '/var/www/license-console', served: '', path: '/' },
  'sub-path': { folder: '/var/www/html', served: 'console', path: '/console/' },
} as const;

/** Administrators' programs are often not on the path of others. */
export const nginx = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
]
  .map((folder) => join(folder, 'nginx'))
  .find((file) => existsSync(file));

/** The production build on nginx with a shipped configuration, in which only port, folder and hosts are replaced. */
export async function startNginx(
  program: string,
  kind: keyof typeof PLACES,
  config: object,
  serviceUrl: string,
): Promise<Site> {
  const { folder, served, path } = PLACES[kind];
  const home = mkdtempSync(join(tmpdir(), 'console-nginx-'));
  // Where root starts it, the workers are somebody else.
  chmodSync(home, 0o755);
  const www = join(home, 'www');
  cpSync(join(root, 'dist'), join(www, served), { recursive: true });
  writeFileSync(join(www, served, 'config.json'), JSON.stringify(config));
  const port = await freePort();
  const site = replaced(
    replaced(
      readFileSync(join(root, `deploy/nginx/${kind}.conf`), 'utf8'),
      PORT,
      `listen 127.0.0.1:${port};`,
    ),
    `root ${folder};`,
    `root ${www};`,
  );
  writeFileSync(join(home, 'site.conf'), site);
  writeFileSync(
    join(home, 'license-console-headers.conf'),
    withHosts(readFileSync(HEADERS_FILE, 'utf8'), serviceUrl),
  );
  writeFileSync(join(home, 'nginx.conf'), mainConfiguration(home));
  const server = spawn(program, ['-e', 'stderr', '-p', home, '-c', join(home, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(server, origin);
  return {
    url: origin + path,
    origin,
    async close() {
      const ended = new Promise((resolve) => {
        server.once('exit', resolve);
      });
      server.kill('SIGQUIT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
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

function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`The shipped configuration has no ${what}`);
  return changed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

async function answering(server: ChildProcess, origin: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) break;
    const answer = await fetch(origin).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`nginx did not start: ${said}`);
}
