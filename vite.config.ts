import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { anyBasePath } from './tools/anyBasePath.ts';
import { SIGN_IN_CHUNK } from './tools/firstLoad.ts';
import { messageMacros } from './tools/messageMacros.ts';
import { notFoundPage } from './tools/notFoundPage.ts';

const withoutPage = [
  'tests/unit/{model,jobs,costs,snapshots,store,workers,sandbox,tools}/**/*.test.ts',
];

export default defineConfig({
  // Relative addresses, so that one build can be served under any path.
  base: './',
  plugins: [
    messageMacros(),
    lingui({ failOnCompileError: true }),
    react(),
    anyBasePath(),
    notFoundPage(),
  ],
  resolve: { tsconfigPaths: true },
  build: {
    target: 'es2022',
    sourcemap: true,
    // `npm run size` has the budget, of what is compressed.
    chunkSizeWarningLimit: 700,
    // Says which file loads which: tools/size.ts reads it.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // With all that they need, in one file each: a slow network pays for every file that is asked for.
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: SIGN_IN_CHUNK, test: /src[\\/]pages[\\/]login[\\/]LoginPage/, priority: 1 },
            { name: 'frame', test: /src[\\/]app[\\/]AppFrame/ },
          ],
        },
      },
    },
    license: { fileName: 'third-party-licenses.md' },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    projects: [
      // Layers that know nothing of a page are tested without one, which is also much faster.
      { extends: true, test: { name: 'no page', include: withoutPage } },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: withoutPage,
          setupFiles: ['tests/unit/setup.ts'],
        },
      },
    ],
    restoreMocks: true,
    testTimeout: 30_000,
    // Left to itself it leaves one processor idle: on a machine of two that is half of it.
    maxWorkers: '100%',
    coverage: { include: ['src/**'], exclude: ['src/api/schema.d.ts', 'src/main.tsx'] },
  },
});
