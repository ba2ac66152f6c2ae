import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Installs what a folder with a package of its own needs and has not got: the console itself depends on none of it. */
export function installIn(folder: string): void {
  const { dependencies } = Package.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const modules = join(folder, 'node_modules');
  if (Object.keys(dependencies).every((name) => existsSync(join(modules, name)))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`What ${folder} needs could not be installed`);
}
