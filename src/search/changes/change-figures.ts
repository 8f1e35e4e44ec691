import { groupThousands } from '../../catalog/figures.ts';
import { countChanges, type ChangeItem } from './change-item.ts';

interface Moves {
  /** The number of price changes, including those to and from free. */
  readonly count: number;
  /** The median of those with a percentage: `45%`; `null` without any. */
  readonly median: string | null;
}

/**
 * The figures above a list of changes, computed from its own lines. Price changes without a date do not
 * count.
 */
export interface ChangeFigures<T extends ChangeItem = ChangeItem> {
  readonly increases: Moves;
  readonly decreases: Moves;
  /** Models with a change, and those whose price increased or decreased. Variants count as their base. */
  readonly models: number;
  readonly priced: number;
  /** The increase with the highest percentage. */
  readonly largest: { readonly item: T; readonly text: string } | null;
}

export function changeFigures<T extends ChangeItem>(items: readonly T[]): ChangeFigures<T> {
  const moves = items.filter(({ percent, isDated }) => percent !== null && isDated);
  const increases = moves.filter(({ percent }) => (percent ?? 0) > 0);
  const largest = increases
    .filter(({ percent }) => percent !== Infinity)
    .reduce<T | null>((most, item) => ((item.percent ?? 0) > (most?.percent ?? 0) ? item : most), null);
  return {
    increases: movesOf(increases),
    decreases: movesOf(moves.filter(({ percent }) => (percent ?? 0) < 0)),
    models: modelsOf(items),
    priced: modelsOf(moves),
    largest: largest && { item: largest, text: sizeText(largest.percent ?? 0) },
  };
}

/** `45%`, `7.4%`: a size without its direction, with one decimal below ten percent. */
export function sizeText(percent: number): string {
  const size = Math.abs(percent);
  const tenths = Math.round(Number((size * 10).toPrecision(12))) / 10;
  return `${tenths < 10 ? String(tenths) : groupThousands(String(Math.round(size)))}%`;
}

function movesOf(items: readonly ChangeItem[]): Moves {
  const sizes = items
    .flatMap(({ percent, count }) => Array.from({ length: count }, () => Math.abs(percent ?? 0)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const middle = sizes.length / 2;
  const [low, high] = [sizes[Math.ceil(middle) - 1], sizes[Math.floor(middle)]];
  return {
    count: countChanges(items),
    median: low === undefined || high === undefined ? null : sizeText((low + high) / 2),
  };
}

function modelsOf(items: readonly ChangeItem[]): number {
  return new Set(items.flatMap(({ models }) => models)).size;
}
