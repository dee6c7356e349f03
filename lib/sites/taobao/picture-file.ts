/** Longest address whose file name is looked for; pictures that are data have none. */
const MAX_ADDRESS = 2000;

/**
 * The file name in a picture's address, up to its first ending: of
 * `…/O1CN01x_!!0-item_pic.jpg_q50.jpg_.webp` that is `O1CN01x_!!0-item_pic.jpg`. "" without one.
 * Piece by piece: one expression over the whole address takes the square of its length.
 */
export function pictureFile(address: string): string {
  for (const piece of address.slice(0, MAX_ADDRESS).split('/')) {
    // An ending alone is no name.
    const ending = /\.(?:jpe?g|png|webp|heic|gif|avif)/i.exec(piece.slice(1));
    if (ending) return piece.slice(0, ending.index + 1 + ending[0].length);
  }
  return '';
}
