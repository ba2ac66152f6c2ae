import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Copies index.html to 404.html: what static hosts without a fallback rule answer for a deep link. */
export function notFoundPage(): Plugin {
  let folder = 'dist';
  return {
    name: 'not-found-page',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      await copyFile(join(folder, 'index.html'), join(folder, '404.html'));
    },
  };
}
