/** Which JavaScript a visitor downloads before the login page shows, by the manifest that the build leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The file that holds the sign-in page and what it needs beyond the entry. */
export const SIGN_IN_CHUNK = 'sign-in';

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/** The files, relative to `dist`: the entry, the sign-in page's file, and all that they import statically. */
export function firstLoadFiles(dist: string): string[] {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')),
  );
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  if (entries.length === 0) throw new Error(`${dist} has no entry: run "npm run build" first`);
  const wanted = new Set<string>();
  for (const entry of entries) addWithImports(manifest, entry, wanted);
  const signIn = Object.keys(manifest).find((key) => manifest[key]?.name === SIGN_IN_CHUNK);
  if (signIn === undefined) throw new Error(`${dist} has no file of the sign-in page`);
  addWithImports(manifest, signIn, wanted);
  return [...wanted]
    .flatMap((key) => manifest[key]?.file ?? [])
    .filter((file) => file.endsWith('.js'));
}

function addWithImports(manifest: Manifest, key: string, wanted: Set<string>): void {
  if (wanted.has(key)) return;
  wanted.add(key);
  for (const imported of manifest[key]?.imports ?? []) addWithImports(manifest, imported, wanted);
}
