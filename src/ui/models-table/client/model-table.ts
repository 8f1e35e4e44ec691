import { count } from '../../../catalog/format.ts';
import { writeAddress } from '../../base/client/address-bar.ts';
import { appendInBatches } from './batches.ts';
import '../../base/client/input-method.ts';
import { fillForm, readAddress, readForm } from '../../base/client/form-address.ts';
import { isReturn, keepPlace, placeAt } from './list-place.ts';
import { testOf } from './table-filter.ts';
import { ARIA_SORT, markSort, readColumns, readSort, upgradeHeaders, type TableSort } from './table-head.ts';
import { readGroup, type Columns, type Group } from './table-rows.ts';
import { groupSorter, noteMemberAhead, type SortGroups } from './table-sort.ts';

interface State extends TableSort {
  readonly filters: URLSearchParams;
}

/**
 * `<model-table>` around a filter form and a `<table data-models>`: sorts and filters in place and keeps both in the address.
 * Groups move whole: a base, then what folds under it. Blanks, dynamic and unknown come last both ways.
 * `data-rest` names a fragment with every row, for lists that are printed in pages; it is fetched at the first use.
 */
class ModelTable extends HTMLElement {
  #table!: HTMLTableElement;
  #head!: HTMLTableSectionElement;
  #groups: Group[] = [];
  #sortGroups: SortGroups = () => undefined;
  #columns!: Columns;
  #initial!: State;
  #state!: State;
  #form: HTMLFormElement | null = null;
  #status!: HTMLElement;
  #loading: Promise<Group[]> | undefined;
  #remark = '';
  #stopAppending: () => void = () => undefined;

  connectedCallback(): void {
    const table = this.querySelector<HTMLTableElement>('table[data-models]');
    const head = table?.tHead;
    if (!table || !head) return;
    this.#table = table;
    this.#head = head;
    this.#form = this.querySelector('form');
    this.#status = this.querySelector('[role=status]') ?? this.appendChild(document.createElement('p'));
    this.#columns = readColumns(head);
    upgradeHeaders(this.#columns, (key) => {
      this.#sortBy(key);
    });
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#sortBy(link.dataset.sortBy ?? '');
      });
    }
    this.#initial = { ...readSort(this.#columns), filters: new URLSearchParams() };
    this.#state = this.#initial;
    this.#listen();
    if (location.search !== '') void this.#return(isReturn());
  }

  /** The first time in the direction that most readers want on top, then the other way round. */
  #sortBy(sort: string): void {
    const now = readSort(this.#columns);
    const first = this.#columns.get(sort)?.firstDirection ?? 'asc';
    const flipped = now.direction === 'asc' ? 'desc' : 'asc';
    void this.#change({ ...this.#state, sort, direction: now.sort === sort ? flipped : first }, 'push');
  }

  #listen(): void {
    // Reading the rows takes a moment on long lists: it is done before the click that needs it.
    for (const type of ['pointerover', 'focusin', 'touchstart']) {
      this.addEventListener(type, () => void (this.#loading ??= this.#load()), { once: true, passive: true });
    }
    addEventListener('popstate', () => {
      this.#keepPlace();
      void this.#return(true);
    });
    addEventListener('pagehide', () => {
      this.#keepPlace();
    });
    const form = this.#form;
    if (!form) return;
    for (const field of form.querySelectorAll('fieldset')) field.disabled = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('input', (event) => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
      void this.#change({ ...this.#state, filters: readForm(form) }, typing ? 'replace' : 'push');
    });
    form.addEventListener('reset', () => {
      void this.#change({ ...this.#state, filters: new URLSearchParams() }, 'push');
    });
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      form.reset();
    });
  }

  /** Only what this table knows is taken from the address. */
  #readAddress(): State {
    const params = new URLSearchParams(location.search);
    const wanted = params.get('sort') ?? '';
    const first = this.#columns.get(wanted)?.firstDirection ?? null;
    const sort = first === null ? this.#initial.sort : wanted;
    const dir = params.get('dir');
    const byDefault = first ?? this.#initial.direction;
    const direction = dir === 'asc' || dir === 'desc' ? dir : byDefault;
    const filters = this.#form ? readAddress(this.#form) : new URLSearchParams();
    return { sort, direction, filters };
  }

  /** What the address says of a state: nothing of what it is at first. */
  #parametersOf({ sort, direction, filters }: State): URLSearchParams {
    const params = new URLSearchParams(filters);
    const byDefault = this.#columns.get(sort)?.firstDirection ?? this.#initial.direction;
    if (sort !== this.#initial.sort) params.set('sort', sort);
    if (direction !== (sort === this.#initial.sort ? this.#initial.direction : byDefault)) {
      params.set('dir', direction);
    }
    return params;
  }

  #addressOf(state: State): string {
    return `${location.pathname}?${this.#parametersOf(state)}`;
  }

  #keepPlace(): void {
    keepPlace(this.#addressOf(this.#state), { y: scrollY, rows: this.#table.tBodies.length });
  }

  /** What a reader chose. */
  async #change(state: State, how: 'push' | 'replace'): Promise<void> {
    if (how === 'push') this.#keepPlace();
    const draw = await this.#prepare(state);
    // Before the rows go, because a browser keeps the place that it has now for the step that is left.
    if (draw) writeAddress(this.#parametersOf(state), how);
    draw?.();
    const { top } = this.#table.getBoundingClientRect();
    if (draw && top < 0) scrollBy({ top });
  }

  /** What the address asks for; with `toPlace` where the reader was when it was left. */
  async #return(toPlace: boolean): Promise<void> {
    const state = this.#readAddress();
    const place = toPlace ? placeAt(this.#addressOf(state)) : null;
    if (this.#form) fillForm(this.#form, state.filters);
    const draw = await this.#prepare(state);
    draw?.(place?.rows);
    if (draw && place) scrollTo({ top: place.y });
  }

  /** What draws a state, so many rows at once; `null` where another was asked for while the rows were loaded. */
  async #prepare(state: State): Promise<((atOnce?: number) => void) | null> {
    this.#state = state;
    this.#groups = await (this.#loading ??= this.#load());
    if (state !== this.#state) return null;
    const test = testOf(state.filters);
    const shown = this.#groups.filter((group) => {
      const hits = group.rows.map(test);
      const { unfold } = group;
      if (unfold && state.filters.size > 0) unfold.checked = !hits[0] && hits.includes(true);
      return hits.includes(true);
    });
    this.#sortGroups(shown, state);
    return (atOnce) => {
      this.#markSort(state);
      this.#draw(shown, state, atOnce);
      this.#announce(state, shown.length);
    };
  }

  #readGroups(bodies: Iterable<HTMLTableSectionElement>): Group[] {
    const groups = [...bodies].map((body) => readGroup(body, this.#columns));
    this.#sortGroups = groupSorter(groups, this.#columns);
    return groups;
  }

  /** Every group: those of this page, or all of them where the list is printed in pages. */
  async #load(): Promise<Group[]> {
    const { rest } = this.dataset;
    if (rest === undefined) return this.#readGroups(this.#table.tBodies);
    try {
      const answer = await fetch(rest);
      if (!answer.ok) throw new Error(`${rest} answered ${answer.status}`);
      const template = document.createElement('template');
      template.innerHTML = `<table>${await answer.text()}</table>`;
      this.toggleAttribute('data-whole', true);
      return this.#readGroups(template.content.querySelectorAll('tbody'));
    } catch {
      this.#remark =
        'The models of the other pages could not be loaded, so only those of this page are here. ';
      return this.#readGroups(this.#table.tBodies);
    }
  }

  #markSort(state: State): void {
    markSort(this.#columns, state);
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      if (link.dataset.sortBy === state.sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #draw(groups: readonly Group[], state: State, atOnce?: number): void {
    const column = this.#columns.get(state.sort);
    this.#stopAppending();
    const range = document.createRange();
    range.setStartAfter(this.#head);
    range.setEndAfter(this.#table.lastChild ?? this.#head);
    range.extractContents();
    const elementOf = (group: Group): Element => {
      if (column) noteMemberAhead(group, column, state);
      return group.body;
    };
    this.#stopAppending = appendInBatches(this.#table, groups, elementOf, atOnce);
  }

  #announce({ sort, direction, filters }: State, shown: number): void {
    const label = this.#columns.get(sort)?.label ?? '';
    const counted = filters.size > 0 ? `${shown} of ${this.#groups.length} models match. ` : '';
    // The header shows the order to those who see it.
    const sorted = document.createElement('span');
    sorted.className = 'hush';
    sorted.textContent = `Sorted by ${label}, ${ARIA_SORT[direction]}.`;
    this.#status.replaceChildren(counted, this.#remark, sorted);
    this.toggleAttribute('data-empty', shown === 0);
    this.toggleAttribute('data-filtered', filters.size > 0);
    const badge = this.#form?.querySelector('[data-filter-count]');
    if (badge) badge.textContent = filters.size > 0 ? ` (${filters.size})` : '';
    const closer = this.#form?.querySelector('[data-close-sheet]');
    if (closer) closer.textContent = `Show ${count(shown, 'model')}`;
  }
}

customElements.define('model-table', ModelTable);
