import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Site } from './site.ts';

const dist = join(import.meta.dirname, '../../../dist');

/** Those that there are shipped configurations for, by the names of their programs. */
export const WEB_SERVERS = ['nginx', 'caddy'] as const;

/** A program of the machine. Administrators' programs are often not on the path of others. */
export function installed(name: string): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/** A folder of our own for a web server, with the production build in `served` below its `www`. */
export function prepareHome(served: string, config: object): { home: string; www: string } {
  const home = mkdtempSync(join(tmpdir(), 'console-server-'));
  // Where root starts a server, its workers may be somebody else.
  chmodSync(home, 0o755);
  const www = join(home, 'www');
  cpSync(dist, join(www, served), { recursive: true });
  writeFileSync(join(www, served, 'config.json'), JSON.stringify(config));
  return { home, www };
}

export async function freePort(): Promise<number> {
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

interface Start {
  home: string;
  port: number;
  /** What the console is reached under. */
  path: string;
  stopBy: NodeJS.Signals;
}

/** Starts a server in the foreground. Once it answers it is a site, which takes its folder with it when it is closed. */
export async function startServer(
  program: string,
  args: readonly string[],
  { home, port, path, stopBy }: Start,
): Promise<Site> {
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if (await fetch(origin).catch(() => undefined)) {
      return {
        url: origin + path,
        origin,
        async close() {
          server.kill(stopBy);
          await ended;
          rmSync(home, { recursive: true, force: true });
        },
      };
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  server.kill();
  throw new Error(`${program} did not start: ${said}`);
}
