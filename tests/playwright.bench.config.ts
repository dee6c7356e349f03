import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Comparisons on the built extension: one browser at a time, nothing beside it. */
export default defineConfig({
  testDir: fileURLToPath(new URL('bench/extension', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  timeout: 15 * 60_000,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
