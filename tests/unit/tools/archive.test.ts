// @vitest-environment node
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { list } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packReproducibly } from '../../../tools/archive.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

/** A build with its files written in an order, at a time, with rights. */
function builtAs(name: string, files: readonly string[], time: Date, mode: number): string {
  const root = join(place, name);
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
  for (const file of files) {
    writeFileSync(join(root, file), `contents of ${file}`, { mode });
    utimesSync(join(root, file), time, time);
  }
  return root;
}

const FILES = ['README.md', 'dist/assets/index-a1.js', 'dist/index.html'];

describe('the archive of a release', () => {
  it('has the same bytes wherever and whenever it is made', async () => {
    const here = builtAs('here', FILES, new Date('2026-01-01'), 0o644);
    const there = builtAs('there', FILES.toReversed(), new Date('2026-07-01'), 0o600);
    await packReproducibly(here, ['dist', 'README.md'], join(place, 'here.tar.gz'));
    await packReproducibly(there, ['README.md', 'dist'], join(place, 'there.tar.gz'));
    expect(readFileSync(join(place, 'here.tar.gz'))).toEqual(
      readFileSync(join(place, 'there.tar.gz')),
    );
  });

  it('has all files, in one folder', async () => {
    const root = builtAs('all', FILES, new Date('2026-01-01'), 0o644);
    const file = join(place, 'all.tar.gz');
    await packReproducibly(root, ['dist', 'README.md'], file);
    const names: string[] = [];
    await list({ file, onReadEntry: ({ path }) => names.push(path) });
    expect(names).toEqual(FILES.map((name) => `license-console/${name}`));
  });

  it('is not made when something is missing', async () => {
    const root = builtAs('missing', FILES, new Date('2026-01-01'), 0o644);
    await expect(
      packReproducibly(root, ['dist', 'SECURITY.md'], join(place, 'missing.tar.gz')),
    ).rejects.toThrow('There is no SECURITY.md to pack');
  });
});
