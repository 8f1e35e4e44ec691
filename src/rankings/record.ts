import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope, Snapshot } from '../catalog/snapshot.ts';

/** The version of the format that this code writes and reads: see docs/rankings.md. */
export const RANKINGS_VERSION = 1;

/** How many places of a category's list count as its top. */
const TOP = 10;

/** How a category's list differs from the last one known; empty when it holds the same models with the same top. */
interface RankingDiff {
  readonly entered?: readonly ModelId[];
  readonly left?: readonly ModelId[];
  /** The first ten in their order, when they are not the same ten as before. */
  readonly top?: readonly ModelId[];
}

/** What one capture told of the categories. A category whose order it could not tell is not in it. */
export interface RankingRecord {
  readonly kind: 'ranking';
  /** ISO time. */
  readonly at: string;
  readonly scope: Scope;
  readonly categories: Readonly<Partial<Record<Category, RankingDiff>>>;
}

/** A category's list as last known: which models it holds, and the order of its top when that last changed. */
export interface KnownRanking {
  readonly at: string;
  readonly scope: Scope;
  readonly ids: ReadonlySet<ModelId>;
  readonly top: readonly ModelId[];
}

export type KnownRankings = ReadonlyMap<Category, KnownRanking>;

/** A capture's orders. */
export type Ranked = Pick<Snapshot, 'capturedAt' | 'scope' | 'categories' | 'categoriesOrigin'>;

/** What a capture adds to what is known; `null` when it is not newer or does not hold the endpoint's own orders. */
export function nextRanking(
  known: KnownRankings,
  { capturedAt, scope, categories, categoriesOrigin }: Ranked,
): RankingRecord | null {
  const isNewer = [...known.values()].every(({ at }) => at < capturedAt);
  if (categoriesOrigin !== 'endpoint' || !isNewer) return null;
  const told = CATEGORY_NAMES.flatMap((category) => {
    const { ids } = categories[category];
    // An empty answer is more likely upstream's mistake than a kind of work for which no model is used.
    return ids === null || ids.length === 0
      ? []
      : [[category, diffRanking(known.get(category), ids)] as const];
  });
  return told.length === 0
    ? null
    : { kind: 'ranking', at: capturedAt, scope, categories: Object.fromEntries(told) };
}

/** What is known after a record. */
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

/** Also of categories that upstream has given up and old lines hold. */
export function diffsOf(
  categories: RankingRecord['categories'],
): readonly (readonly [Category, RankingDiff])[] {
  return Object.entries(categories) as [Category, RankingDiff][];
}

/** How an order differs from what is known of a category. */
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
