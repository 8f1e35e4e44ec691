import type { Cost } from '../../../catalog/cost/cost.ts';
import { namedWorkload } from '../../../catalog/cost/workload-words.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { costUsd } from '../../../catalog/figures.ts';
import { differenceWords } from '../../../catalog/price-difference.ts';
import { costsFor, loadCosts } from '../../workload/client/cost-data.ts';

/** The costs in the lists of related models: for the current workload in place of the typical one. */
export class RelatedCosts {
  readonly #address: string;
  readonly #parts = [...document.querySelectorAll<HTMLElement>('[data-compared]')];
  /** What the page says without a workload. */
  readonly #before = new Map<HTMLElement, string>();

  /** `address` is that of the file of costs. */
  constructor(address: string) {
    this.#address = address;
  }

  async show(workload: Workload, own: Cost): Promise<void> {
    if (this.#parts.length === 0) return;
    const costOf = costsFor(await loadCosts(this.#address), workload);
    for (const part of this.#parts) {
      const cost = costOf(part.dataset.compared ?? '');
      const isBoth = cost.kind === 'cost' && own.kind === 'cost';
      const words = isBoth ? differenceWords(cost.usd, own.usd, 0) : 'not compared';
      const difference = part.querySelector('b');
      this.#say(difference, words);
      const isStep = part.closest('[data-part=family]') !== null;
      // Only what is cheaper has the color of it.
      difference?.classList.toggle('text-down', !isStep && words.endsWith('cheaper'));
      this.#say(
        part.querySelector('[data-usd]'),
        cost.kind === 'cost' ? `${costUsd(cost.usd)} a month` : `none: ${cost.reason}`,
      );
    }
    for (const said of document.querySelectorAll<HTMLElement>('[data-workload-said]')) {
      this.#say(said, `your workload: ${namedWorkload(workload)}`);
    }
  }

  restore(): void {
    for (const [part, text] of this.#before) part.textContent = text;
    for (const part of this.#parts) {
      const isStep = part.closest('[data-part=family]') !== null;
      part.querySelector('b')?.classList.toggle('text-down', !isStep);
    }
    this.#before.clear();
  }

  #say(part: HTMLElement | null, text: string): void {
    if (!part) return;
    if (!this.#before.has(part)) this.#before.set(part, part.textContent);
    part.textContent = text;
  }
}
