import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A real page, or the data of one, as it lies in the captures' folder. */
export type Capture = { name: string; text: string };

/**
 * A command of the test browser: the captures of the page app, read where they lie
 * (`YARDSTICK_CAPTURES`, by default beside the project); none of them is part of the project.
 * Null, with the folder that was looked in, where there are none.
 */
export function readCaptures(): { folder: string; captures: Capture[] | null } {
  const captures = process.env['YARDSTICK_CAPTURES'] ?? '../shared/pages/captures';
  const folder = join(resolve(ROOT, captures), 'taobao_tmall_ice_2022plus');
  if (!existsSync(folder)) return { folder, captures: null };
  const read = (name: string): Capture => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  });
  return { folder, captures: readdirSync(folder).map(read) };
}
