import type { Columns, Group, Row } from './table-rows.ts';

/** What a list shows. */
export interface ShownList {
  /** In the order shown. */
  readonly groups: readonly Group[];
  /** The rows of a group that pass, the first one on top and the others folded under it. */
  readonly rowsOf: (group: Group) => readonly Row[];
  readonly columns: Columns;
  /** What the list is filtered and sorted by. */
  readonly words: string;
  /** Whether it may show less than all that it has. */
  readonly isFiltered: boolean;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly today: string;
  /** The URL of the filter data. */
  readonly filters: string;
}

/** Loads what exports the list when its menu is first opened; `shown` says what the list shows. */
export function offerExport(menu: Element, shown: () => Promise<ShownList>): void {
  const load = async (): Promise<void> => {
    try {
      const { fillMenu } = await import('../../export/client/export-menu.ts');
      menu.removeEventListener('toggle', onToggle);
      if (menu.querySelector(':disabled')) fillMenu(menu, shown);
    } catch {
      // The next time that the menu is opened tries again.
    }
  };
  const onToggle = (): void => void load();
  menu.addEventListener('toggle', onToggle);
}
