/** The data of a line in a list of changes, for filters and figures. */
export interface ChangeItem {
  /** The key of its topic. */
  readonly kind: string;
  /** Slug. */
  readonly author: string;
  /**
   * The size of a price change in percent, negative for a decrease, infinite where a price became paid or
   * free. `null` for other changes.
   */
  readonly percent: number | null;
  /** Whether its time is known. If not, it is in no figure of price changes. */
  readonly isDated: boolean;
  /** Number of its changes: one for each of its models. */
  readonly count: number;
  /** Unique texts of its models; variants count as their base. */
  readonly models: readonly string[];
}

/** The number of changes in the lines. */
export function countChanges(items: readonly Pick<ChangeItem, 'count'>[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}
