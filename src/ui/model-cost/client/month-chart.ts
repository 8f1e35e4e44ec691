import { costUsd, month as monthName } from '../../../catalog/figures.ts';
import type { MonthCost } from './month-costs.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 400;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 392, 12, 128];
const LABEL_AT = 146;

/** Costs of months as steps, from zero to the highest. Months without a cost are gaps. */
export function monthChart(months: readonly MonthCost[], highest: number): SVGSVGElement {
  const svg = node('svg', {
    viewBox: `0 0 ${WIDTH} ${LABEL_AT + 6}`,
    class: 'cost-chart',
    role: 'img',
    'aria-label': `Cost a month since ${monthName(months[0]?.month ?? '')}. The table below has every amount.`,
  });
  const heightOf = (usd: number): number => BOTTOM - ((BOTTOM - TOP) * usd) / (highest || 1);
  const grid = [0, highest / 2, highest].map((usd) => ({ usd, y: Math.round(heightOf(usd)) }));
  for (const { usd, y } of grid) {
    svg.append(
      node('path', { class: 'cost-grid', d: `M${LEFT} ${y}H${RIGHT}` }),
      label(costUsd(usd.toFixed(6)), LEFT - 6, y + 4, 'end'),
    );
  }
  svg.append(
    node('path', { class: 'cost-line', d: pathOf(months, heightOf) }),
    label(monthName(months[0]?.month ?? ''), LEFT, LABEL_AT, 'start'),
    label(monthName(months.at(-1)?.month ?? ''), RIGHT, LABEL_AT, 'end'),
  );
  return svg;
}

/** A step for each month on the axis, also for those that are left out. Batch prices begin a new line. */
export function pathOf(months: readonly MonthCost[], heightOf: (usd: number) => number): string {
  const numbers = months.map(({ month }) => numberOf(month));
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  const width = (RIGHT - LEFT) / (last - first + 1);
  let path = '';
  let before: { readonly number: number; readonly y: number; readonly isBeforeBatch: boolean } | null = null;
  months.forEach(({ cost, isBeforeBatch }, place) => {
    const number = numbers[place] ?? 0;
    if (cost.kind === 'none') {
      before = null;
      return;
    }
    const [x, y] = [Math.round(LEFT + (number - first) * width), Math.round(heightOf(Number(cost.usd)))];
    const isNext: boolean = before?.number === number - 1 && before.isBeforeBatch === isBeforeBatch;
    path += isNext ? (before?.y === y ? '' : `V${y}`) : `M${x} ${y}`;
    path += `H${Math.round(x + width)}`;
    before = { number, y, isBeforeBatch };
  });
  return path;
}

function numberOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return year * 12 + number;
}

function label(text: string, x: number, y: number, anchor: string): SVGElement {
  const element = node('text', { x: String(x), y: String(y), 'text-anchor': anchor });
  element.textContent = text;
  return element;
}

function node<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
