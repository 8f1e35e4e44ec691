import { count } from '../../../catalog/figures.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';
import { filterWords, keysIn, valuesIn } from '../../../search/filters.ts';
import type { ListRequest } from '../../../search/params.ts';

/** The columns of dates. */
const DATES = ['newest', 'retired'];

/** What is to be said of a view. */
interface Viewed {
  /** The numbers of models shown and listed. */
  readonly shown: number;
  readonly total: number;
  /** The number of variants shown under their models, and of those left out because they are folded. */
  readonly unfolded: number;
  readonly folded: number;
  readonly request: Pick<ListRequest, 'typed' | 'filters'>;
  readonly names: ValueNames;
  /** `null`: the list is not sorted by a column. */
  readonly order: {
    readonly sort: string;
    readonly label: string;
    readonly direction: 'asc' | 'desc';
    readonly kind: 'number' | 'text';
  } | null;
}

/** `12 of 337 models. Filtered by Features: Tools; Price: Free. Sorted by Input, lowest first. …` */
export function viewWords(viewed: Viewed): string {
  const { shown, total, unfolded, folded, request, names, order } = viewed;
  const filters = [
    ...(request.typed === '' ? [] : [`“${request.typed}”`]),
    ...keysIn(request.filters).map((key) => filterWords(key, valuesIn(request.filters, key), names)),
  ];
  const isFiltered = filters.length > 0;
  return [
    isFiltered ? `${shown} of ${count(total, 'model')}.` : `${count(shown, 'model')}.`,
    unfolded > 0 && `With ${count(unfolded, 'variant')} shown under them.`,
    folded > 0 && `Without ${count(folded, 'variant')} folded under them.`,
    isFiltered && `Filtered by ${filters.join('; ')}.`,
    order !== null && `Sorted by ${order.label}, ${directionWord(order)}.`,
    `Data as of ${names.today}.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

function directionWord({ sort, direction, kind }: NonNullable<Viewed['order']>): string {
  const isRising = direction === 'asc';
  if (kind === 'text') return isRising ? 'A to Z' : 'Z to A';
  if (DATES.includes(sort)) return isRising ? 'oldest first' : 'newest first';
  return isRising ? 'lowest first' : 'highest first';
}
