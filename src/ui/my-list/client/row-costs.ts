import { costOf } from '../../../catalog/cost/cost.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { costUsd } from '../../../catalog/format.ts';
import { costedIn } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { el } from '../../search/client/dom.ts';
import type { Listed } from './my-row.ts';

/** The cost a month of each model of the list. Loaded when a workload is set. */
export function showCosts(list: HTMLElement, models: readonly Listed[], workload: Workload): void {
  const records = new Map(models.map(({ star, record }) => [star.id, record]));
  for (const row of list.querySelectorAll<HTMLElement>('[data-model-id]')) {
    const record = records.get(row.dataset.modelId ?? '');
    if (record) showCost(row, record, workload);
  }
}

function showCost(row: HTMLElement, record: ModelRecord, workload: Workload): void {
  const isBase = record.variant === null;
  const batch = record.variants.find(({ variant }) => isBase && variant === 'batch');
  const cost = costOf(costedIn(record, record), workload, batch ? costedIn(record, batch) : null);
  const cell = row.querySelector('.my-cost');
  if (cost.kind === 'none') {
    cell?.replaceChildren(el('small', {}, `No cost: ${cost.reason}`));
    return;
  }
  row.dataset.cost = cost.usd;
  const isPast = record.status.kind === 'retired' || record.status.kind === 'not-asked-for';
  const words = [
    'a month',
    ...(cost.isBatch ? ['at batch prices'] : []),
    ...(isPast ? ['at its last prices'] : []),
  ];
  cell?.replaceChildren(el('b', {}, costUsd(cost.usd)), el('small', {}, words.join(' ')));
}
