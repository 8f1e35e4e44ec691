import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope, Snapshot } from '../catalog/snapshot.ts';

/** The version of the format: see docs/rankings.md. */
export const RANKINGS_VERSION = 1;

/** Number of ranks in the top of a category's list. */
const TOP = 10;

/**
 * Diff between a category's list and the last known one; empty if both hold the same models with the same
 * top.
 */
interface RankingDiff {
  readonly entered?: readonly ModelId[];
  readonly left?: readonly ModelId[];
  /** The top ten in order, if it changed. */
  readonly top?: readonly ModelId[];
}

/** The categories of one capture. A category without a known order is left out. */
export interface RankingRecord {
  readonly kind: 'ranking';
  /** ISO time. */
  readonly at: string;
  readonly scope: Scope;
  readonly categories: Readonly<Partial<Record<Category, RankingDiff>>>;
}

/** A category's last known list: its models, and the order of its top as of the last change. */
export interface KnownRanking {
  readonly at: string;
  readonly scope: Scope;
  readonly ids: ReadonlySet<ModelId>;
  readonly top: readonly ModelId[];
}

export type KnownRankings = ReadonlyMap<Category, KnownRanking>;

/** A capture's orders. */
export type Ranked = Pick<Snapshot, 'capturedAt' | 'scope' | 'categories' | 'categoriesOrigin'>;

/** The record that a capture adds; `null` if it is not newer or does not hold the endpoint's own orders. */
export function nextRanking(
  known: KnownRankings,
  { capturedAt, scope, categories, categoriesOrigin }: Ranked,
): RankingRecord | null {
  const isNewer = [...known.values()].every(({ at }) => at < capturedAt);
  if (categoriesOrigin !== 'endpoint' || !isNewer) return null;
  const diffs = CATEGORY_NAMES.flatMap((category) => {
    const { ids } = categories[category];
    // An empty answer is more likely an upstream fault than a category without models.
    return ids === null || ids.length === 0
      ? []
      : [[category, diffRanking(known.get(category), ids)] as const];
  });
  return diffs.length === 0
    ? null
    : { kind: 'ranking', at: capturedAt, scope, categories: Object.fromEntries(diffs) };
}

/** The state after a record. */
export function applyRanking(known: KnownRankings, { at, scope, categories }: RankingRecord): KnownRankings {
  const next = new Map(known);
  for (const [category, change] of diffsOf(categories)) {
    const before = known.get(category);
    const ids = new Set([...(before?.ids ?? []), ...(change.entered ?? [])]);
    for (const id of change.left ?? []) ids.delete(id);
    next.set(category, { at, scope, ids, top: change.top ?? before?.top ?? [] });
  }
  return next;
}

/** Includes categories from old lines that upstream has since dropped. */
export function diffsOf(
  categories: RankingRecord['categories'],
): readonly (readonly [Category, RankingDiff])[] {
  return Object.entries(categories) as [Category, RankingDiff][];
}

/** Diff between an order and the known list of a category. */
export function diffRanking(before: KnownRanking | undefined, order: readonly ModelId[]): RankingDiff {
  const now = new Set(order);
  const top = order.slice(0, TOP);
  const entered = [...now].filter((id) => !before?.ids.has(id));
  const left = [...(before?.ids ?? [])].filter((id) => !now.has(id));
  return {
    ...(entered.length > 0 && { entered }),
    ...(left.length > 0 && { left }),
    ...(!isSameSet(before?.top ?? [], top) && { top }),
  };
}

function isSameSet(a: readonly ModelId[], b: readonly ModelId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
