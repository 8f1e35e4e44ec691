import type { Cost, Costed } from '../../../catalog/cost/cost.ts';
import { costSentences, partWords } from '../../../catalog/cost/part-words.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { costUsd } from '../../../catalog/figures.ts';
import { el } from '../../search/client/dom.ts';

/** The parts of a cost as a table with a total, and what it depends on; or why it has no cost. */
export function partsView(
  cost: Cost,
  model: Costed,
  workload: Workload,
  isBatchVariant: boolean,
): HTMLElement {
  if (cost.kind === 'none') return el('p', { 'data-part': 'no-cost' }, `No cost: ${cost.reason}`);
  const rows = cost.parts.map((part) => {
    const { label, product, amount } = partWords(part, model, workload);
    return el('tr', {}, rowHead(label), cell(product), cell(amount));
  });
  const total = el('tr', {}, rowHead('Total'), cell(''), cell(costUsd(cost.usd)));
  const sentences = costSentences(cost, model, workload, isBatchVariant);
  return el(
    'div',
    {},
    el(
      'table',
      { class: 'cost-table', 'data-part': 'cost' },
      el('caption', { class: 'sr-only' }, 'Cost a month by part'),
      el('thead', {}, el('tr', {}, head('Part'), head('Quantity × price'), head('A month'))),
      el('tbody', {}, ...rows),
      el('tfoot', {}, total),
    ),
    ...(sentences.length > 0 ? [el('p', { class: 'cost-note' }, sentences.join(' '))] : []),
  );
}

const rowHead = (text: string): HTMLElement => el('th', { scope: 'row' }, text);
const head = (text: string): HTMLElement => el('th', { scope: 'col' }, text);
const cell = (text: string): HTMLElement => el('td', {}, text);
