import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'tar';

/**
 * Packs files and folders of `root` into a `.tar.gz` in which nothing depends on when, where or by whom it was made: the same
 * contents give the same bytes.
 */
export async function packReproducibly(
  root: string,
  parts: readonly string[],
  file: string,
): Promise<void> {
  await create(
    {
      cwd: root,
      file,
      gzip: { level: 9 },
      portable: true,
      noMtime: true,
      onWriteEntry({ stat }) {
        if (stat) stat.mode = 0o644;
      },
      noDirRecurse: true,
      prefix: 'license-console',
    },
    parts.flatMap((part) => filesOf(root, part)).toSorted(),
  );
}

/** A file itself; of a folder, all files below. */
function filesOf(root: string, part: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  const entry = entries.find(({ name }) => name === part);
  if (!entry) throw new Error(`There is no ${part} to pack`);
  if (!entry.isDirectory()) return [part];
  return readdirSync(join(root, part), { withFileTypes: true, recursive: true })
    .filter((below) => below.isFile())
    .map((below) => join(below.parentPath, below.name).slice(root.length + 1));
}
