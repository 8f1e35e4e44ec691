import { readColumnKeys } from '../../../search/column-params.ts';
import { readOrder, writeOrder, type Order } from '../../../search/order-params.ts';
import type { ListTerms } from '../../../search/params.ts';
import { ModelExplorer, type ExplorerList, type PreparedList } from '../../filter-panel/client/explorer.ts';
import '../../base/client/menu.ts';
import { appendInBatches } from './batches.ts';
import { showNotes } from './cell-notes.ts';
import { showColumns, shownColumns } from './chosen-columns.ts';
import { loadGroups } from './load-groups.ts';
import { fillWhenOpened } from './menus.ts';
import type { ShownList } from './shown-list.ts';
import { fillBody, shownRows } from './shown-rows.ts';
import type { ListCosts } from '../../workload/client/list-costs.ts';
import { markSort, readColumns, readSort, termsOf } from './table-head.ts';
import type { TableColumn } from './table-head.ts';
import type { Columns, Group, Row } from './table-rows.ts';
import { groupSorter, noteMemberAhead, type SortGroups } from './table-sort.ts';

/**
 * `<model-table>` around a `<table data-models>` in a `<model-explorer>`: sorts and filters in place, as the
 * explorer's parameters say. Groups move as a unit: a base, then its folded rows. Blank, dynamic and unknown
 * values come last in both directions.
 * `data-rest` is the URL of a fragment with every row, for paginated lists, fetched on first use.
 */
class ModelTable extends HTMLElement implements ExplorerList {
  #table!: HTMLTableElement;
  #head!: HTMLTableSectionElement;
  #explorer!: ModelExplorer;
  #sortGroups: SortGroups = () => undefined;
  #columns!: Map<string, TableColumn>;
  #terms!: ListTerms;
  #ownOrder!: Order;
  #ownCaption = '';
  #loading: Promise<Group[]> | undefined;
  #groups: readonly Group[] = [];
  #restRemark = '';
  /** Loaded when a workload is set. */
  #costs: ListCosts | undefined;
  /** What the list shows; `null` before the first change. */
  #shown: Pick<ShownList, 'groups' | 'rowsOf' | 'columns'> | null = null;
  #stopAppending: () => void = () => undefined;

  connectedCallback(): void {
    const table = this.querySelector<HTMLTableElement>('table[data-models]');
    const head = table?.tHead;
    const explorer = this.closest('model-explorer');
    if (!table || !head || !(explorer instanceof ModelExplorer)) return;
    this.#table = table;
    this.#head = head;
    this.#explorer = explorer;
    this.#ownCaption = table.caption?.textContent ?? '';
    this.#columns = new Map(readColumns(head));
    for (const [key, { header }] of this.#columns) {
      header.querySelector('button')?.addEventListener('click', () => {
        this.#sortBy(key);
      });
    }
    this.#ownOrder = readSort(this.#columns);
    this.#terms = termsOf(this.#columns, this.#ownOrder);
    explorer.add(this);
    showNotes(table);
    this.#fillMenus(explorer.querySelectorAll('model-table').length === 1);
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** The key of the sorted column. */
  get sort(): string {
    return readSort(this.#columns).sort;
  }

  #fillMenus(isOnlyList: boolean): void {
    const room = isOnlyList ? this.#explorer : this;
    const lists = [...this.#explorer.querySelectorAll<ModelTable>('model-table')];
    const columns = this.#explorer.querySelector<HTMLElement>('[data-columns]');
    if (columns && lists[0] === this)
      fillWhenOpened(columns, async () => {
        (await import('./columns-menu.ts')).fillColumns(columns, this.#explorer, lists);
      });
    const presets = room.querySelector<HTMLElement>('[data-presets]');
    if (presets)
      fillWhenOpened(presets, async () => {
        (await import('../../presets/client/presets-menu.ts')).fillPresets(presets);
      });
    const exports = room.querySelector('[data-export]');
    if (exports)
      fillWhenOpened(exports, async () => {
        (await import('../../export/client/export-menu.ts')).fillMenu(exports, () =>
          this.#export(isOnlyList),
        );
      });
  }

  async #export(isOnlyList: boolean): Promise<ShownList> {
    await this.load();
    if (!this.#shown) this.prepare(this.#explorer.parameters, () => true);
    const { filters = '', today = '' } = this.#explorer.dataset;
    return {
      ...(this.#shown ?? { groups: [], rowsOf: () => [], columns: this.#columns }),
      words:
        (isOnlyList ? this.#explorer.words : (this.#table.caption?.textContent ?? '')) +
        (this.#costs?.words ?? ''),
      isFiltered: this.#explorer.hasAttribute('data-filtered'),
      today,
      filters,
    };
  }

  async load(): Promise<Group[]> {
    const groups = await (this.#loading ??= this.#load());
    await this.#updateCosts(groups);
    return groups;
  }

  /** Follows the current workload. */
  async #updateCosts(groups: readonly Group[]): Promise<void> {
    if (!this.#costs && !document.documentElement.hasAttribute('data-workload')) return;
    try {
      const { ListCosts, placeCosts } = await import('../../workload/client/list-costs.ts');
      this.#costs ??= new ListCosts(this.#table, () => {
        this.#sortBy('cost');
      });
      const rows = (): Row[] => groups.flatMap((group) => group.rows);
      if (!(await this.#costs.update(this.dataset.costs ?? '', rows))) return;
      placeCosts(this.#columns, this.#costs.column);
      this.#terms = termsOf(this.#columns, this.#ownOrder);
    } catch {
      // The workload line still says what is set; the next change tries again.
    }
  }

  prepare(parameters: URLSearchParams, passes: (row: Row) => boolean): PreparedList {
    const asked = readOrder(parameters, this.#terms);
    const order = asked ?? this.#ownOrder;
    const rows = shownRows(this.#groups, passes);
    const shown = [...rows.keys()];
    this.#costs?.column?.compare([...rows.values()].flat());
    this.#sortGroups(shown, order);
    const rowsOf = (group: Group): readonly Row[] => rows.get(group) ?? group.rows;
    const columns = shownColumns(this.#columns, readColumnKeys(parameters, this.#terms.columns), order.sort);
    this.#shown = { groups: shown, rowsOf, columns };
    return {
      order,
      isOwnOrder: asked === null,
      label: this.#columns.get(order.sort)?.label ?? '',
      shown: shown.length,
      total: this.#groups.length,
      remark: this.#restRemark + (this.#costs?.remark ?? ''),
      draw: (caption, atOnce) => {
        this.#draw(shown, order, rowsOf, atOnce);
        this.#say(order, caption);
        showColumns(this.#table, this.#columns, columns, order.sort);
      },
    };
  }

  /** The first click sorts in the column's default direction, the next one reverses it. */
  #sortBy(sort: string): void {
    const parameters = this.#explorer.parameters;
    const now = readOrder(parameters, this.#terms) ?? this.#ownOrder;
    const first = this.#columns.get(sort)?.firstDirection ?? 'asc';
    const flipped = now.direction === 'asc' ? 'desc' : 'asc';
    for (const name of ['sort', 'dir']) parameters.delete(name);
    writeOrder(parameters, { sort, direction: now.sort === sort ? flipped : first }, this.#terms);
    void this.#explorer.change(parameters, 'push');
  }

  #say(order: Order, caption: string | null): void {
    markSort(this.#columns, order);
    if (this.#table.caption) this.#table.caption.textContent = caption ?? this.#ownCaption;
  }

  /** Every group: those on this page, or all of them if the list is paginated. */
  async #load(): Promise<Group[]> {
    const { groups, isWhole, remark } = await loadGroups(this.#table, this.dataset.rest);
    this.toggleAttribute('data-whole', isWhole);
    this.#restRemark = remark;
    this.#groups = groups;
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
    const costs = this.#costs?.column;
    this.#stopAppending();
    costs?.addHead();
    const range = document.createRange();
    range.setStartAfter(this.#head);
    range.setEndAfter(this.#table.lastChild ?? this.#head);
    range.extractContents();
    const elementOf = (group: Group): Element => {
      const rows = rowsOf(group);
      fillBody(group, rows);
      for (const row of rows) costs?.dress(row.element);
      if (column) noteMemberAhead(rows, column, order);
      return group.body;
    };
    this.#stopAppending = appendInBatches(this.#table, groups, elementOf, atOnce);
  }
}

customElements.define('model-table', ModelTable);
