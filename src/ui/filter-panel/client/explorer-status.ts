import { count } from '../../../catalog/figures.ts';
import { listWords, titleWords, type ListView } from '../../../search/list-words.ts';
import { orderWords } from '../../../search/order-words.ts';
import type { PreparedList } from './explorer.ts';
import type { Found } from './filtering.ts';

/** Says what an explorer shows: in its status line, captions, the title of the page, and its panel. */
export class ExplorerStatus {
  readonly #explorer: HTMLElement;
  readonly #line: Element | null;
  readonly #ownLine: string;
  readonly #title = document.title;

  constructor(explorer: HTMLElement) {
    this.#explorer = explorer;
    this.#line = explorer.querySelector('[role=status]');
    this.#ownLine = this.#line?.textContent ?? '';
  }

  /** What is shown, in words. */
  get words(): string {
    return this.#line?.textContent ?? '';
  }

  /** Draws the lists with their captions, and says what all of them show. `found`: `null` without filters. */
  show(
    lists: readonly PreparedList[],
    found: Found | null,
    remark: string,
    atOnce: number | undefined,
  ): void {
    const said = {
      typed: found?.typed ?? '',
      isSimilar: found?.isSimilar ?? false,
      filters: found?.sentence ?? '',
    };
    const isFiltered = said.typed !== '' || said.filters !== '';
    const noun = this.#explorer.dataset.noun;
    const views = lists.map((list): ListView => {
      const { shown, total, order, label } = list;
      return { ...said, shown, total, noun, order: orderWords(order.sort, order.direction, label) };
    });
    lists.forEach((list, place) => {
      const view = views[place];
      list.draw(view && (isFiltered || !list.isOwnOrder) ? listWords(view) : null, atOnce);
    });
    const orders = new Set(views.map(({ order }) => order));
    const order = orders.size === 1 ? (views[0]?.order ?? '') : '';
    const isOwn = !isFiltered && lists.every((list) => list.isOwnOrder);
    const sum = (part: 'shown' | 'total'): number => views.reduce((all, view) => all + view[part], 0);
    const view: ListView = { ...said, noun, order, shown: sum('shown'), total: sum('total') };
    const remarks = new Set([remark, ...lists.map((list) => list.remark)]);
    if (this.#line)
      this.#line.textContent = [...remarks].join('') + (isOwn ? this.#ownLine : listWords(view));
    const isOwnOrder = lists.every((list) => list.isOwnOrder);
    document.title = titleWords({ ...view, order: isOwnOrder ? '' : order }, this.#title);
    this.#explorer.toggleAttribute('data-empty', view.shown === 0);
    this.#explorer.toggleAttribute('data-filtered', isFiltered);
    const set = found?.phrases.length ?? 0;
    const badge = this.#explorer.querySelector('[data-filter-count]');
    if (badge) badge.textContent = set > 0 ? ` (${set})` : '';
    const done = this.#explorer.querySelector('[data-sheet-done]');
    if (done) done.textContent = `Show ${count(view.shown, noun ?? 'model')}`;
  }
}
