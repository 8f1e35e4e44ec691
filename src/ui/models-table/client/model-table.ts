import type { Order } from '../../../search/order-params.ts';
import type { ListRequest, ListTerms } from '../../../search/params.ts';
import { queryText, writeAddress } from '../../base/client/address-bar.ts';
import { appendInBatches } from './batches.ts';
import '../../base/client/input-method.ts';
import '../../base/client/menu.ts';
import type * as listFilters from './list-filters.ts';
import { isReturn, keepPlace, placeAt } from './list-place.ts';
import { loadGroups } from './load-groups.ts';
import { ListStatus } from './list-status.ts';
import { offerExport, type ListView } from './list-view.ts';
import { isPlain, NOTHING, readPlain, writePlain } from './plain-address.ts';
import { fillBody, shownRows } from './shown-rows.ts';
import { readColumns, readSort, termsOf, upgradeHeaders } from './table-head.ts';
import type { Columns, Group, Row } from './table-rows.ts';
import { groupSorter, noteMemberAhead, type SortGroups } from './table-sort.ts';

/** The module that reads and writes URLs and filters rows. Loaded on first use. */
type Filtering = typeof listFilters;

/** Draws the requested rows, `atOnce` of them immediately. */
type Draw = (atOnce?: number) => void;

const NO_FILTERING = 'What the list is filtered by could not be loaded, so it is not filtered. ';
const OTHER_BUILD = 'The site is newer than this page. Load the page again to filter. ';

/**
 * `<model-table>` around a filter form and a `<table data-models>`: sorts and filters in place and keeps both
 * in the URL. Groups move as a unit: a base, then its folded rows. Blank, dynamic and unknown values come
 * last in both directions.
 * `data-rest` is the URL of a fragment with every row, for paginated lists, fetched on first use.
 * `data-filters` is the URL of the filter data. `data-today` is the day of the data.
 */
class ModelTable extends HTMLElement {
  #table!: HTMLTableElement;
  #head!: HTMLTableSectionElement;
  #sortGroups: SortGroups = () => undefined;
  #columns!: Columns;
  #terms!: ListTerms;
  #ownOrder!: Order;
  #form: HTMLFormElement | null = null;
  #status!: ListStatus;
  #request = NOTHING;
  /** The request as URL parameters. */
  #query = '';
  #loading: Promise<Group[]> | undefined;
  #loadingFiltering: Promise<Filtering> | undefined;
  #restRemark = '';
  /** What is shown; `null` before the first change. */
  #view: ListView | null = null;
  #stopAppending: () => void = () => undefined;

  connectedCallback(): void {
    const table = this.querySelector<HTMLTableElement>('table[data-models]');
    const head = table?.tHead;
    if (!table || !head) return;
    this.#table = table;
    this.#head = head;
    this.#form = this.querySelector('form');
    this.#columns = readColumns(head);
    this.#status = new ListStatus(this, this.#columns, () => {
      this.#clear();
    });
    upgradeHeaders(this.#columns, (key) => {
      this.#sortBy(key);
    });
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#sortBy(link.dataset.sortBy ?? '');
      });
    }
    this.#ownOrder = readSort(this.#columns);
    this.#terms = termsOf(this.#columns, this.#ownOrder);
    this.#listen();
    offerExport(this, async () => {
      if (!this.#view) await this.#prepare(this.#request);
      return this.#view;
    });
    if (location.search !== '') void this.#return(isReturn());
  }

  /** The first click sorts in the column's default direction, the next one reverses it. */
  #sortBy(sort: string): void {
    const now = this.#request.order ?? this.#ownOrder;
    const first = this.#columns.get(sort)?.firstDirection ?? 'asc';
    const flipped = now.direction === 'asc' ? 'desc' : 'asc';
    const order = { sort, direction: now.sort === sort ? flipped : first };
    void this.#change({ ...this.#request, order }, 'push');
  }

  #listen(): void {
    // Prefetches before the click, because loading a long list takes a moment.
    const prepare = (): void => {
      void (this.#loading ??= this.#load());
      void this.#filtering();
    };
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      this.addEventListener(type, prepare, { once: true, passive: true });
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
      const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
      void this.#readForm(form, isTyping ? 'replace' : 'push');
    });
    form.addEventListener('focusin', () => void this.#prefetch(), { once: true });
    form.addEventListener('reset', () => {
      void this.#change({ ...this.#request, typed: '', filters: {} }, 'push');
    });
  }

  #clear(): void {
    if (this.#form) this.#form.reset();
    else void this.#change({ ...this.#request, typed: '', filters: {} }, 'push');
  }

  async #readForm(form: HTMLFormElement, how: 'push' | 'replace'): Promise<void> {
    const asked = (await this.#filtering())?.readForm(form, this.#request.filters);
    await this.#change({ ...this.#request, ...asked }, how);
  }

  /** Loads and prepares what the first filter needs. */
  async #prefetch(): Promise<void> {
    const [filtering, groups] = await Promise.all([this.#filtering(), (this.#loading ??= this.#load())]);
    filtering?.prefetch(this.dataset.filters ?? '', groups);
  }

  /** `null` if it cannot be loaded now. */
  async #filtering(): Promise<Filtering | null> {
    try {
      return await (this.#loadingFiltering ??= import('./list-filters.ts'));
    } catch {
      this.#loadingFiltering = undefined;
      return null;
    }
  }

  #keepPlace(): void {
    keepPlace(`${location.pathname}?${this.#query}`, { y: scrollY, rows: this.#table.tBodies.length });
  }

  /** Applies a request made by the reader. */
  async #change(request: ListRequest, how: 'push' | 'replace'): Promise<void> {
    if (how === 'push') this.#keepPlace();
    const draw = await this.#prepare(request);
    if (!draw) return;
    const parameters =
      writePlain(this.#request, this.#terms) ??
      (await this.#filtering())?.writeRequest(this.#request, this.#terms);
    // Before the rows change, because the browser saves the current scroll position with the old history
    // entry.
    if (parameters) {
      this.#query = queryText(parameters);
      writeAddress(parameters, how);
    }
    draw();
    const { top } = this.#table.getBoundingClientRect();
    if (top < 0) scrollBy({ top });
  }

  /** Applies the request in the URL. `toPlace` restores the scroll position. */
  async #return(toPlace: boolean): Promise<void> {
    const given = new URLSearchParams(location.search);
    const plain = readPlain(given, this.#terms);
    const filtering = plain && !this.#loadingFiltering ? null : await this.#filtering();
    const request = plain ?? filtering?.readRequest(given, this.#terms, this.#status.names.today);
    if (!request) {
      this.#status.show(this.#ownOrder, { remark: NO_FILTERING, shown: this.#table.tBodies.length });
      return;
    }
    const written = writePlain(request, this.#terms) ?? filtering?.writeRequest(request, this.#terms);
    const query = written ? queryText(written) : '';
    const place = toPlace ? placeAt(`${location.pathname}?${query}`) : null;
    const draw = await this.#prepare(request);
    if (!draw) return;
    this.#query = query;
    if (this.#form) filtering?.fillForm(this.#form, this.#request, this.#status.names);
    draw(place?.rows);
    if (place) scrollTo({ top: place.y });
  }

  /** Prepares to draw a request; `null` if a newer request arrived while data was loading. */
  async #prepare(request: ListRequest): Promise<Draw | null> {
    this.#request = request;
    const groups = await (this.#loading ??= this.#load());
    const { passes, asked, remark } = await this.#filter(request);
    if (request !== this.#request) return null;
    this.#request = asked;
    const rows = shownRows(groups, passes);
    const shown = [...rows.keys()];
    const order = asked.order ?? this.#ownOrder;
    this.#sortGroups(shown, order);
    const rowsOf = (group: Group): readonly Row[] => rows.get(group) ?? group.rows;
    this.#view = {
      groups: shown,
      rowsOf,
      total: groups.length,
      request: asked,
      order,
      columns: this.#columns,
      names: this.#status.names,
      filters: this.dataset.filters ?? '',
    };
    const filtering = isPlain(asked) ? null : await this.#filtering();
    const words = filtering?.filtersInWords(asked, this.#form, this.#status.names);
    return (atOnce) => {
      this.#draw(shown, order, rowsOf, atOnce);
      this.#status.show(order, {
        remark: this.#restRemark + remark,
        shown: shown.length,
        ...(words && remark === '' ? { of: groups.length, ...words } : { count: words?.count ?? 0 }),
      });
    };
  }

  async #filter(request: ListRequest): Promise<{
    passes: (row: Row) => boolean;
    /** The request without values that no model has. */
    asked: ListRequest;
    remark: string;
  }> {
    const unfiltered = { passes: () => true, asked: request };
    if (isPlain(request)) return { ...unfiltered, remark: '' };
    const filtering = await this.#filtering();
    if (!filtering) return { ...unfiltered, remark: NO_FILTERING };
    try {
      const { passes, filters } = await filtering.filterBy(request, this.dataset.filters ?? '');
      return { passes, asked: { ...request, filters }, remark: '' };
    } catch (error) {
      return { ...unfiltered, remark: error instanceof filtering.OtherBuild ? OTHER_BUILD : NO_FILTERING };
    }
  }

  /** Every group: those on this page, or all of them if the list is paginated. */
  async #load(): Promise<Group[]> {
    const { groups, isWhole, remark } = await loadGroups(this.#table, this.dataset.rest);
    this.toggleAttribute('data-whole', isWhole);
    this.#restRemark = remark;
    this.#sortGroups = groupSorter(groups, this.#columns);
    return groups;
  }

  #draw(
    groups: readonly Group[],
    order: Order,
    rowsOf: (group: Group) => Group['rows'],
    atOnce?: number,
  ): void {
    const column = this.#columns.get(order.sort);
    this.#stopAppending();
    const range = document.createRange();
    range.setStartAfter(this.#head);
    range.setEndAfter(this.#table.lastChild ?? this.#head);
    range.extractContents();
    const elementOf = (group: Group): Element => {
      const rows = rowsOf(group);
      fillBody(group, rows);
      if (column) noteMemberAhead(rows, column, order);
      return group.body;
    };
    this.#stopAppending = appendInBatches(this.#table, groups, elementOf, atOnce);
  }
}

customElements.define('model-table', ModelTable);
