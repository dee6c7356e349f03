/** A miss of one figure; with `peer` only of the line against that peer, without it against any. */
type KnownMiss = { target: string; figure: string; peer?: string; why: string };

/**
 * Targets that are missed and known to be: what stands in the way, and what the floor is. A miss
 * that is not listed here fails `npm run bench`; one that is met again is called out in the table.
 */
export const KNOWN_MISSES: readonly KnownMiss[] = [
  {
    target: 'P10',
    figure: 'append as a restore does: looked up, kept in the book of months',
    why: 'each append also notes in the same transaction which month the second store has to seal again; raw IndexedDB keeps no second store. The rows alone are held by "bulk write"',
  },
  {
    target: 'P12',
    figure: 'latest of 500 listings, whole snapshots',
    peer: '500 cursors on raw IndexedDB',
    why: 'the target was set for small rows; these are whole snapshots of 4.5 KB, and copying 2.3 MB out is the floor: one raw getAll of them takes as long (the line beside this one). A table of small rows beside the snapshots would be the next step',
  },
  {
    target: 'P14',
    figure: 'listing, switched off: content script over 11 KB of library',
    why: 'the library talks to nobody; ours sends its first message, and the browser builds the messaging of an isolated world on first use (some 2 ms). Compiling 28 KB takes 1.2 ms; the target of 5 ms stands beside it',
  },
  {
    target: 'P1',
    figure: 'cut a real title',
    peer: 'jieba-wasm',
    why: 'a median of 0.19 to 0.24; the upper quartile lies on the edge. Half of the time are calls of Intl for rows of four and more characters that no word explains, asked anew here each time; the product keeps the answers (the line "gaps kept")',
  },
  {
    target: 'P7',
    figure: 'cover a title, 10000 keywords: figures',
    peer: 'loop of includes',
    why: 'a median of 0.014 to 0.017 with the upper quartile on the edge, against a loop that tells presence only. Against the plain loop that answers the same (tiers and spans) it is 0.002. A title costs 26 µs at least: two fifths are looking which forms are whole and joining bitmaps, a fifth normalising and scanning',
  },
  {
    target: 'P12',
    figure: 'latest of 500 listings: time',
    why: 'whole snapshots: see above',
  },
  {
    target: 'P15',
    figure: "listing, dock drawn: page's main thread",
    why: 'by trace, of some 34 ms: three frames put into the page 10 (the browser makes a frame 3 ms each, and nothing of it is our code), the script compiled and begun 5.5, two readings 8, placed in five animation frames 7. Fewer than three frames would take one of the chips away',
  },
  {
    target: 'P15',
    figure: "listing of 6000 nodes, dock drawn: page's main thread",
    why: 'as on the listing: the nodes cost nothing',
  },
  {
    target: 'P16',
    figure: 'dock by 60 keywords',
    why: 'half of it is the layout that both have; the rest is Preact making 380 elements one by one (createElementNS and insertBefore a tenth, its diff a tenth). The prototype of the study was ten rows of one component',
  },
  {
    target: 'P17',
    figure: '288 stretches in 48 titles',
    why: 'a median of 0.13 to 0.17. The product marks one quote at a time, by a box of its own for each line so that the page can’t see it; the Highlight API is quicker (0.04), and a page can read from it what is marked',
  },
];

/** What is known of a miss of that line. */
export function knownMiss({ target, figure, peer }: Omit<KnownMiss, 'why'>): KnownMiss | undefined {
  return KNOWN_MISSES.find(
    (miss) =>
      miss.target === target &&
      miss.figure === figure &&
      (miss.peer === undefined || miss.peer === peer),
  );
}
