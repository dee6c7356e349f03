import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { say } from '../hostile/campaign.ts';
import { storedRows } from '../hostile/stores.ts';

/**
 * Mounts a small disk of its own over the profile's folder. False where that is not allowed: the
 * campaign is then counted as what it is, not tried, and its figure says so.
 */
export function mountSmallDisk(campaign: string, folder: string, megabytes: number): boolean {
  const args = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
  if (spawnSync('mount', args, { stdio: 'ignore' }).status === 0) return true;
  say(campaign, { tried: ['no: mount is not permitted here', 'yes', false] });
  return false;
}

/** Takes that disk away again. */
export function unmount(folder: string): void {
  spawnSync('umount', [folder], { stdio: 'ignore' });
}

/** The operator's notes in every store that can be read. */
export async function storedNotes(options: Page): Promise<string[]> {
  return (await storedRows(options)).filter((row) => row.includes('/note/'));
}

/** Keeps the disk that a folder lies on full to the last byte, whatever is freed, until called. */
export function keepFull(folder: string): () => void {
  const path = join(folder, 'filler');
  const file = openSync(path, 'a');
  const fill = () => {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size, 1);
      try {
        for (;;) if (writeSync(file, block) < size) break;
      } catch {
        // Full, to this size of block.
      }
    }
  };
  fill();
  const timer = setInterval(fill, 20);
  return () => {
    clearInterval(timer);
    closeSync(file);
    rmSync(path);
  };
}
