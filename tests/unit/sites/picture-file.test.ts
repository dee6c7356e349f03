import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureFile } from '../../../lib/sites/taobao/picture-file';

it('takes the file name up to its first ending', () => {
  const path = '//img.alicdn.com/imgextra/i3/O1CN01x_!!0-item_pic.jpg_q50.jpg_.webp';
  expect(pictureFile(path)).toBe('O1CN01x_!!0-item_pic.jpg');
  expect(pictureFile('https://img.example.com/a/b.JPEG?x=1')).toBe('b.JPEG');
  expect(pictureFile('//img.alicdn.com/tps/.png.gif')).toBe('.png.gif');
});

it.each(['', '//img.alicdn.com/tps/i1', 'https://a.example/.png', 'data:image/svg+xml,%3Csvg'])(
  'finds none in %j',
  (address) => expect(pictureFile(address)).toBe(''),
);

it('says what one expression over the whole address would say', () => {
  const piece = fc.constantFrom('.', '/', 'jpg', '.png', 'webp', '.GIF', 'a', '字', 'jpe', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const address = pieces.join('');
      const whole = /[^/]+?\.(?:jpe?g|png|webp|heic|gif|avif)/i.exec(address)?.[0] ?? '';
      expect(pictureFile(address)).toBe(whole);
    }),
    { numRuns: 2000 },
  );
});

it('is done at once with a picture of a megabyte that is data', () => {
  const address = `data:image/svg+xml,${'%3Cg'.repeat(250_000)}`;
  const start = performance.now();
  for (let n = 0; n < 300; n++) pictureFile(address);
  expect(performance.now() - start).toBeLessThan(1000);
});
