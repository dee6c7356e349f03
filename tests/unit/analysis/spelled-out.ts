import type { CompiledKeywords } from '../../../lib/analysis/compiled-keywords';
import type { Numbered } from '../../../lib/analysis/packed-texts';

/** All of them in an array. */
export function listed<T>(of: Numbered<T>): (T | undefined)[] {
  return Array.from({ length: of.length }, (_, at) => of.at(at));
}

/** The same with every text and class in an array; one that was read makes them when they are asked for. */
export function spelledOut(compiled: CompiledKeywords) {
  const { patterns, words, formText, classes, ...rest } = compiled;
  return {
    ...rest,
    texts: [patterns, words, formText].map(listed),
    classes: listed(classes),
    beyond: [patterns, words, formText].map((of) => of.at(of.length)),
  };
}
