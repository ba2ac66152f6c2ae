/** Which JavaScript a visitor downloads before the login page shows, by the manifest that the build leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LOGIN_PAGE = /^src\/pages\/login\//;

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/** The files, relative to `dist`: the entry, the login page's chunk, and all that they import statically. */
export function firstLoadFiles(dist: string): string[] {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')),
  );
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  if (entries.length === 0) throw new Error(`${dist} has no entry: run "npm run build" first`);
  const wanted = new Set<string>();
  for (const entry of entries) addWithImports(manifest, entry, wanted);
  for (const page of lazilyLoaded(manifest, wanted).filter((key) => LOGIN_PAGE.test(key))) {
    addWithImports(manifest, page, wanted);
  }
  return [...wanted]
    .flatMap((key) => manifest[key]?.file ?? [])
    .filter((file) => file.endsWith('.js'));
}

function lazilyLoaded(manifest: Manifest, from: Iterable<string>): string[] {
  return [...from].flatMap((key) => manifest[key]?.dynamicImports ?? []);
}

function addWithImports(manifest: Manifest, key: string, wanted: Set<string>): void {
  if (wanted.has(key)) return;
  wanted.add(key);
  for (const imported of manifest[key]?.imports ?? []) addWithImports(manifest, imported, wanted);
}
