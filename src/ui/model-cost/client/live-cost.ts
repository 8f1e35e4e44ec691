import { costing, type Cost, type Costed } from '../../../catalog/cost/cost.ts';
import { isSameWorkload, namedWorkload } from '../../../catalog/cost/workload-words.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { costedIn } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { loadRecord } from '../../base/client/load-record.ts';
import { currentWorkload } from '../../workload/client/current-workload.ts';
import { el } from '../../search/client/dom.ts';
import { monthCosts } from './month-costs.ts';
import { monthsView } from './months-view.ts';
import { partsView } from './parts-view.ts';
import { LiveAlternatives } from '../../model-page/client/live-alternatives.ts';
import css from './model-cost.css?inline';

const FAILED = 'The cost could not be loaded. Load the page again to see it.';

/** Shows the cost of the current workload from now on, in place of the typical one. */
export function liveCost(section: HTMLElement): void {
  const body = section.querySelector<HTMLElement>('[data-body]');
  const main = section.closest('main');
  if (!body || !main) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const typical = [...body.childNodes];
  const { costs = '', mostUsed = '' } = section.dataset;
  const alternatives = new LiveAlternatives({ costs, mostUsed });
  const aside = main.querySelector<HTMLElement>('aside');
  // Hidden until then, because what is in it may move.
  const reveal = (): void => {
    aside?.setAttribute('data-live', '');
  };
  let shown: Workload | null = null;
  const show = async (): Promise<void> => {
    const workload = currentWorkload()?.workload ?? null;
    if (workload && shown && isSameWorkload(workload, shown)) return;
    shown = workload;
    if (workload === null) {
      main.removeAttribute('data-cost');
      body.replaceChildren(...typical);
      alternatives.restore();
      reveal();
      return;
    }
    try {
      const known = await loadModel(main.dataset.modelId ?? '', workload);
      // Another one may have been set meanwhile.
      if (shown !== workload) return;
      const { record, batch } = known;
      const priced = batch === null ? null : costedIn(batch, batch);
      const model = costedIn(record, record);
      const cost = costing(workload)(model, priced);
      mark(main, cost);
      body.replaceChildren(...bodyOf(record, batch, workload, cost, priced ?? model));
      await alternatives.show(record, workload, cost);
      reveal();
    } catch {
      if (shown !== workload) return;
      shown = null;
      reveal();
      main.removeAttribute('data-cost');
      body.replaceChildren(el('p', { role: 'alert' }, FAILED));
    }
  };
  document.addEventListener('workload-change', () => void show());
  addEventListener('pageshow', () => void show());
  void show();
}

/** The record of the model, and that of its listed batch variant where batch prices are asked for. */
async function loadModel(
  id: string,
  { isBatch }: Workload,
): Promise<{ readonly record: ModelRecord; readonly batch: ModelRecord | null }> {
  const record = await recordOf(id);
  const isOffered = record.variant === null && record.status.kind !== 'retired';
  const variant = isBatch && isOffered ? record.variants.find((one) => one.variant === 'batch') : undefined;
  return { record, batch: variant ? await recordOf(variant.id) : null };
}

async function recordOf(id: string): Promise<ModelRecord> {
  const { record, problem } = await loadRecord(id);
  if (record === null) throw new Error(`The record of ${id} is ${problem}.`);
  return record;
}

function mark(main: HTMLElement, cost: Cost): void {
  if (cost.kind === 'cost') main.dataset.cost = cost.usd;
  else main.removeAttribute('data-cost');
}

function bodyOf(
  record: ModelRecord,
  batch: ModelRecord | null,
  workload: Workload,
  cost: Cost,
  priced: Costed,
): HTMLElement[] {
  const isPast = record.status.kind === 'retired' || record.status.kind === 'not-asked-for';
  const said = `${namedWorkload(workload)}${isPast ? ', at its last prices' : ''}`;
  return [
    el('p', { class: 'cost-said' }, said),
    el(
      'div',
      { class: 'cost-split' },
      partsView(cost, priced, workload, record.variant === 'batch'),
      monthsView(monthCosts(record, workload, batch), isPast),
    ),
  ];
}
