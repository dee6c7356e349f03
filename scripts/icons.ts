import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { ROOT } from './run.mjs';

// Draws the mark, a small ruler, in every size the manifest names: node scripts/icons.ts

const GREEN = [0x1f, 0x6f, 0x5c];
const WHITE = [0xff, 0xff, 0xff];

/** Ticks per size, on whole pixels: `x` of the first, the pitch, the width, and each one's length. */
const TICKS: Record<number, { x: number; pitch: number; width: number; lengths: number[] }> = {
  16: { x: 3, pitch: 3, width: 1, lengths: [6, 4, 4, 6] },
  32: { x: 5, pitch: 5, width: 2, lengths: [12, 8, 12, 8, 12] },
  48: { x: 7, pitch: 8, width: 2, lengths: [18, 12, 18, 12, 18] },
  96: { x: 14, pitch: 16, width: 4, lengths: [36, 24, 36, 24, 36] },
  128: { x: 19, pitch: 21, width: 6, lengths: [48, 32, 48, 32, 48] },
};

/** How much of the pixel lies within the rounded square, 0 to 1, from 8 × 8 samples. */
function coverage(px: number, py: number, size: number): number {
  const radius = (size * 4) / 18;
  let inside = 0;
  for (let i = 0; i < 64; i++) {
    const x = px + ((i % 8) + 0.5) / 8;
    const y = py + (Math.floor(i / 8) + 0.5) / 8;
    const dx = Math.max(radius - x, x - (size - radius), 0);
    const dy = Math.max(radius - y, y - (size - radius), 0);
    if (dx * dx + dy * dy <= radius * radius) inside++;
  }
  return inside / 64;
}

function isTick(px: number, py: number, size: number): boolean {
  const ticks = TICKS[size];
  return (ticks?.lengths ?? []).some((length, i) => {
    const from = (ticks?.x ?? 0) + i * (ticks?.pitch ?? 0);
    return px >= from && px < from + (ticks?.width ?? 0) && py < length;
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The mark as an RGBA PNG. */
function png(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const colour = isTick(x, y, size) ? WHITE : GREEN;
      const alpha = Math.round(coverage(x, y, size) * 255);
      rows.set([...colour, alpha], y * (size * 4 + 1) + 1 + x * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const size of Object.keys(TICKS).map(Number)) {
  writeFileSync(join(ROOT, 'public', 'icon', `${size}.png`), png(size));
}
