import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { ViteUserConfig } from 'vitest/config';
import { isRoot, QUIET_SWITCHES, systemChromium } from '../scripts/find-chromium.ts';

const chromium = systemChromium();

/** What every Vitest project that runs in real Chromium has in common. */
export const inChromium = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-dev-runtime',
      'zod/mini',
      'dexie',
      'fast-check',
      'axe-core',
      'uplot',
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} satisfies ViteUserConfig;

/** The one headless browser such a project runs in. */
export const chromiumBrowser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [...QUIET_SWITCHES, '--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : [])],
    },
  }),
  instances: [{ browser: 'chromium' as const }],
};
