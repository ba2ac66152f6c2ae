import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { messageMacros } from '../../tools/messageMacros.ts';
import { installIn } from './install.ts';
import { SUBJECTS } from './options.ts';

const root = join(import.meta.dirname, '../..');
const peers = join(import.meta.dirname, 'peers');
const built = join(root, '.cache/bench');

/** The folders of the production builds. The console's is not `dist`: the tests may be using that. */
export const consoleFolder = join(built, 'console');
export const peersFolder = join(built, 'peers');
export const auditFolder = join(built, 'audit');
export const textsFolder = join(built, 'texts');

export async function buildConsole(): Promise<void> {
  await build({
    root,
    logLevel: 'warn',
    build: { outDir: consoleFolder, emptyOutDir: true, sourcemap: false },
  });
}

/** The other grids come from a package of their own: the console itself depends on none of them. */
export async function buildPeers(): Promise<void> {
  installIn(import.meta.dirname);
  rmSync(peersFolder, { recursive: true, force: true });
  // One by one, so that no page loads what only another needs.
  for (const name of SUBJECTS.filter((name) => name !== 'console')) {
    await build({
      root: peers,
      base: './',
      configFile: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic' } },
      build: {
        target: 'es2022',
        outDir: peersFolder,
        emptyOutDir: false,
        chunkSizeWarningLimit: 5000,
        rolldownOptions: { input: join(peers, `${name}.html`) },
      },
    });
  }
}

/** How people are made findable, in the ways that are compared. */
export async function buildTexts(): Promise<void> {
  installIn(import.meta.dirname);
  await build({
    root: peers,
    base: './',
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '@': join(root, 'src') } },
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: textsFolder,
      emptyOutDir: true,
      rolldownOptions: { input: join(peers, 'texts.html') },
    },
  });
}

/** What the audit does, without the pages around it. */
export async function buildAudit(): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'audit'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [messageMacros()],
    resolve: { alias: { '@': join(root, 'src') } },
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: auditFolder, emptyOutDir: true },
  });
}

/** A script of `inPage`, in one piece, to be put into a page before its own. */
export async function buildScript(name: 'recorder' | 'answers'): Promise<string> {
  const entry = join(import.meta.dirname, `inPage/${name}.ts`);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${name} was not built`);
  return chunk.code;
}
