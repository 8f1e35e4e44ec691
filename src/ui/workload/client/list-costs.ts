import { currentWorkload } from './current-workload.ts';
import { isSameWorkload, namedWorkload } from '../../../catalog/cost/workload-words.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import type { TableColumn } from '../../models-table/client/table-head.ts';
import type { Row } from '../../models-table/client/table-rows.ts';
import { CostColumn } from './cost-column.ts';
import { OtherBuild } from '../../base/client/build-file.ts';
import { costsFor, loadCosts } from './cost-data.ts';

/** The costs of a list for the current workload. Loaded when a workload is set. */

const NO_COSTS = 'Costs could not be loaded. ';
const NEWER_SITE = 'The site is newer than this page. Load the page again to see costs. ';

export class ListCosts {
  readonly #table: HTMLTableElement;
  readonly #sortBy: () => void;
  #workload: Workload | null = null;
  /** `null` without a workload, and where costs could not be loaded. */
  column: CostColumn | null = null;
  /** An error message with a trailing space. */
  remark = '';
  /** The workload as a sentence with a leading space, for exports; empty without costs. */
  words = '';

  constructor(table: HTMLTableElement, sortBy: () => void) {
    this.#table = table;
    this.#sortBy = sortBy;
  }

  /**
   * Follows the current workload. `address` is that of the file of costs. Returns whether the column changed.
   */
  async update(address: string, rows: () => Iterable<Row>): Promise<boolean> {
    const workload = currentWorkload()?.workload ?? null;
    if (
      workload === this.#workload ||
      (workload && this.#workload && isSameWorkload(workload, this.#workload))
    )
      return false;
    try {
      this.remark = '';
      this.words = '';
      const data = workload && (await loadCosts(address));
      this.#workload = workload;
      if (data) {
        this.column ??= new CostColumn(this.#table, data.areLast, this.#sortBy);
        this.column.prepare(rows(), costsFor(data, workload));
        this.words = ` Cost a month of this workload: ${namedWorkload(workload)}.`;
        return true;
      }
    } catch (error) {
      this.remark = error instanceof OtherBuild ? NEWER_SITE : NO_COSTS;
      this.#workload = null;
    }
    this.column?.remove();
    this.column = null;
    return true;
  }
}

/** Puts the column of costs into its place among the others, or takes it out. */
export function placeCosts(columns: Map<string, TableColumn>, costs: CostColumn | null): void {
  columns.delete('cost');
  if (!costs) return;
  const column = costs.column();
  const others = [...columns];
  columns.clear();
  others.splice(column.index, 0, ['cost', column]);
  for (const [key, one] of others) columns.set(key, one);
}
