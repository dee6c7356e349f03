import { normaliseText } from '../listing/title-text';
import { readFigure, type Figure } from './figure-text';
import type { Keyword, Metric } from './keyword';

/** What the pasted figures are; asked of the operator, for the text does not say. */
export type PastedMetric = Pick<Metric, 'kind' | 'source' | 'period'>;

/** Why a line does not read. */
export type PasteFault =
  | 'figure' // the second column is no number and no range
  | 'long' // more than 60 characters
  | 'no-word'; // nothing but marks, or nothing at all before the figure

/** A pasted text as it reads; lines count from 1. */
export type KeywordPaste = {
  keywords: Keyword[];
  errors: { line: number; text: string; why: PasteFault }[];
  /** Words that stood there before (alike once normalised): their figures were merged. */
  duplicates: { line: number; word: string; firstLine: number }[];
};

const MAX_WORD = 60;
const WORD_HEADER = /^(?:相关)?(?:搜索词|关键词|搜索关键词|词|keyword|query)$/i;
/** "word, 1200" and "word   600 ~ 1200": without a tab a figure must end the line. */
const LOOSE = /^(.*?\S)(?:\s*[,，;；]\s*|\s{2,}|\u3000+)([^,，]*\d.*|[-–—]+)$/;

/**
 * Reads keywords pasted one per line, or with a figure in a second column: word⇥人气 as copied from
 * a table (further columns are left alone, a rank column before the word is passed over), or with
 * two blanks or a comma between. Blank lines and a line of column names are skipped. A line that
 * does not read is reported and costs no other line. The same word twice is one word, whose figure
 * spans both.
 */
export function readKeywordPaste(text: string, metric: PastedMetric): KeywordPaste {
  const found = new Map<string, { keyword: Keyword; line: number }>();
  const errors: KeywordPaste['errors'] = [];
  const duplicates: KeywordPaste['duplicates'] = [];
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const line = index + 1;
    if (raw.trim() === '') return;
    const { word, figure: figureText, isTable } = columnsOf(raw);
    if (isTable && WORD_HEADER.test(word) && readFigure(figureText) === 'bad') return;
    const fault = (why: PasteFault) => errors.push({ line, text: raw, why });
    const { text: key } = normaliseText(word);
    if (key === '') return void fault('no-word');
    if (word.length > MAX_WORD) return void fault('long');
    const figure = readFigure(figureText);
    if (figure === 'bad') return void fault('figure');
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { keyword: keywordOf(word, figure, metric), line });
    } else {
      duplicates.push({ line, word, firstLine: known.line });
      known.keyword = merged(known.keyword, figure, metric);
    }
  });
  return { keywords: Array.from(found.values(), ({ keyword }) => keyword), errors, duplicates };
}

function columnsOf(line: string): { word: string; figure: string; isTable: boolean } {
  const clean = (cell: string) => unquoted(cell.replace(/[\p{Cf}\p{Cc}]/gu, '').trim());
  if (line.includes('\t')) {
    const cells = line.split('\t').map(clean);
    // 排名⇥搜索词⇥搜索人气: a rank, then something that is no figure.
    const isRanked = /^(?:\d{1,5}|排名)$/.test(cells[0]!) && readFigure(cells[1] ?? '') === 'bad';
    const [word = '', figure = ''] = isRanked ? cells.slice(1) : cells;
    return { word, figure, isTable: true };
  }
  const loose = LOOSE.exec(line.trim());
  const figure = loose === null ? '' : clean(loose[2]!);
  if (loose !== null && readFigure(figure) !== 'bad')
    return { word: clean(loose[1]!), figure, isTable: true };
  return { word: clean(line), figure: '', isTable: false };
}

function unquoted(cell: string): string {
  const inner = /^"(.*)"$/s.exec(cell);
  return inner === null ? cell : inner[1]!.replaceAll('""', '"').trim();
}

function keywordOf(word: string, figure: Figure | 'none', metric: PastedMetric): Keyword {
  const metrics = figure === 'none' ? [] : [{ ...metric, ...figure }];
  return { word, metrics, class: null, mustHave: false, synonyms: [], atomic: false };
}

function merged(keyword: Keyword, figure: Figure | 'none', metric: PastedMetric): Keyword {
  if (figure === 'none') return keyword;
  const known = keyword.metrics[0];
  const span =
    known === undefined
      ? figure
      : { min: Math.min(known.min, figure.min), max: Math.max(known.max, figure.max) };
  return { ...keyword, metrics: [{ ...metric, ...span }] };
}
