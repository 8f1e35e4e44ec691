import type { Alternative } from '../../../catalog/alternatives.ts';
import type { Cost } from '../../../catalog/cost/cost.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import {
  FAMILY_TITLE,
  NEAR_TITLE,
  noneWords,
  QUALITY_NOT_COMPARED,
  RULE_WORDS,
  SAME_TITLE,
  setWords,
  stepWords,
} from '../../../site/words/alternatives.ts';
import { el } from '../../search/client/dom.ts';
import { costsFor, loadCosts } from '../../workload/client/cost-data.ts';
import { choose, type Choice } from './choose-alternatives.ts';
import { REMARK, SECTION, SMALL_HEADING, SMALL_TITLE } from './compared-looks.ts';
import { comparedRow } from './compared-row.ts';

/** The models beside the one of the page, chosen at the reader's workload in place of the typical one. */
export class LiveAlternatives {
  readonly #part = document.querySelector<HTMLElement>('[data-part=alternatives]');
  /** What the page says without a workload. */
  readonly #typical = [...(this.#part?.childNodes ?? [])];
  readonly #addresses: { readonly costs: string; readonly mostUsed: string };
  #turn = 0;

  /** The addresses of the files of costs and of the most used models. */
  constructor(addresses: { readonly costs: string; readonly mostUsed: string }) {
    this.#addresses = addresses;
  }

  /** Shows those of the typical workload, which they name, where the data cannot be loaded. */
  async show(record: ModelRecord, workload: Workload, cost: Cost): Promise<void> {
    if (!this.#part) return;
    const turn = (this.#turn += 1);
    const { costs, mostUsed } = this.#addresses;
    try {
      const choice = await choose(record, cost, costsFor(await loadCosts(costs), workload), mostUsed);
      if (turn !== this.#turn) return;
      this.#part.replaceChildren(...sectionsOf(choice, workload, cost.kind === 'cost' ? cost.usd : null));
    } catch {
      if (turn === this.#turn) this.restore();
    }
  }

  restore(): void {
    this.#turn += 1;
    this.#part?.replaceChildren(...this.#typical);
  }
}

function sectionsOf(
  { own, reason, same, near, steps }: Choice,
  workload: Workload,
  usd: Decimal | null,
): HTMLElement[] {
  const rowOf = (other: Alternative, role?: string): HTMLElement[] =>
    usd === null ? [] : [comparedRow(own, usd, other, role)];
  const list = (part: string, others: readonly Alternative[]): HTMLElement =>
    el('ul', { 'data-part': part }, ...others.flatMap((other) => rowOf(other)));
  const found = [...same, ...near];
  const isCompared = found.some(({ benchmarks }) => benchmarks.length > 0);
  const remark = [
    ...(found.length > 0 && !isCompared ? [el('strong', {}, QUALITY_NOT_COMPARED), ' '] : []),
    'Costs are for ',
    el('span', { 'data-workload-said': '' }, setWords(workload)),
    `.${found.length > 0 ? ` ${RULE_WORDS}` : ''}`,
  ];
  return [
    el(
      'section',
      { class: SECTION },
      el('h2', { class: SMALL_TITLE, id: 'alternatives' }, SAME_TITLE),
      same.length > 0 ? list('same', same) : el('p', { class: REMARK }, noneWords(reason)),
      ...(near.length === 0 ? [] : [el('h3', { class: SMALL_HEADING }, NEAR_TITLE), list('near', near)]),
      ...(reason === null ? [el('p', { class: REMARK }, ...remark)] : []),
    ),
    ...(usd === null || steps.length === 0
      ? []
      : [
          el(
            'section',
            { class: SECTION },
            el('h2', { class: SMALL_TITLE }, FAMILY_TITLE),
            el(
              'ul',
              { 'data-part': 'family' },
              ...steps.flatMap((other) => rowOf(other, stepWords(other.usd, usd))),
            ),
          ),
        ]),
  ];
}
