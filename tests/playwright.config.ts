import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** End-to-end tests: real Chromium, the built extension, demo pages at real addresses, no network. */
export default defineConfig({
  testDir: fileURLToPath(new URL('e2e', import.meta.url)),
  // Campaigns of minutes whose tenth is minutes still: in `npm run test:long` only.
  testIgnore:
    process.env['CAMPAIGN'] === 'whole'
      ? []
      : [
          '**/storage/upgrades.spec.ts',
          '**/storage/stores-shut.spec.ts',
          '**/storage/last-copies.spec.ts',
          '**/storage/manifests.spec.ts',
          '**/storage/disk-full-everywhere.spec.ts',
        ],
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
