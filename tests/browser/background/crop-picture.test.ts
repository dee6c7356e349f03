import { expect, test } from 'vitest';
import { cropPicture, MAX_PICTURE_BYTES } from '../../../lib/background/crop-picture';

/** A window of `scale` pixels to the px, red but for a noisy square at 100, 50 of 400 px. */
async function shotOf(scale: number): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = 1000 * scale;
  canvas.height = 600 * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(scale, scale);
  context.fillStyle = 'rgb(200 0 0)';
  context.fillRect(0, 0, 1000, 600);
  for (let x = 0; x < 400; x += 4)
    for (let y = 0; y < 400; y += 4) {
      context.fillStyle = `rgb(0 ${(x * 7 + y * 13) % 255} ${(x * y) % 255})`;
      context.fillRect(100 + x, 50 + y, 4, 4);
    }
  return canvas.toDataURL('image/png');
}

test.each([1, 2])(
  'the main image alone is cut out, small, at %s pixels to the px',
  async (scale) => {
    const place = { left: 100, top: 50, width: 400, height: 400, viewWidth: 1000 };
    const image = await cropPicture(await shotOf(scale), place);
    expect(image).toMatch(/^data:image\/webp;base64,/);
    expect(((image?.length ?? 0) * 3) / 4).toBeLessThanOrEqual(MAX_PICTURE_BYTES + 64);
    const drawn = new Image();
    drawn.src = image ?? '';
    await drawn.decode();
    expect([drawn.width, drawn.height].every((side) => side <= 112 && side >= 64)).toBe(true);
    const canvas = new OffscreenCanvas(drawn.width, drawn.height);
    const context = canvas.getContext('2d');
    context?.drawImage(drawn, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, drawn.width, drawn.height) ?? {};
    // Nothing of the red around it.
    const reds = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0);
    expect(Math.max(...reds)).toBeLessThan(120);
  },
);

test('what is no picture, or a place outside of it, gives none', async () => {
  const place = { left: 2000, top: 50, width: 400, height: 400, viewWidth: 1000 };
  expect(await cropPicture(await shotOf(1), place)).toBeNull();
  expect(await cropPicture('data:image/jpeg;base64,AAAA', { ...place, left: 0 })).toBeNull();
});
