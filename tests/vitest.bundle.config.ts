import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of the built extension as it lies in .output: run after `npm run zip`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { name: 'bundle', include: ['tests/bundle/**/*.test.ts'], environment: 'node' },
});
