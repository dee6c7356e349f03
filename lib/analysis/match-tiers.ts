import { wordBorders } from '../listing/word-border';
import type { CompiledKeywords } from './compiled-keywords';
import type { Span } from './coverage-result';
import { placeParts, type Placement } from './place-parts';
import { scan } from './trie';

/** The tiers as numbers, better ones lower. */
export const CONTIGUOUS = 0;
export const NEAR = 1;
export const SCATTERED = 2;
export const PARTIAL = 3;
export const MISSING = 4;

/** Where each pattern of the trie stands in a normalised text, in order, at word borders. */
export type Hits = Map<number, Span[]>;

/** Every occurrence of every pattern in a normalised text. */
export function findHits(compiled: CompiledKeywords, text: string): Hits {
  const borders = wordBorders(text);
  const hits: Hits = new Map();
  scan(compiled.trie, text, (pattern, from, to) => {
    const needs = compiled.patternBorders[pattern]!;
    if ((needs & 1) !== 0 && borders[from] === 0) return;
    if ((needs & 2) !== 0 && borders[to] === 0) return;
    const spans = hits.get(pattern);
    if (spans === undefined) hits.set(pattern, [{ from, to }]);
    else spans.push({ from, to });
  });
  return hits;
}

/**
 * The best tier of every keyword and the form that reached it (−1 for missing). `touched` lists
 * the keywords that are not missing, in no particular order.
 */
export type Tiers = { tiers: Uint8Array; forms: Int32Array; touched: Int32Array };

/** Works out all tiers from the hits; `nearWindow` in characters of the normalised text. */
export function matchTiers(compiled: CompiledKeywords, hits: Hits, nearWindow: number): Tiers {
  const { wholeOf, rootOf, formDistinctRoots, formKeyword, formSize } = compiled;
  const tiers = new Uint8Array(compiled.words.length).fill(MISSING);
  const forms = new Int32Array(compiled.words.length).fill(-1);
  const touched = new Int32Array(compiled.words.length);
  let touchedCount = 0;
  const settle = (form: number, tier: number) => {
    const keyword = formKeyword[form]!;
    const known = tiers[keyword]!;
    if (known === MISSING) touched[touchedCount++] = keyword;
    // A keyword's own form has the lowest number: it stays where a synonym is only as good.
    if (tier > known || (tier === known && form > forms[keyword]!)) return;
    tiers[keyword] = tier;
    forms[keyword] = form;
  };

  // How many of its roots each form has in the title, and the forms that have any.
  const present = new Uint8Array(formDistinctRoots.length);
  const withRoots = new Int32Array(formDistinctRoots.length);
  let withRootsCount = 0;
  for (const pattern of hits.keys()) {
    for (let i = wholeOf.starts[pattern]!; i < wholeOf.starts[pattern + 1]!; i++)
      settle(wholeOf.items[i]!, CONTIGUOUS);
    const end = rootOf.starts[pattern + 1]!;
    for (let i = rootOf.starts[pattern]!; i < end; i++) {
      const form = rootOf.items[i]!;
      if (present[form] === 0) withRoots[withRootsCount++] = form;
      present[form]!++;
    }
  }
  for (let i = 0; i < withRootsCount; i++) {
    const form = withRoots[i]!;
    if (present[form]! < formDistinctRoots[form]!) {
      settle(form, PARTIAL);
    } else if (tiers[formKeyword[form]!] !== CONTIGUOUS) {
      const placement = placeForm(compiled, hits, form);
      if (placement.placed < placement.spans.length) settle(form, PARTIAL);
      else settle(form, placement.width <= formSize[form]! + nearWindow ? NEAR : SCATTERED);
    }
  }
  return { tiers, forms, touched: touched.subarray(0, touchedCount) };
}

/** A form's roots placed in the text, as tight as can be. */
export function placeForm(compiled: CompiledKeywords, hits: Hits, form: number): Placement {
  const { starts, items } = compiled.formRoots;
  const roots = items.subarray(starts[form], starts[form + 1]);
  return placeParts(Array.from(roots, (root) => hits.get(root) ?? []));
}
