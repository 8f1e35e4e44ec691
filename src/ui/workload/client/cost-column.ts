import type { Cost } from '../../../catalog/cost/cost.ts';
import { costNotes, monthlyUsd } from '../../../catalog/cost/cost-words.ts';
import { compareUsd, usdText, type SortValue } from '../../../catalog/compare.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import type { TableColumn } from '../../models-table/client/table-head.ts';
import { costedRows, type Row } from '../../models-table/client/table-rows.ts';
import type { CostOf } from './cost-data.ts';
import { reasonButton, showReason } from '../../base/client/reason.ts';

const LABEL = 'Cost a month';
const EXPLANATION =
  'What the workload costs in a month. Other costs are compared with the lowest of this list that is above zero.';

/**
 * The column of costs in a table of models, between the columns that the page came with. Rows get their cells
 * when they are about to be shown.
 */
export class CostColumn {
  readonly #table: HTMLTableElement;
  readonly #header = document.createElement('th');
  /** The index of the cells. */
  readonly #place: number;
  readonly #dressed = new Set<HTMLTableRowElement>();
  #costs = new WeakMap<HTMLTableRowElement, Cost>();
  #lowest: Decimal | null = null;

  /** `areLast`: prices are the last known ones of retired models. */
  constructor(table: HTMLTableElement, areLast: boolean, sortBy: () => void) {
    this.#table = table;
    this.#place = placeIn(table);
    this.#header.scope = 'col';
    this.#header.className = 'cost';
    this.#header.dataset.key = 'cost';
    this.#header.title = EXPLANATION;
    const label = document.createElement('button');
    label.type = 'button';
    label.textContent = LABEL;
    label.addEventListener('click', sortBy);
    const unit = document.createElement('small');
    unit.textContent = areLast ? '$, last prices' : '$';
    this.#header.append(label, ' ', unit);
    table.addEventListener('click', this.#onClick);
  }

  /** The column as sorts and exports read it. A new one after each change of the workload. */
  column(): TableColumn {
    return {
      header: this.#header,
      index: this.#place,
      label: LABEL,
      kind: 'number',
      isWords: false,
      firstDirection: 'asc',
      keyOf: (row) => this.#keyOf(row),
      exactOf: (row) => this.#usdOf(row),
    };
  }

  /** Computes the costs of every row that may be shown. */
  prepare(rows: Iterable<Row>, costOf: CostOf): void {
    this.#costs = new WeakMap();
    for (const { id, element } of rows) this.#costs.set(element, costOf(id));
  }

  /** Finds the lowest cost above zero of the rows that are shown. The others are compared with it. */
  compare(shown: Iterable<Row>): void {
    let lowest: Decimal | null = null;
    for (const { element } of shown) {
      const usd = this.#usdOf(element);
      if (usd === null || usd === '0') continue;
      if (lowest === null || compareUsd(usd, lowest) < 0) lowest = usd;
    }
    this.#lowest = lowest;
  }

  /** Shows the head. */
  addHead(): void {
    if (this.#header.isConnected) return;
    const head = this.#table.tHead?.rows[0];
    head?.insertBefore(this.#header, head.cells[this.#place] ?? null);
    this.#table.classList.add('costed');
  }

  /** Shows the cost of a row. */
  dress(row: HTMLTableRowElement): void {
    const cost = this.#costs.get(row);
    if (!cost) return;
    let cell = this.#dressed.has(row) ? row.cells[this.#place] : undefined;
    if (!cell) {
      cell = row.insertCell(this.#place);
      cell.className = 'cost';
      this.#dressed.add(row);
      costedRows.add(row);
    }
    if (cost.kind === 'cost') {
      row.dataset.cost = cost.usd;
      cell.replaceChildren(monthlyUsd(cost.usd), ...costNotes(cost, this.#lowest).flatMap(note));
    } else {
      delete row.dataset.cost;
      cell.replaceChildren(reasonButton(cost.reason));
    }
  }

  remove(): void {
    this.#table.removeEventListener('click', this.#onClick);
    this.#table.classList.remove('costed');
    this.#header.remove();
    for (const row of this.#dressed) {
      row.deleteCell(this.#place);
      delete row.dataset.cost;
      costedRows.delete(row);
    }
  }

  readonly #onClick = ({ target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('.cost .why') : null;
    if (button) showReason(button, button.querySelector('span')?.textContent ?? '');
  };

  #usdOf(row: HTMLTableRowElement): Decimal | null {
    const cost = this.#costs.get(row);
    return cost?.kind === 'cost' ? cost.usd : null;
  }

  /** Exact text that sorts as the amount does. */
  #keyOf(row: HTMLTableRowElement): SortValue {
    const usd = this.#usdOf(row);
    return usd === null ? null : usdText(usd);
  }
}

/** A class of the table says where: `m4`, the fourth cell of a row (column.ts). */
function placeIn(table: HTMLTableElement): number {
  const [, place = '2'] = /(?:^|\s)m(\d+)/.exec(table.className) ?? [];
  return Number(place) - 1;
}

function note(text: string): (string | HTMLElement)[] {
  const line = document.createElement('small');
  line.textContent = text;
  return [' ', line];
}
