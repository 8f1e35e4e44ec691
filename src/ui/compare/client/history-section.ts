import type { Workload } from '../../../catalog/cost/workload.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { el } from '../../search/client/dom.ts';
import { CHART_KEYS, type ChartKey } from './compare-address.ts';
import { historyFigure } from './compare-chart.ts';
import { pastOf } from './history.ts';

interface HistoryOptions {
  readonly chart: ChartKey | null;
  readonly workload: Workload | null;
  readonly onChart: (chart: ChartKey) => void;
}

const LABELS: Readonly<Record<ChartKey, string>> = { input: 'Input', output: 'Output', cost: 'Cost' };
const DEFAULT: ChartKey = 'output';

const narrow = matchMedia('(width < 48em)');
let redraw: (() => void) | null = null;
narrow.addEventListener('change', () => redraw?.());

/** Fills the section of the prices over time, with the choice of the amount. */
export function showHistory(
  place: HTMLElement,
  records: readonly ModelRecord[],
  options: HistoryOptions,
): void {
  const { chart, workload, onChart } = options;
  const keys = CHART_KEYS.filter((key) => key !== 'cost' || workload !== null);
  let key = chart !== null && keys.includes(chart) ? chart : DEFAULT;
  const figure = el('div', { class: 'cmp-history' });
  const draw = (): void => {
    const now = records[0]?.captured_at ?? '';
    const pasts = records.map((record) => pastOf(record, key, workload));
    figure.replaceChildren(
      ...historyFigure(pasts, { key, now, isNarrow: narrow.matches, isBatch: workload?.isBatch ?? false }),
    );
  };
  const choices = keys.map((one) => {
    const input = el('input', { type: 'radio', name: 'chart', value: one, class: 'sr-only' });
    input.checked = one === key;
    input.addEventListener('change', () => {
      key = one;
      onChart(one);
      draw();
    });
    return el('label', {}, input, LABELS[one]);
  });
  place.replaceChildren(
    el(
      'div',
      { class: 'cmp-hd' },
      el('h2', { id: 'cmp-history' }, 'Price history'),
      el('div', { class: 'cmp-choice', role: 'radiogroup', 'aria-label': 'Amount shown' }, ...choices),
    ),
    figure,
  );
  redraw = draw;
  draw();
}
