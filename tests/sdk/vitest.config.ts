import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Apart from the other tests: what they need is installed here only. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: join(import.meta.dirname, 'globalSetup.ts'),
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
