import type { PicturePlace } from '../messaging/frames';

/** Side of a kept picture at most, px, and the most bytes that it may have. */
const SIDES = [112, 88, 64];
const QUALITIES = [0.8, 0.6, 0.4];
export const MAX_PICTURE_BYTES = 8 * 1024;

/**
 * The part of a picture of the window that the main image takes, as a small data address of at most
 * 8 KB; null where the browser can't draw it or it does not get that small. `shot` is a data address.
 */
export async function cropPicture(shot: string, place: PicturePlace): Promise<string | null> {
  try {
    const whole = await createImageBitmap(blobOf(shot));
    // The picture is of the window's own pixels.
    const scale = whole.width / place.viewWidth;
    const [x, y] = [Math.round(place.left * scale), Math.round(place.top * scale)];
    const width = Math.min(whole.width - x, Math.round(place.width * scale));
    const height = Math.min(whole.height - y, Math.round(place.height * scale));
    if (width < 1 || height < 1) return null;
    for (const side of SIDES) {
      const small = Math.min(1, side / Math.max(width, height));
      const size = [
        Math.max(1, Math.round(width * small)),
        Math.max(1, Math.round(height * small)),
      ];
      const canvas = new OffscreenCanvas(size[0] ?? 1, size[1] ?? 1);
      const context = canvas.getContext('2d');
      if (context === null) return null;
      context.imageSmoothingQuality = 'high';
      context.drawImage(whole, x, y, width, height, 0, 0, canvas.width, canvas.height);
      for (const quality of QUALITIES) {
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
        if (blob.size <= MAX_PICTURE_BYTES && blob.type === 'image/webp') return dataAddress(blob);
      }
    }
    return null;
  } catch {
    // Not a picture, or more than the browser can hold now: a listing without one is as good.
    return null;
  }
}

function blobOf(address: string): Blob {
  const [head = '', body = ''] = address.split(',');
  const bytes = Uint8Array.from(atob(body), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? '' });
}

async function dataAddress(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:${blob.type};base64,${btoa(text)}`;
}
