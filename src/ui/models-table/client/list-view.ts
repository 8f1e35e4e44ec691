import type { ValueNames } from '../../../search/filter-kinds.ts';
import type { Order } from '../../../search/order-params.ts';
import type { ListRequest } from '../../../search/params.ts';
import type { Columns, Group, Row } from './table-rows.ts';

/** What a list shows. */
export interface ListView {
  /** In the order shown. */
  readonly groups: readonly Group[];
  /** The rows of a group that pass, the first one on top and the others folded under it. */
  readonly rowsOf: (group: Group) => readonly Row[];
  /** The number of groups without filters. */
  readonly total: number;
  readonly request: ListRequest;
  readonly order: Order;
  readonly columns: Columns;
  readonly names: ValueNames;
  /** The URL of the filter data. */
  readonly filters: string;
}

/** Loads what exports the list when its menu is first opened; `view` says what the list shows. */
export function offerExport(list: HTMLElement, view: () => Promise<ListView | null>): void {
  const menu = list.querySelector<HTMLElement>('[data-export]');
  const load = async (): Promise<void> => {
    try {
      const { fillMenu } = await import('../../export/client/export-menu.ts');
      menu?.removeEventListener('toggle', onToggle);
      if (menu?.querySelector(':disabled')) fillMenu(menu, view);
    } catch {
      // The next time that the menu is opened tries again.
    }
  };
  const onToggle = (): void => void load();
  menu?.addEventListener('toggle', onToggle);
}
