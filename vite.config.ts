import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses, so that one build can be served under any path.
  base: './',
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: { target: 'es2022', sourcemap: true },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    environment: 'jsdom',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/setup.ts'],
    restoreMocks: true,
    coverage: { include: ['src/**'], exclude: ['src/api/schema.d.ts', 'src/main.tsx'] },
  },
});
