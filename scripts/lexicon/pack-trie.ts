/**
 * Writes words and their cost levels as the resource file that lib/analysis/segmenter/lexicon.ts reads: a
 * header of JSON; a line of all characters, the most used first; a line of those that begin a word; and for
 * each of these the trie of its words, depth first, as a line of distances (how far a node's character lies
 * behind its elder sibling's in that order) and, after all of those, a line of marks. Packed with gzip this
 * is a third smaller than the words in plain text.
 */

/** Cost levels that the file tells apart: 15 took a tenth more bytes and split no title better. */
const LEVELS = 4;
/** Distances up to this are one printable character; longer ones have one of the prefixes, or the last and two more. */
const SHORT = 60;
const PREFIXES = 34;
const BASE = 95;
const FIRST = 0x20;

/** Costs of what is not a listed word, and the closers, for the file's header. */
export type Settings = { unknown: number; join: number; pair: number; closers: string };

type Node = { children: Map<number, Node>; level: number };

function distanceText(distance: number): string {
  if (distance <= SHORT) return String.fromCharCode(FIRST + distance - 1);
  const rest = distance - SHORT - 1;
  const prefix = Math.floor(rest / BASE);
  if (prefix < PREFIXES) return String.fromCharCode(FIRST + SHORT + prefix, FIRST + (rest % BASE));
  const high = prefix - PREFIXES;
  return String.fromCharCode(FIRST + SHORT + PREFIXES, FIRST + high, FIRST + (rest % BASE));
}

/** All characters, those first that most often follow another: short distances are cheap. */
function alphabetOf(words: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word.charAt(0), counts.get(word.charAt(0)) ?? 0);
    for (const character of word.slice(1)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, often], [b, rare]) => rare - often || (a < b ? -1 : 1))
    .map(([character]) => character);
}

function trieOf(words: ReadonlyMap<string, number>, rank: ReadonlyMap<string, number>): Node {
  const root: Node = { children: new Map(), level: -1 };
  for (const [word, level] of words) {
    let node = root;
    for (const character of word) {
      const at = rank.get(character)!;
      let child = node.children.get(at);
      if (child === undefined) node.children.set(at, (child = { children: new Map(), level: -1 }));
      node = child;
    }
    node.level = level;
  }
  return root;
}

function levelsOf(costs: ReadonlyMap<string, number>) {
  let floor = Infinity;
  let top = 0;
  for (const cost of costs.values()) {
    floor = Math.min(floor, cost);
    top = Math.max(top, cost);
  }
  floor = Math.round(floor);
  const step = Math.max(1, Math.round((top - floor) / (LEVELS - 1)));
  const levelOf = (cost: number) =>
    Math.min(LEVELS - 1, Math.max(0, Math.round((cost - floor) / step)));
  const words = new Map([...costs].map(([word, cost]) => [word, levelOf(cost)]));
  return { floor, step, words };
}

/** The nodes under one, depth first: their distances and their marks. */
function linesOf(node: Node): [string, string] {
  let distances = '';
  let marks = '';
  const children = [...node.children].toSorted(([a], [b]) => a - b);
  children.forEach(([rank, child], index) => {
    const last = index === children.length - 1 ? 2 : 0;
    const inner = child.children.size > 0 ? 1 : 0;
    const [below, marksBelow] = linesOf(child);
    distances += distanceText(rank - (children[index - 1]?.[0] ?? 0)) + below;
    marks += String.fromCharCode(FIRST + 1 + (child.level + 1) * 4 + last + inner) + marksBelow;
  });
  return [distances, marks];
}

/** The file's text. Words have two characters or more; a shorter one is a bug. */
export function packLexicon(
  costs: ReadonlyMap<string, number>,
  loose: readonly string[],
  settings: Settings,
): string {
  const { floor, step, words } = levelsOf(costs);
  for (const word of words.keys()) if (word.length < 2) throw new Error(`${word} is too short`);
  for (const word of loose) if (words.has(word)) words.set(word, words.get(word)! + LEVELS);
  const alphabet = alphabetOf(words.keys());
  const root = trieOf(words, new Map(alphabet.map((character, at) => [character, at + 1])));
  const firsts = [...root.children].toSorted(([a], [b]) => a - b);
  const lines = firsts.map(([, node]) => linesOf(node));
  const body = [
    alphabet.join(''),
    firsts.map(([rank]) => alphabet[rank - 1]).join(''),
    ...lines.map(([distances]) => distances),
    ...lines.map(([, marks]) => marks),
    '',
  ].join('\n');
  const header = {
    format: 'yardstick-lexicon-1',
    source:
      'jieba dict.txt (MIT, Sun Junyi) filtered by scripts/lexicon, and reviewed words of our own',
    size: body.length,
    words: words.size,
    floor,
    step,
    ...settings,
  };
  return `${JSON.stringify(header)}\n${body}`;
}
