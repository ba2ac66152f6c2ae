/** `npm run release`: builds, and writes `release/license-console-VERSION.tar.gz` with its checksum. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { packReproducibly } from './archive.ts';

const root = join(import.meta.dirname, '..');
const { name, version } = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

await build({ root });

mkdirSync(join(root, 'release'), { recursive: true });
const archive = join(root, 'release', `${name}-${version}.tar.gz`);
await packReproducibly(root, ['dist', 'deploy', 'README.md', 'SECURITY.md'], archive);

const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
writeFileSync(`${archive}.sha256`, `${sum}  ${basename(archive)}\n`);
console.log(`
  ${archive}
  SHA-256 ${sum}

  The same commit gives the same bytes. "sha256sum --check ${basename(archive)}.sha256" checks a copy.
`);
