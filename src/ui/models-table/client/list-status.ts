import { count } from '../../../catalog/format.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';
import type { Order } from '../../../search/order-params.ts';
import { BUTTON } from '../../base/client/button.ts';
import { ARIA_SORT, markSort } from './table-head.ts';
import type { Columns } from './table-rows.ts';

/** For screen readers only. */
const UNSEEN = 'sr-only';
/** Same as `Remark.astro`. */
const REMARK = 'pt-2 text-sm text-faint';

/** The state that the status line describes. */
interface Said {
  /** An error message with a trailing space. */
  readonly remark: string;
  /** The number of shown rows. */
  readonly shown: number;
  /** The total number of models, if the list is filtered. */
  readonly of?: number;
  /** The number of active filter values. */
  readonly count?: number;
  /** The filters in words that no form shows. */
  readonly unshown?: string;
}

/**
 * The status line of `<model-table>`, a live region: how many models match, their order, and a reset button.
 */
export class ListStatus {
  readonly names: ValueNames;
  readonly #list: HTMLElement;
  readonly #columns: Columns;
  readonly #line: HTMLElement;
  readonly #isHushed: boolean;
  #clearButton: HTMLButtonElement | undefined;
  readonly #clear: () => void;

  constructor(list: HTMLElement, columns: Columns, clear: () => void) {
    this.#list = list;
    this.#columns = columns;
    this.#clear = clear;
    this.#line = list.querySelector('[role=status]') ?? list.appendChild(document.createElement('p'));
    this.#isHushed = this.#line.classList.contains(UNSEEN);
    this.names = { today: list.dataset.today ?? '', authorName: (slug) => slug };
    list.querySelector('[data-clear]')?.addEventListener('click', clear);
  }

  show(order: Order, { remark, shown, of, count: set = 0, unshown = '' }: Said): void {
    const { sort, direction } = order;
    markSort(this.#columns, order);
    for (const link of this.#list.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      if (link.dataset.sortBy === sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const isFiltered = set > 0;
    const counted = of === undefined || !isFiltered ? '' : `${shown} of ${of} models match`;
    const matches = [counted, unshown].filter(Boolean).join(': ');
    // Sighted readers see the order in the header.
    const sorted = document.createElement('span');
    sorted.className = UNSEEN;
    sorted.textContent = `Sorted by ${this.#columns.get(sort)?.label ?? ''}, ${ARIA_SORT[direction]}.`;
    this.#line.replaceChildren(matches && `${matches}. `, remark, sorted);
    // This line shows the filters that no form shows.
    if (this.#isHushed) {
      const isSeen = isFiltered || remark !== '';
      this.#line.className = isSeen ? REMARK : UNSEEN;
      this.#offerToClear(isFiltered);
    }
    this.#list.toggleAttribute('data-empty', shown === 0);
    this.#list.toggleAttribute('data-filtered', isFiltered);
    const badge = this.#list.querySelector('[data-filter-count]');
    if (badge) badge.textContent = isFiltered ? ` (${set})` : '';
    const closer = this.#list.querySelector('[data-close-sheet]');
    if (closer) closer.textContent = `Show ${count(shown, 'model')}`;
  }

  #offerToClear(isFiltered: boolean): void {
    if (!this.#clearButton) {
      if (!isFiltered) return;
      this.#clearButton = document.createElement('button');
      this.#clearButton.type = 'button';
      this.#clearButton.className = BUTTON;
      this.#clearButton.textContent = 'Clear the filters';
      this.#clearButton.addEventListener('click', this.#clear);
      this.#line.after(this.#clearButton);
    }
    this.#clearButton.hidden = !isFiltered;
  }
}
