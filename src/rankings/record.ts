import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Scope, Snapshot } from '../catalog/snapshot.ts';
import { readPlaces, writePlaces } from './places.ts';

/** The version of the format: see docs/rankings.md. */
export const RANKINGS_VERSION = 1;

/** Number of ranks in the top of a category's list. */
const TOP = 10;

/** The popularity order among the lists. Never the name of a category. */
export const POPULARITY = 'sort=most-popular';

/** A list that a capture puts in order: a category, or all models by popularity. */
export type RankedList = Category | typeof POPULARITY;

/** Diff between a list and the last known one. */
interface RankingDiff {
  readonly entered?: readonly ModelId[];
  readonly left?: readonly ModelId[];
  /** The new order, as places in the last known list without `left` and with `entered` at its end. */
  readonly order?: string;
  /** In lines from before `order` was kept: the top ten in order, if other models are in it. */
  readonly top?: readonly ModelId[];
}

/** The lists of one capture. A list without a known order is left out. */
export interface RankingRecord {
  readonly kind: 'ranking';
  /** ISO time. */
  readonly at: string;
  readonly scope: Scope;
  readonly categories: Readonly<Partial<Record<Category, RankingDiff>>>;
  readonly popularity?: RankingDiff;
}

/** The last known state of a list. */
export interface KnownRanking {
  readonly at: string;
  readonly scope: Scope;
  /** In the order of the list where that is known, else in the order in which they were first recorded. */
  readonly ids: ReadonlySet<ModelId>;
  readonly hasOrder: boolean;
  /** The top in order; without a known order, the order as of the last change of its models. */
  readonly top: readonly ModelId[];
}

export type KnownRankings = ReadonlyMap<RankedList, KnownRanking>;

/** A capture's orders. */
export interface Ranked extends Pick<Snapshot, 'capturedAt' | 'scope' | 'categories' | 'categoriesOrigin'> {
  /** The ids with usage data, most used first; `null` if the capture has no such order. */
  readonly popularity: readonly ModelId[] | null;
}

/** The record that a capture adds; `null` if it is not newer or does not hold the endpoint's own orders. */
export function nextRanking(known: KnownRankings, ranked: Ranked): RankingRecord | null {
  const { capturedAt, scope, categories, categoriesOrigin, popularity } = ranked;
  const isNewer = [...known.values()].every(({ at }) => at < capturedAt);
  if (categoriesOrigin !== 'endpoint' || !isNewer) return null;
  const lists = [
    ...CATEGORY_NAMES.map((category) => [category, categories[category].ids] as const),
    [POPULARITY, popularity] as const,
  ];
  const diffs = lists.flatMap(([list, ids]) =>
    // An empty answer is more likely an upstream fault than a list without models.
    ids === null || ids.length === 0
      ? []
      : [[list, diffRanking(known.get(list), { ids, hasOrder: true })] as const],
  );
  return diffs.length === 0 ? null : recordOf(capturedAt, scope, diffs);
}

/** A record with these diffs; `at` is ISO time. */
export function recordOf(
  at: string,
  scope: Scope,
  diffs: readonly (readonly [RankedList, RankingDiff])[],
): RankingRecord {
  const { [POPULARITY]: popularity, ...categories } = Object.fromEntries(diffs) as Partial<
    Record<RankedList, RankingDiff>
  >;
  return { kind: 'ranking', at, scope, categories, ...(popularity && { popularity }) };
}

/** The state after a record. */
export function applyRanking(known: KnownRankings, record: RankingRecord): KnownRankings {
  const { at, scope } = record;
  const next = new Map(known);
  for (const [list, diff] of diffsOf(record)) {
    const before = known.get(list);
    const base = baseOf(before, diff);
    const order = diff.order === undefined ? null : readPlaces(base, diff.order);
    next.set(list, {
      at,
      scope,
      ids: new Set(order ?? base),
      hasOrder: order !== null,
      top: order?.slice(0, TOP) ?? diff.top ?? before?.top ?? [],
    });
  }
  return next;
}

/** Includes categories from old lines that upstream has since dropped. */
export function diffsOf({
  categories,
  popularity,
}: RankingRecord): readonly (readonly [RankedList, RankingDiff])[] {
  return [
    ...(Object.entries(categories) as [Category, RankingDiff][]),
    ...(popularity ? [[POPULARITY, popularity] as const] : []),
  ];
}

/** Diff between a list and its last known state. Without a known order, `ids` begins with the top ten. */
export function diffRanking(
  before: KnownRanking | undefined,
  { ids, hasOrder }: { readonly ids: Iterable<ModelId>; readonly hasOrder: boolean },
): RankingDiff {
  const now = new Set(ids);
  const entered = [...now].filter((id) => !before?.ids.has(id));
  const left = [...(before?.ids ?? [])].filter((id) => !now.has(id));
  const members = { ...(entered.length > 0 && { entered }), ...(left.length > 0 && { left }) };
  if (hasOrder) return { ...members, order: writePlaces(baseOf(before, members), [...now]) };
  const top = [...now].slice(0, TOP);
  return { ...members, ...(!isSameSet(before?.top ?? [], top) && { top }) };
}

/** The models of a list after a diff, before they are put in order. */
function baseOf(
  before: KnownRanking | undefined,
  { entered = [], left = [] }: Pick<RankingDiff, 'entered' | 'left'>,
): readonly ModelId[] {
  const ids = new Set([...(before?.ids ?? []), ...entered]);
  for (const id of left) ids.delete(id);
  return [...ids];
}

function isSameSet(a: readonly ModelId[], b: readonly ModelId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
