import { compareValues, type Direction } from '../../../catalog/compare.ts';
import { idOf, type Row } from '../../models-table/client/table-rows.ts';
import { ListCosts } from './list-costs.ts';

/**
 * The costs of tables that are in no list, `<table data-costs>`, from the file at that address. A click on
 * the head sorts them from the lowest cost on, the next one from the highest on, and the third one as they
 * were.
 */

const NEXT: ReadonlyMap<Direction | null, Direction | null> = new Map([
  [null, 'asc'],
  ['asc', 'desc'],
  ['desc', null],
]);

class TableCosts {
  readonly #table: HTMLTableElement;
  readonly #rows: readonly Row[];
  readonly #costs: ListCosts;
  #direction: Direction | null = null;

  constructor(table: HTMLTableElement) {
    this.#table = table;
    this.#rows = [...table.tBodies]
      .flatMap((body) => [...body.rows])
      .map((element) => ({ id: idOf(element), element }));
    this.#costs = new ListCosts(table, () => {
      this.#direction = NEXT.get(this.#direction) ?? null;
      this.#sort();
    });
  }

  async update(): Promise<void> {
    if (!(await this.#costs.update(this.#table.dataset.costs ?? '', () => this.#rows))) return;
    const { column } = this.#costs;
    if (column) {
      column.compare(this.#rows);
      column.addHead();
      for (const { element } of this.#rows) column.dress(element);
    } else {
      this.#direction = null;
    }
    this.#sort();
  }

  #sort(): void {
    const column = this.#costs.column?.column();
    const direction = this.#direction;
    if (direction === null) column?.header.removeAttribute('aria-sort');
    else column?.header.setAttribute('aria-sort', direction === 'asc' ? 'ascending' : 'descending');
    const keys = new Map(this.#rows.map(({ element }) => [element, column?.keyOf?.(element) ?? null]));
    const keyOf = ({ element }: Row) => keys.get(element) ?? null;
    const sorted =
      direction === null
        ? this.#rows
        : [...this.#rows].sort((a, b) => compareValues(keyOf(a), keyOf(b), direction));
    this.#place(sorted);
  }

  /** Each row may be in a body of its own. */
  #place(sorted: readonly Row[]): void {
    const [first] = this.#table.tBodies;
    if (this.#table.tBodies.length === 1) first?.append(...sorted.map(({ element }) => element));
    else
      for (const { element } of sorted) if (element.parentElement) this.#table.append(element.parentElement);
  }
}

const known = new WeakMap<HTMLTableElement, TableCosts>();

/** Follows the current workload in every such table of the page. */
export async function updateTables(tables: Iterable<HTMLTableElement>): Promise<void> {
  await Promise.all(
    [...tables].map((table) => {
      const costs = known.get(table) ?? new TableCosts(table);
      known.set(table, costs);
      return costs.update();
    }),
  );
}
