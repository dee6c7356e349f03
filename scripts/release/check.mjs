import { setUp } from '../set-up.mjs';
import { entry, ROOT } from '../run.mjs';

// npm run release:check                      everything; the soak takes an hour of it
// npm run release:check -- --skip soak,long  without some steps; --only zips just these
// npm run release:check -- --table           the table from the figures that were kept

await entry(async () => {
  process.chdir(ROOT);
  const code = await setUp('scripts/release/check.mjs');
  if (code !== null) return code;
  const { checkRelease } = await import('./check-release.ts');
  return checkRelease(process.argv.slice(2));
});
