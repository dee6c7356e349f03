import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** End-to-end tests: real Chromium, the built extension, demo pages at real addresses, no network. */
export default defineConfig({
  testDir: fileURLToPath(new URL('e2e', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
