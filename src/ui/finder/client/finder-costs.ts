import type { Cost } from '../../../catalog/cost/cost.ts';
import { monthlyUsd } from '../../../catalog/cost/cost-words.ts';
import { exactUsd } from '../../../catalog/figures.ts';
import { costsFor, loadCosts, type CostOf } from '../../workload/client/cost-data.ts';
import { currentWorkload } from '../../workload/client/current-workload.ts';
import { reasonButton, showReason } from '../../base/client/reason.ts';

/** Shows what the current workload costs a month on the models of the answer, from now on. */
export function showCosts(finder: HTMLElement): void {
  const show = async (): Promise<void> => {
    const workload = currentWorkload()?.workload ?? null;
    // Without costs the rows say nothing, and the line above says what is set.
    const data = workload && (await loadCosts(finder.dataset.costs ?? '').catch(() => null));
    const costOf = data && costsFor(data, workload);
    for (const row of finder.querySelectorAll<HTMLElement>('tr[data-model-id]')) showCost(row, costOf);
  };
  finder.addEventListener('answered', () => void show());
  document.addEventListener('workload-change', () => void show());
  addEventListener('pageshow', () => void show());
  void show();
}

function showCost(row: HTMLElement, costOf: CostOf | null): void {
  const cost = costOf?.(row.dataset.modelId ?? '') ?? null;
  if (cost?.kind === 'cost') row.dataset.cost = cost.usd;
  else delete row.dataset.cost;
  for (const cell of row.querySelectorAll<HTMLElement>('[data-cost-cell]')) {
    const isPhone = cell.dataset.costCell === 'phone';
    cell.replaceChildren(...(cost === null ? [] : isPhone ? [phoneWords(cost)] : [cellOf(cost)]));
    cell.title = cost?.kind === 'cost' ? exactUsd(cost.usd) : '';
  }
}

function phoneWords(cost: Cost): string {
  return cost.kind === 'cost' ? `${monthlyUsd(cost.usd)} a month` : `No cost: ${cost.reason}`;
}

function cellOf(cost: Cost): Node | string {
  if (cost.kind === 'cost') return monthlyUsd(cost.usd);
  const button = reasonButton(cost.reason);
  button.addEventListener('click', () => {
    showReason(button, `No cost: ${cost.reason}`);
  });
  return button;
}
