import { describe, expect, test } from 'vitest';
import { resolveLanguage } from '../../../lib/locales/catalog';
import { catalog as en } from '../../../lib/locales/en';
import { catalog as chinese } from '../../../lib/locales/zh-CN';
import { FIELD_NAMES } from '../../../lib/listing/snapshot';
import { TAOBAO_HOSTS } from '../../../lib/sites/hosts';

type Word = { path: string; kind: 'text' | 'function'; text: string };

// A figure that no word holds by itself, and a name in Latin letters that a word may.
const SAMPLES = [7, 21, 33] as const;

/** Every word of a catalog; a function is called with figures, and again with names. */
function wordsIn(node: unknown, path: string): Word[] {
  if (typeof node === 'string') return [{ path, kind: 'text', text: node }];
  if (typeof node === 'function') {
    return [{ path, kind: 'function', text: String(node(...SAMPLES)) }];
  }
  if (Array.isArray(node)) return node.flatMap((each, at) => wordsIn(each, `${path}[${at}]`));
  if (typeof node !== 'object' || node === null) throw new Error(`no word at ${path}`);
  return Object.entries(node).flatMap(([key, value]) => wordsIn(value, `${path}.${key}`));
}

/**
 * Words that are the same in every language: a product's own name, keys, the languages' own names,
 * and examples of what an operator types (their listings are Chinese whatever language they read).
 */
const NAMES = /生意参谋|Ctrl\+\w/g;
/** A Chinese term beside its English name, a page's own word in quotes, a named example. */
const GLOSS = /\([^)]*\)|“[^”]*”|For example .*$/g;
const isExample = (path: string) =>
  /laceholder$|\.examples?(\.|$)/.test(path) || path.startsWith('.options.settings.languages.');

const zhWords = wordsIn(chinese, '');
const enWords = wordsIn(en, '');

test('both catalogs have the same words, of the same kind', () => {
  const shape = (words: Word[]) => words.map(({ path, kind }) => `${path} ${kind}`).sort();
  expect(shape(enWords)).toEqual(shape(zhWords));
  expect(zhWords.length).toBeGreaterThan(200);
});

test('every function uses each of its figures and names in both languages alike', () => {
  const inEnglish = new Map(enWords.map((word) => [word.path, word.text]));
  for (const { path, kind, text } of zhWords) {
    if (kind !== 'function') continue;
    for (const sample of SAMPLES) {
      const used = (words: string) => new RegExp(`(?<!\\d)${sample}(?!\\d)`).test(words);
      expect(`${path} ${sample} ${used(inEnglish.get(path) ?? '')}`).toBe(
        `${path} ${sample} ${used(text)}`,
      );
    }
  }
});

test('no word is empty or has stray blanks', () => {
  const joints = new Set(['.common.colon', '.common.listSeparator', '.common.inBrackets']);
  const bad = [...zhWords, ...enWords].filter(
    ({ path, text }) => text.trim() === '' || (text !== text.trim() && !joints.has(path)),
  );
  // Between two sentences stands nothing in Chinese and a blank in English.
  expect(bad).toMatchObject([
    { path: '.common.gap', text: '' },
    { path: '.common.gap', text: ' ' },
  ]);
});

test('the English catalog holds no Chinese, and no Chinese punctuation', () => {
  const bad = enWords.filter(
    ({ path, text }) =>
      !isExample(path) &&
      /[\p{Script=Han}，。：；、（）「」？！]/u.test(
        text.replaceAll(NAMES, '').replaceAll(GLOSS, ''),
      ),
  );
  expect(bad).toEqual([]);
});

test('the English catalog says every word in words of its own', () => {
  const same = enWords.filter(({ path, text }, at) => {
    const zh = zhWords[at];
    if (zh?.path !== path || zh.text !== text || isExample(path)) return false;
    return /\p{L}{2}/u.test(text.replaceAll(NAMES, ''));
  });
  expect(same).toEqual([]);
});

describe('the Chinese catalog', () => {
  test('is written in Chinese, names and units of measure aside', () => {
    const foreign =
      /\b(?!SKU\b|TSV\b|CSV\b|JSON\b|Tmall\b|Chrome\b|Edge\b|MIT\b|KB\b|MB\b|GB\b)[A-Za-z]{3,}/;
    const bad = zhWords.filter(
      ({ path, text }) =>
        !isExample(path) &&
        foreign.test(text.replaceAll(NAMES, '')) &&
        !/\p{Script=Han}/u.test(text),
    );
    expect(bad).toEqual([]);
  });

  test('uses full-width punctuation beside Chinese characters', () => {
    const bad = zhWords.filter(
      ({ text }) =>
        /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text) || /\.{3}/.test(text),
    );
    expect(bad).toEqual([]);
  });

  test('ends its full sentences', () => {
    const bad = zhWords.filter(({ text }) => /。/.test(text) && !/[。？！”）]$/.test(text));
    expect(bad).toEqual([]);
  });
});

test('every field and every host has its name', () => {
  for (const { common } of [chinese, en]) {
    expect(Object.keys(common.fields).sort()).toEqual([...FIELD_NAMES].sort());
    expect(Object.keys(common.sites).sort()).toEqual([...TAOBAO_HOSTS].sort());
  }
});

test('English counts one and many', () => {
  expect(en.common.counts.words(1)).toBe('1 word');
  expect(en.common.counts.words(2)).toBe('2 words');
  expect(en.popup.changes.more(1)).toBe('1 more change');
});

test('auto takes Chinese for every Chinese browser and English for all others', () => {
  expect(resolveLanguage('auto', 'zh-TW')).toBe('zh-CN');
  expect(resolveLanguage('auto', 'de')).toBe('en');
  expect(resolveLanguage('en', 'zh-CN')).toBe('en');
});
