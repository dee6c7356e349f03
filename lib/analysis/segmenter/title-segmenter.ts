import { intlSegmenter, type GapSegmenter } from '../root-splitter';
import { intlGapSplitter } from './gaps';
import { parseLexicon } from './lexicon';
import { makeSegmenter, piecesOf } from './segmenter';

/**
 * The segmenter over the packaged lexicon, read once per worker (10 to 13 ms). Where the file can't
 * be read or does not parse, the engine's own segmenter stands in: roots are coarser then, and no
 * keyword is lost.
 */
export function titleSegmenter(readLexicon: () => Promise<string>): () => Promise<GapSegmenter> {
  let made: Promise<GapSegmenter> | null = null;
  return () =>
    (made ??= readLexicon()
      .then((text) => {
        const lexicon = parseLexicon(text);
        if (lexicon === null) return intlSegmenter();
        const segmenter = makeSegmenter(null, lexicon, intlGapSplitter());
        return (piece: string) => piecesOf(piece, segmenter.segment(piece));
      })
      .catch(() => intlSegmenter()));
}
