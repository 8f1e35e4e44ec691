import { date } from '../../../catalog/format.ts';
import { share } from '../../../site/charts/frame.ts';
import { lineStyle } from '../../../site/charts/line-styles.ts';
import { overlayChart } from '../../../site/charts/overlay-chart.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { el } from '../../search/client/dom.ts';
import type { ChartKey } from './compare-address.ts';
import { changeLines, seriesOf, type Past } from './history.ts';

const SVG = 'http://www.w3.org/2000/svg';
const TITLES: Readonly<Record<ChartKey, string>> = {
  input: 'Input price',
  output: 'Output price',
  cost: 'Cost of your workload',
};
const PER_TOKENS = 'per 1M tokens';
/** Longer names would leave the page on phones. */
const LABEL_LENGTH = { wide: 22, narrow: 14 };
const NARROW_MONTHS = 12;

interface ChartOptions {
  readonly key: ChartKey;
  /** Whether the workload is at batch prices, which have no history here. */
  readonly isBatch: boolean;
  /** ISO time. */
  readonly now: string;
  /** Whether there is room for little: the last months and short names. */
  readonly isNarrow: boolean;
}

function titleOf({ key, isBatch }: ChartOptions): string {
  if (key !== 'cost') return `${TITLES[key]} ${PER_TOKENS}`;
  const whose = isBatch ? ', of each model itself and not of its batch variant' : '';
  return `${TITLES[key]} a month, at the prices of the end of each month${whose}`;
}

/** The amounts of the models over time, overlaid, and the table of their changes. */
export function historyFigure(pasts: readonly Past[], options: ChartOptions): HTMLElement[] {
  const chart = drawChart(pasts, options);
  return [
    ...(chart === null
      ? [el('p', { class: 'cmp-none' }, 'No amount above zero is known of these models.')]
      : [chart]),
    changeTable(pasts, options),
  ];
}

function drawChart(pasts: readonly Past[], options: ChartOptions): HTMLElement | null {
  const { now, isNarrow } = options;
  const chart = overlayChart(seriesOf(pasts, isNarrow ? monthsBefore(now, NARROW_MONTHS) : null), now);
  if (chart === null) return null;
  const { frame, lines, prices, times, names, isLogarithmic } = chart;
  const { left, right, top, bottom } = frame;
  const most = isNarrow ? LABEL_LENGTH.narrow : LABEL_LENGTH.wide;
  const title = titleOf(options);
  const svg = make(
    'svg',
    {
      class: 'cmp-plot',
      height: bottom - top,
      role: 'img',
      'aria-label': `${title}. The table has every change.`,
    },
    make(
      'svg',
      { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, preserveAspectRatio: 'none' },
      make('path', { class: 'grid', d: prices.map(({ at }) => `M${left} ${at}H${right}`).join('') }),
      ...lines.map(({ index, path }) =>
        make('path', {
          class: `line ${colorOf(index)}`,
          'stroke-dasharray': lineStyle(index).dashes ?? 'none',
          d: path,
        }),
      ),
    ),
    ...prices.map(({ at, label }) => text({ x: '0', dx: -7, y: at - top + 4, 'text-anchor': 'end' }, label)),
    ...times
      .filter((_, place) => !isNarrow || place === 0 || place === times.length - 1)
      .map(({ at, label }) =>
        text({ x: share(at, frame), y: bottom - top + 20, 'text-anchor': 'middle' }, label),
      ),
    ...lines.flatMap(({ index, marks }) =>
      marks.map(({ x, y }) => make('svg', { x: share(x, frame), y: y - top }, mark(index))),
    ),
    ...names.map(({ index, y, text: name }) =>
      make(
        'svg',
        { x: '100%', y: y - top },
        make('svg', { x: 12, y: 0 }, mark(index)),
        text({ x: 22, y: 4, class: 'name' }, name.length > most ? `${name.slice(0, most - 1)}…` : name),
      ),
    ),
  );
  const scale = isLogarithmic ? ', log scale' : '';
  const months = isNarrow ? ` The last ${NARROW_MONTHS} months.` : '';
  return el(
    'figure',
    { class: 'cmp-figure' },
    el('div', { class: 'cmp-room' }, svg),
    el('figcaption', {}, `${title}${scale}. Each line has its own marker, line style and label.${months}`),
  );
}

function changeTable(pasts: readonly Past[], options: ChartOptions): HTMLElement {
  const head = (label: string, isNumber: boolean): HTMLElement =>
    el('th', { scope: 'col', class: isNumber ? 'num' : null }, label);
  return el(
    'table',
    { class: 'cmp-changes' },
    el('caption', {}, `${titleOf(options)}: every change`),
    el(
      'thead',
      {},
      el('tr', {}, head('Model', false), head('Since', false), head('$', true), head('Change', true)),
    ),
    ...pasts.map((past, index) => {
      const { name, id, status } = past.record;
      const found = changeLines(past, options.key);
      const lines =
        found.length > 0
          ? found
          : [{ from: '', amount: 'no records', change: '', isReason: false, tone: null }];
      const cell = el(
        'th',
        { scope: 'rowgroup', rowspan: String(lines.length) },
        sample(index),
        el('a', { href: url(modelPath(id)) }, name),
        ...(status.kind === 'retired' ? [el('small', {}, ' retired')] : []),
      );
      return el(
        'tbody',
        {},
        ...lines.map((line, place) =>
          el(
            'tr',
            {},
            ...(place === 0 ? [cell] : []),
            el('td', {}, line.from === '' ? '' : date(line.from)),
            el('td', { class: 'num' }, line.amount),
            el('td', { class: line.isReason ? null : `num ${line.tone ?? ''}`.trim() }, line.change),
          ),
        ),
      );
    }),
  );
}

function sample(index: number): Node {
  return make(
    'svg',
    { class: 'cmp-sample', width: 36, height: 12, 'aria-hidden': 'true' },
    make('path', {
      class: `line ${colorOf(index)}`,
      'stroke-dasharray': lineStyle(index).dashes ?? 'none',
      d: 'M0 6H36',
    }),
    make('svg', { x: 18, y: 6 }, mark(index)),
  );
}

function mark(index: number): SVGElement {
  const { marker, isHollow } = lineStyle(index);
  return make('path', { class: `mark ${colorOf(index)} ${isHollow ? 'hollow' : 'filled'}`, d: marker });
}

function colorOf(index: number): string {
  return index % 2 === 0 ? 'ink' : 'accent';
}

function text(attributes: Readonly<Record<string, string | number>>, content: string): SVGElement {
  return make('text', attributes, content);
}

function make(
  tag: 'svg' | 'path' | 'text',
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

function monthsBefore(now: string, months: number): string {
  const time = new Date(now);
  time.setUTCMonth(time.getUTCMonth() - months);
  return time.toISOString();
}
