import { render } from 'preact';
import { afterAll, expect, it } from 'vitest';
import '../../components/ui/tokens.css';
import { Dock } from '../../components/overlay/dock';
import { WordsProvider } from '../../components/ui/words';
import { compileKeywords } from '../../lib/analysis/compiled-keywords';
import { titleCoverage } from '../../lib/analysis/title-coverage';
import { loadCatalog } from '../../lib/locales/catalog';
import { frameLike, recordingActions } from '../browser/overlay/draw';
import { sampleInspection } from '../fixtures/sample-inspection';
import { SAMPLE_NOW_MS } from '../fixtures/sample-snapshot';
import { syntheticBank } from './matching-bank';
import { writeSection, type Row } from './results';
import { timeRatio, type Ratio } from './segmenter-alternate';

const words = await loadCatalog('zh-CN');
const root = frameLike();
const { actions } = recordingActions();
const rows: Row[] = [];

afterAll(() =>
  writeSection('Dock panel', ['Mounted into an empty root and laid out, then taken away.'], rows),
);

/** The dock's answer for a listing held against so many keywords. */
function answerOf(keywords: number) {
  const title = sampleInspection().snapshot.title.value!;
  const bank = syntheticBank(Math.max(100, keywords)).slice(0, keywords);
  const options = { nearWindow: 6, limitUnits: 60 };
  const coverage = titleCoverage(compileKeywords(bank), title, options);
  return { state: 'inspected', inspection: sampleInspection({ coverage }), saved: null } as const;
}

function mount(keywords: number): () => void {
  const answer = answerOf(keywords);
  return () => {
    render(
      <WordsProvider words={words} language="zh-CN">
        <Dock answer={answer} nowMs={SAMPLE_NOW_MS} actions={actions} inPage refusals={0} />
      </WordsProvider>,
      root,
    );
    if (root.offsetHeight === 0) throw new Error('nothing was drawn');
    render(null, root);
  };
}

function record(figure: string, ratio: Ratio, limit: number, peer: string, value = ''): void {
  rows.push({ target: 'P16', figure, value, ratio, limit, peer });
}

it('P16: draws the dock in little more than the same tree as text takes', () => {
  const answer = answerOf(60);
  render(
    <WordsProvider words={words} language="zh-CN">
      <Dock answer={answer} nowMs={SAMPLE_NOW_MS} actions={actions} inPage refusals={0} />
    </WordsProvider>,
    root,
  );
  const html = root.innerHTML;
  const nodes = root.querySelectorAll('*').length;
  expect(nodes).toBeGreaterThan(60);
  render(null, root);
  const text = () => {
    root.innerHTML = html;
    if (root.offsetHeight === 0) throw new Error('nothing was drawn');
    root.replaceChildren();
  };
  record(
    'dock by 60 keywords',
    timeRatio(mount(60), text, 21),
    1.2,
    'innerHTML of the same tree',
    `${nodes} elements`,
  );
  record('dock by 500 keywords', timeRatio(mount(500), mount(60), 21), 2, 'dock by 60 keywords');
});
