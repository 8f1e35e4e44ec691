import { costUsd, month as monthName } from '../../../catalog/figures.ts';
import { el } from '../../search/client/dom.ts';
import { sinceFirstWords, spansOf, type MonthCost, type Span } from './month-costs.ts';
import { monthChart } from './month-chart.ts';

/** So many bars are their own table; more are a chart with a table that is folded. */
const MAX_BARS = 8;
const TITLE = 'What it would have cost';
const NORMAL = 'normal prices: no batch variant was listed';

/** What the workload would have cost a month at the prices of the end of earlier months. */
export function monthsView(months: readonly MonthCost[], isPast: boolean): HTMLElement {
  const spans = spansOf(months);
  const highest = Math.max(0, ...spans.map(({ usd }) => Number(usd ?? 0)));
  const isShort = spans.length <= MAX_BARS;
  const words = isPast ? '' : sinceFirstWords(months);
  return el(
    'div',
    { 'data-part': 'month-costs' },
    el('h3', {}, TITLE),
    ...(spans.length === 0
      ? [el('p', { class: 'cost-note' }, 'No prices of earlier months are recorded.')]
      : isShort
        ? [tableOf(spans, highest)]
        : [
            monthChart(months, highest),
            el('details', {}, el('summary', {}, 'Every month as a table'), tableOf(spans, null)),
          ]),
    ...(isShort ? [] : normalNote(months)),
    ...(words === '' ? [] : [el('p', { class: 'cost-note' }, words)]),
  );
}

/** The months at normal prices, which a chart does not tell from the others. */
function normalNote(months: readonly MonthCost[]): HTMLElement[] {
  const normal = months.filter(({ isBeforeBatch }) => isBeforeBatch);
  const spans = spansOf(normal.map((one) => ({ ...one, cost: { kind: 'none', reason: '' } })));
  return spans.map((span) => el('p', { class: 'cost-note' }, `${nameOf(span)}: ${NORMAL}.`));
}

/** `highest`: that of the longest bar; `null` for a table without bars. */
function tableOf(spans: readonly Span[], highest: number | null): HTMLElement {
  return el(
    'table',
    { class: 'cost-table' },
    el('caption', { class: 'sr-only' }, 'Cost a month at the prices of the end of each month'),
    el('tbody', {}, ...spans.map((span) => rowOf(span, highest))),
  );
}

function nameOf({ from, to }: Span): string {
  return from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`;
}

function rowOf(span: Span, highest: number | null): HTMLElement {
  const { usd, reason, isBeforeBatch } = span;
  const note = isBeforeBatch && usd !== null ? [el('small', { class: 'cost-small' }, NORMAL)] : [];
  const bars =
    highest === null || usd === null ? [] : [el('td', { class: 'cost-bar' }, barOf(Number(usd), highest))];
  const amount =
    usd === null
      ? el(
          'td',
          { class: 'cost-reason', ...(highest === null ? {} : { colspan: '2' }) },
          `No cost: ${reason}`,
        )
      : el('td', {}, costUsd(usd));
  return el('tr', {}, el('th', { scope: 'row' }, nameOf(span), ...note), ...bars, amount);
}

function barOf(usd: number, highest: number): Node {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', `${highest === 0 ? 0 : Math.max(1, (100 * usd) / highest).toFixed(1)}%`);
  rect.setAttribute('height', '100%');
  svg.append(rect);
  return svg;
}
