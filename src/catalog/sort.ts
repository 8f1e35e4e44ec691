import { hasCapability, ROW_CAPABILITIES } from './capabilities.ts';
import { hasManyTies, type SortKind } from './cell-key.ts';
import {
  compareInList,
  compareValues,
  memberAheadOf,
  sortText,
  type Direction,
  type SortValue,
} from './compare.ts';
import { DAY_MS } from './day.ts';
import type { ModelGroup } from './group.ts';
import { orderModalities } from './modalities.ts';
import type { Model } from './model.ts';
import { sortValue } from './price.ts';

/** A sort order of a list, or of a table by one column. */
export interface Order<Row = Model> {
  /** The direction of the first click: the values that most readers want on top. */
  readonly direction: Direction;
  readonly kind: SortKind;
  /** Text as displayed; `null` sorts last in both directions. */
  readonly value: (row: Row) => SortValue;
}

export interface SortInfo extends Order {
  /** The name of the order: `Sorted by input price`. */
  readonly label: string;
}

const byNumber = (value: (model: Model) => number | null) => ({ kind: 'number' as const, value });
const byText = (value: (model: Model) => string | null) => ({ kind: 'text' as const, value });

/**
 * Every sort order of a list of models. The keys are parts of URLs, and each is a table column. The only list
 * of sort orders.
 */
export const SORTS = {
  popularity: { label: 'popularity', direction: 'asc', ...byNumber((model) => model.popularity) },
  name: { label: 'name', direction: 'asc', ...byText((model) => model.name) },
  context: { label: 'context', direction: 'desc', ...byNumber((model) => tokensOrNone(model.context)) },
  'max-output': {
    label: 'max output',
    direction: 'desc',
    ...byNumber((model) => tokensOrNone(model.maxOutput)),
  },
  input: { label: 'input price', direction: 'asc', ...byNumber(({ prices }) => sortValue(prices.input)) },
  output: { label: 'output price', direction: 'asc', ...byNumber(({ prices }) => sortValue(prices.output)) },
  cached: {
    label: 'cached input price',
    direction: 'asc',
    ...byNumber(({ prices }) => sortValue(prices.cacheRead)),
  },
  newest: { label: 'date added', direction: 'desc', kind: 'date', value: addedDay },
  modalities: { label: 'number of modalities', direction: 'desc', kind: 'count', value: modalityCount },
  features: { label: 'number of features', direction: 'desc', kind: 'count', value: featureCount },
} as const satisfies Record<string, SortInfo>;

export type SortKey = keyof typeof SORTS;

export const SORT_KEYS = Object.keys(SORTS) as readonly SortKey[];

export const DEFAULT_SORT: SortKey = 'popularity';

export function isSortKey(text: string): text is SortKey {
  return Object.hasOwn(SORTS, text);
}

/** A copy in the default list order: most used first, then newest, then by id. */
export function sortForLists(models: readonly Model[]): Model[] {
  return models
    .map((model) => ({
      model,
      place: { popularity: model.popularity, added: addedDay(model), id: model.id },
    }))
    .sort((a, b) => compareInList(a.place, b.place))
    .map(({ model }) => model);
}

/** Groups sorted by their base. Ties keep the input order, so pass groups in the default list order. */
export function sortGroups(
  groups: readonly ModelGroup[],
  key: SortKey,
  direction: Direction = SORTS[key].direction,
): ModelGroup[] {
  return sortBy(groups, (group) => group.base, key, direction);
}

/**
 * The member that sorts strictly before its base in this order, the first one if there are several; `null`
 * when the base sorts first. Always `null` for text.
 */
export function memberAhead(
  { base, members }: ModelGroup,
  order: Order,
  direction: Direction = order.direction,
): Model | null {
  if (order.kind === 'text') return null;
  const index = memberAheadOf(order.value(base), members.map(order.value), direction);
  return index === null ? null : (members[index] ?? null);
}

/** Lists show the day, so models of one day are level. */
function addedDay({ addedAt }: Model): number | null {
  return addedAt === null ? null : Math.floor(Date.parse(addedAt) / DAY_MS);
}

/** Input modalities, and output modalities other than text; `null`: none is stated. */
function modalityCount({ inputModalities, outputModalities }: Model): number | null {
  const inputs = orderModalities(inputModalities);
  const outputs = orderModalities(outputModalities).filter((name) => name !== 'text');
  return inputs.length + outputs.length || null;
}

/** The features that rows of lists show. */
function featureCount(model: Model): number {
  return ROW_CAPABILITIES.filter((key) => hasCapability(model, key)).length;
}

/** Upstream writes 0 for "not stated". */
function tokensOrNone(tokens: number | null): number | null {
  return tokens === 0 ? null : tokens;
}

function keyOf({ value }: Order, model: Model): SortValue {
  const own = value(model);
  return typeof own === 'string' ? sortText(own) : own;
}

function sortBy<T>(
  items: readonly T[],
  modelOf: (item: T) => Model,
  key: SortKey,
  direction: Direction,
): T[] {
  // Sort values are computed once per item: computing sort text in each comparison would be slow on long
  // lists.
  return items
    .map((item) => ({
      item,
      value: keyOf(SORTS[key], modelOf(item)),
      name: hasManyTies(SORTS[key].kind) ? sortText(modelOf(item).name) : '',
    }))
    .sort((a, b) => compareValues(a.value, b.value, direction) || compareValues(a.name, b.name, 'asc'))
    .map(({ item }) => item);
}
