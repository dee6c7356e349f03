import { setUp } from './set-up.mjs';
import { entry, ROOT } from './run.mjs';

// npm start: from a fresh clone to an annotated listing. Everything below needs the installed
// packages and the project's own Node, so it is loaded after the set-up.
await entry(async () => {
  process.chdir(ROOT);
  const code = await setUp('scripts/start.mjs');
  if (code !== null) return code;
  const { buildIfNeeded } = await import('./build.ts');
  const { ensureChromium } = await import('./find-chromium.ts');
  const { showDemo } = await import('./demo/show.ts');
  await buildIfNeeded();
  await ensureChromium();
  return showDemo();
});
