import { compareValues, sortText, type Direction, type SortValue } from './compare.ts';
import type { ModelGroup } from './group.ts';
import type { Model } from './model.ts';
import { sortValue } from './price.ts';

export interface SortInfo {
  /** What the order is called: `Sorted by input price`. */
  readonly label: string;
  /** The column's header. */
  readonly header: string;
  readonly unit: string | null;
  /** The direction of a first click: what most readers want on top. */
  readonly direction: Direction;
  readonly value: (model: Model) => SortValue;
}

/** Every order a list of models can have; the keys are parts of addresses. The only list of them. */
export const SORTS = {
  popularity: {
    label: 'popularity',
    header: 'Use rank',
    unit: null,
    direction: 'asc',
    value: (model) => model.popularity,
  },
  name: {
    label: 'name',
    header: 'Model',
    unit: null,
    direction: 'asc',
    value: (model) => sortText(model.name),
  },
  context: {
    label: 'context',
    header: 'Context',
    unit: 'tokens',
    direction: 'desc',
    value: (model) => tokensOrNone(model.context),
  },
  'max-output': {
    label: 'longest answer',
    header: 'Max output',
    unit: 'tokens',
    direction: 'desc',
    value: (model) => tokensOrNone(model.maxOutput),
  },
  input: {
    label: 'input price',
    header: 'Input',
    unit: '$ / M tokens',
    direction: 'asc',
    value: (model) => sortValue(model.prices.input),
  },
  output: {
    label: 'output price',
    header: 'Output',
    unit: '$ / M tokens',
    direction: 'asc',
    value: (model) => sortValue(model.prices.output),
  },
  cached: {
    label: 'price of cached input',
    header: 'Cached read',
    unit: '$ / M tokens',
    direction: 'asc',
    value: (model) => sortValue(model.prices.cacheRead),
  },
  newest: {
    label: 'date added',
    header: 'Added',
    unit: null,
    direction: 'desc',
    value: (model) => (model.addedAt === null ? null : Date.parse(model.addedAt)),
  },
} as const satisfies Record<string, SortInfo>;

export type SortKey = keyof typeof SORTS;

export const SORT_KEYS = Object.keys(SORTS) as readonly SortKey[];

export const DEFAULT_SORT: SortKey = 'popularity';

/** A sorted copy. Ties keep the order given, so pass models by popularity for the order that the site uses elsewhere. */
export function sortModels(
  models: readonly Model[],
  key: SortKey,
  direction: Direction = SORTS[key].direction,
): Model[] {
  return sortBy(models, (model) => model, key, direction);
}

/** Groups sorted by their base; ties keep the order given. */
export function sortGroups(
  groups: readonly ModelGroup[],
  key: SortKey,
  direction: Direction = SORTS[key].direction,
): ModelGroup[] {
  return sortBy(groups, (group) => group.base, key, direction);
}

/**
 * The member that would stand strictly before its base in this order, the foremost one if there are several; `null` when the
 * base stands first. Names have no "before" worth a word.
 */
export function memberAhead(
  group: ModelGroup,
  key: SortKey,
  direction: Direction = SORTS[key].direction,
): Model | null {
  const { value }: SortInfo = SORTS[key];
  let foremost = group.base;
  for (const member of group.members) {
    const isText = typeof value(member) === 'string';
    if (!isText && compareValues(value(member), value(foremost), direction) < 0) foremost = member;
  }
  return foremost === group.base ? null : foremost;
}

/** Upstream writes 0 where it has no figure to give. */
function tokensOrNone(tokens: number | null): number | null {
  return tokens === 0 ? null : tokens;
}

function sortBy<T>(
  items: readonly T[],
  modelOf: (item: T) => Model,
  key: SortKey,
  direction: Direction,
): T[] {
  const { value }: SortInfo = SORTS[key];
  // The values are read once each: making sort text for every comparison would dominate on long lists.
  return items
    .map((item) => ({ item, value: value(modelOf(item)) }))
    .sort((a, b) => compareValues(a.value, b.value, direction))
    .map(({ item }) => item);
}
