import type uPlot from 'uplot';

/** What a chart says of its rows. */
export type ChartRows = {
  /** The row that is spoken of where the pointer is at a row: a break's is the sight before it. */
  sightOf: (row: number) => number;
  /** What is said of a sight, a line each. */
  linesOf: (row: number) => readonly string[];
};

/** Where the keyboard leads: one sight on or back, the first, the last. */
export type TipStep = 'back' | 'on' | 'first' | 'last';

const STEPS: Readonly<Record<string, TipStep>> = {
  ArrowLeft: 'back',
  ArrowRight: 'on',
  Home: 'first',
  End: 'last',
};

/** Which step a key asks for, null for none. */
export function tipStep({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): TipStep | null {
  return altKey || ctrlKey || metaKey ? null : (STEPS[key] ?? null);
}

/**
 * A box beside the sight under the pointer, or the one that the keyboard has come to. Answers with
 * what moves it by key and puts it away.
 */
export function addTip(
  chart: uPlot,
  { sightOf, linesOf }: ChartRows,
): { step: (step: TipStep) => void; hide: () => void } {
  const tip = document.createElement('div');
  tip.className = 'price-chart-tip';
  tip.hidden = true;
  tip.setAttribute('aria-live', 'polite');
  chart.over.append(tip);
  let shown: number | null = null;

  const hide = () => {
    shown = null;
    tip.hidden = true;
  };
  const show = (row: number) => {
    const at = chart.data[0][row];
    if (at === undefined) return;
    if (shown !== row) {
      tip.replaceChildren(
        ...linesOf(row).map((text) => {
          const line = document.createElement('div');
          line.textContent = text;
          return line;
        }),
      );
    }
    shown = row;
    tip.hidden = false;
    const left = chart.valToPos(at, 'x');
    const flip = left > chart.over.clientWidth / 2;
    tip.style.left = flip ? 'auto' : `${left + 10}px`;
    tip.style.right = flip ? `${chart.over.clientWidth - left + 10}px` : 'auto';
  };
  const follow = () => {
    const row = chart.cursor.idx ?? null;
    if (row === null || (chart.cursor.left ?? -1) < 0) hide();
    else show(sightOf(row));
  };
  chart.over.addEventListener('mousemove', () => requestAnimationFrame(follow));
  chart.over.addEventListener('mouseleave', hide);
  return {
    hide,
    step(step) {
      const next = nextRow(sightsIn(chart, sightOf), shown, step);
      if (next === undefined) return;
      const at = chart.data[0][next] ?? 0;
      chart.setCursor({ left: chart.valToPos(at, 'x'), top: 0 });
      show(next);
    },
  };
}

/** The sights between the chart's ends, in order. */
function sightsIn(chart: uPlot, sightOf: ChartRows['sightOf']): number[] {
  const { min = -Infinity, max = Infinity } = chart.scales['x'] ?? {};
  return [...chart.data[0].keys()].filter((row) => {
    const at = chart.data[0][row] ?? NaN;
    return sightOf(row) === row && at >= min && at <= max;
  });
}

/** The sight that a step leads to from the one shown; from none, the nearest end. */
function nextRow(rows: readonly number[], shown: number | null, step: TipStep): number | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  switch (step) {
    case 'first':
      return first;
    case 'last':
      return last;
    case 'on':
      return shown === null ? first : (rows.find((row) => row > shown) ?? last);
    case 'back':
      return shown === null ? last : (rows.findLast((row) => row < shown) ?? first);
  }
}
