import type { GapSegmenter } from '../analysis/root-splitter';
import { titleSegmenter } from '../analysis/segmenter/title-segmenter';
import { packagedText } from './packaged-text';

/** The segmenter over the lexicon of the package, read when it is first asked for. */
export function packagedSegmenter(): () => Promise<GapSegmenter> {
  return titleSegmenter(() => packagedText('/lexicon.txt'));
}
