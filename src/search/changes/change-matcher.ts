import { countChanges, type ChangeItem } from './change-item.ts';
import {
  CHANGE_FILTERS,
  isSet,
  withoutFilter,
  type ChangeFilter,
  type ChangeRequest,
} from './change-request.ts';

/** Steps offered for the smallest size of a price change, in percent. */
export const SIZE_STEPS = [5, 10, 25, 50] as const;

const TESTS: Readonly<Record<ChangeFilter, (item: ChangeItem, request: ChangeRequest) => boolean>> = {
  direction: ({ percent }, { direction }) => percent !== null && percent > 0 === (direction === 'up'),
  kinds: ({ kind }, { kinds }) => kinds.includes(kind),
  sizeMin: ({ percent }, { sizeMin }) => percent !== null && Math.abs(percent) >= (sizeMin ?? 0),
  authors: ({ author }, { authors }) => authors.includes(author),
};

/** The lines that pass all filters, in their order. The request's order is ignored. */
export function changesMatching<T extends ChangeItem>(
  items: readonly T[],
  request: ChangeRequest,
): readonly T[] {
  const set = CHANGE_FILTERS.filter((filter) => isSet(request, filter));
  return items.filter((item) => set.every((filter) => TESTS[filter](item, request)));
}

/** The number of changes that each value of a filter would show, with the other filters unchanged. */
interface ChangeCounts {
  readonly directions: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly authors: ReadonlyMap<string, number>;
}

export function changeCounts(items: readonly ChangeItem[], request: ChangeRequest): ChangeCounts {
  const beside = (filter: ChangeFilter): readonly ChangeItem[] =>
    changesMatching(items, withoutFilter(request, filter));
  const moves = beside('direction').filter(({ percent }) => percent !== null);
  const sized = beside('sizeMin');
  return {
    directions: countsBy(moves, ({ percent }) => ((percent ?? 0) > 0 ? 'up' : 'down')),
    kinds: countsBy(beside('kinds'), ({ kind }) => kind),
    sizes: new Map(
      SIZE_STEPS.map((sizeMin) => [
        String(sizeMin),
        countChanges(sized.filter((item) => TESTS.sizeMin(item, { ...request, sizeMin }))),
      ]),
    ),
    authors: countsBy(beside('authors'), ({ author }) => author),
  };
}

/** The set filter without which the most changes match; `null` if clearing one filter never helps. */
export function filterToDrop(
  items: readonly ChangeItem[],
  request: ChangeRequest,
): { readonly filter: ChangeFilter; readonly count: number } | null {
  const [best] = CHANGE_FILTERS.filter((filter) => isSet(request, filter))
    .map((filter) => ({
      filter,
      count: countChanges(changesMatching(items, withoutFilter(request, filter))),
    }))
    .sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best : null;
}

/** Largest first; changes without a size last, in their order. */
export function bySize(a: ChangeItem, b: ChangeItem): number {
  const size = ({ percent }: ChangeItem): number => (percent === null ? -1 : Math.abs(percent));
  // Infinity − Infinity is not a number.
  return Math.sign(size(b) - size(a) || 0);
}

function countsBy(
  items: readonly ChangeItem[],
  keyOf: (item: ChangeItem) => string,
): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(items, keyOf)].map(([key, all]) => [key, countChanges(all)]));
}
