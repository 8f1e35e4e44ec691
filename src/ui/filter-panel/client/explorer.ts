import type { Order } from '../../../search/order-params.ts';
import { WORKLOAD_NAMES } from '../../../search/workload-names.ts';
import { queryText, writeAddress } from '../../base/client/address-bar.ts';
import '../../base/client/input-method.ts';
import { isSecondClick } from '../../base/client/second-click.ts';
import '../../base/client/side-sheet.ts';
import { isReturn, keepPlace, placeAt } from '../../models-table/client/list-place.ts';
import type { Group, Row } from '../../models-table/client/table-rows.ts';
import type { WorkloadChange } from '../../workload/client/current-workload.ts';
import { OtherBuild } from '../../base/client/build-file.ts';
import { ExplorerStatus } from './explorer-status.ts';
import { find, prefetch, withText, type Found } from './filtering.ts';
import { onPanelEvent, showPanel } from './panel.ts';

/** A list in an explorer: what `<model-table>` is. */
export interface ExplorerList extends HTMLElement {
  /** Every group, not only those that the page came with. */
  load(): Promise<readonly Group[]>;
  /** Sorts and filters, without a change to the page. */
  prepare(parameters: URLSearchParams, passes: (row: Row) => boolean): PreparedList;
}

export interface PreparedList {
  readonly order: Order;
  /** Whether it is the order that the page came with. */
  readonly isOwnOrder: boolean;
  /** The header of the sorted column. */
  readonly label: string;
  readonly shown: number;
  readonly total: number;
  /** An error message with a trailing space. */
  readonly remark: string;
  /** Changes the page; `caption` describes the list. Draws `atOnce` rows immediately. */
  readonly draw: (caption: string | null, atOnce?: number) => void;
}

const NO_FILTERING = 'What the list is filtered by could not be loaded, so it is not filtered. ';
const OTHER_BUILD = 'The site is newer than this page. Load the page again to filter. ';
/** The parameters that need no filter code. */
const NO_FILTERS: readonly string[] = ['sort', 'dir', 'cols', ...WORKLOAD_NAMES];

const everyRow = (): boolean => true;

/**
 * `<model-explorer>` around a filter panel and one or several lists, which all show what the URL asks for.
 * `data-filters` is the URL of the filter data, `data-search` that of the search page, `data-today` the day
 * of the data. Dispatches `view` after each change of what is shown.
 */
export class ModelExplorer extends HTMLElement {
  #lists: ExplorerList[] = [];
  /** What is asked for, as parameters of the URL. */
  #parameters = new URLSearchParams();
  #status!: ExplorerStatus;
  /** Whether more than an order is asked for. */
  #isFiltered = false;
  #turn = 0;
  /** Events of the panel are read one after the other, because each changes what the one before made. */
  #reading: Promise<void> = Promise.resolve();
  #unread = 0;

  connectedCallback(): void {
    this.#status = new ExplorerStatus(this);
    this.#listen();
  }

  /** Called by each list within. All of a page come at once. */
  add(list: ExplorerList): void {
    if (this.#lists.length === 0) {
      queueMicrotask(() => {
        const hasWorkload = document.documentElement.hasAttribute('data-workload');
        if (location.search !== '' || hasWorkload) void this.#return(isReturn());
      });
    }
    this.#lists.push(list);
  }

  get parameters(): URLSearchParams {
    return new URLSearchParams(this.#parameters);
  }

  /** Whether fields have changes that were not read yet. */
  get hasUnread(): boolean {
    return this.#unread > 0;
  }

  /** What is shown, in words: `128 of 337 models: image input, tools. By input price, lowest first.` */
  get words(): string {
    return this.#status.words;
  }

  /** Shows what `parameters` ask for, which become those of the URL. */
  async change(parameters: URLSearchParams, how: 'push' | 'replace'): Promise<void> {
    if (how === 'push') this.#keepPlace();
    // At once, so that a second click before the page changes goes on from the first.
    this.#parameters = parameters;
    const draw = await this.#prepare(parameters);
    if (!draw) return;
    // Before the rows change, because the browser saves the current scroll position with the old history
    // entry.
    writeAddress(this.#parameters, how);
    draw();
    const [list] = this.#lists;
    const { top = 0 } = list?.getBoundingClientRect() ?? {};
    if (top < 0 && this.#lists.length === 1) scrollBy({ top });
  }

  /** Loads and prepares what the first filter needs. */
  async prefetch(): Promise<void> {
    prefetch(this.dataset.filters ?? '', await this.groups());
  }

  #listen(): void {
    // Prefetches before the click, because loading a long list takes a moment.
    const prepare = (): void => {
      void this.groups();
    };
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      this.addEventListener(type, prepare, { once: true, passive: true });
    addEventListener('popstate', () => {
      // A link to a part of the page asks for nothing else.
      if (queryText(new URLSearchParams(location.search)) === queryText(this.#parameters)) return;
      this.#keepPlace();
      void this.#return(true);
    });
    document.addEventListener('workload-change', (event) => {
      const { isReturn: toPlace } = (event as CustomEvent<WorkloadChange>).detail;
      // Rows above the reader stay, so that the others do not move.
      void this.#return(toPlace, scrollY > 0 ? this.#drawnRows() : undefined);
    });
    addEventListener('pagehide', () => {
      this.#keepPlace();
    });
    const text = this.querySelector<HTMLInputElement>('[data-part=toolbar] input');
    if (text) {
      text.addEventListener('focusin', () => void this.prefetch(), { once: true });
      text.addEventListener('input', () => void this.change(withText(this, text.value), 'replace'));
    }
    const onEvent = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target === text) return;
      if (target.closest('[data-chip]') && isSecondClick(event)) return;
      const read = async (): Promise<void> => {
        this.#unread -= 1;
        await onPanelEvent(this, event.type, target);
      };
      this.#unread += 1;
      this.#reading = this.#reading.then(read, read);
    };
    for (const type of ['click', 'input', 'change', 'opened']) this.addEventListener(type, onEvent);
    // This event does not bubble.
    this.addEventListener('toggle', onEvent, { capture: true });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  #keepPlace(): void {
    const rows = this.#drawnRows();
    keepPlace(`${location.pathname}?${queryText(this.#parameters)}`, { y: scrollY, rows });
  }

  #drawnRows(): number {
    return Math.max(0, ...this.#lists.map((list) => list.querySelectorAll('tbody').length));
  }

  /** Applies the request in the URL. `toPlace` restores the scroll position; `rows` are drawn at once. */
  async #return(toPlace: boolean, rows?: number): Promise<void> {
    const given = new URLSearchParams(location.search);
    const place = toPlace ? placeAt(`${location.pathname}?${queryText(given)}`) : null;
    const draw = await this.#prepare(given);
    if (!draw) return;
    draw(place?.rows ?? rows);
    if (place) scrollTo({ top: place.y });
  }

  /** The groups of each list. */
  groups(): Promise<(readonly Group[])[]> {
    return Promise.all(this.#lists.map((list) => list.load()));
  }

  /** Prepares to draw; `null` if a newer request arrived while data was loading. */
  async #prepare(given: URLSearchParams): Promise<((atOnce?: number) => void) | null> {
    const turn = (this.#turn += 1);
    const isPlain = [...given.keys()].every((name) => NO_FILTERS.includes(name));
    // An order alone needs no filter code, unless there is something to reset.
    const groups = await this.groups();
    let remark = '';
    let found: Found | null = null;
    try {
      if (!isPlain || this.#isFiltered) found = await find(this, given, groups);
    } catch (error) {
      remark = error instanceof OtherBuild ? OTHER_BUILD : NO_FILTERING;
    }
    if (turn !== this.#turn) return null;
    this.#parameters = found?.parameters ?? given;
    this.#isFiltered = !isPlain;
    const lists = this.#lists.map((list) => list.prepare(this.#parameters, found?.passes ?? everyRow));
    return (atOnce) => {
      this.#status.show(lists, found, remark, atOnce);
      if (found) showPanel(this, found);
      this.dispatchEvent(new CustomEvent('view'));
    };
  }
}

customElements.define('model-explorer', ModelExplorer);
