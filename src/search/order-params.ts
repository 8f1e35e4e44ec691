import type { Direction } from '../catalog/compare.ts';

/** A sort order of a list. */
export interface Order {
  readonly sort: string;
  readonly direction: Direction;
}

/** The sort orders that a list supports. */
export interface OrderTerms {
  /** The sort keys, each with the direction of the first click. */
  readonly sorts: Readonly<Record<string, Direction>>;
  /** The list's default order. */
  readonly ownOrder: Order | null;
}

/** The order in a URL; `null`: the default order. */
export function readOrder(parameters: URLSearchParams, { sorts, ownOrder }: OrderTerms): Order | null {
  const wanted = parameters.get('sort') ?? '';
  const sort = Object.hasOwn(sorts, wanted) ? wanted : ownOrder?.sort;
  if (sort === undefined) return null;
  const byDefault = sort === ownOrder?.sort ? ownOrder.direction : (sorts[sort] ?? 'asc');
  const given = parameters.get('dir');
  const direction = given === 'asc' || given === 'desc' ? given : byDefault;
  const isOwn = sort === ownOrder?.sort && direction === ownOrder.direction;
  return isOwn ? null : { sort, direction };
}

/** Adds an order to URL parameters, without default values. */
export function writeOrder(
  parameters: URLSearchParams,
  order: Order | null,
  { sorts, ownOrder }: OrderTerms,
): void {
  if (order === null) return;
  const isOwn = order.sort === ownOrder?.sort;
  if (!isOwn) parameters.set('sort', order.sort);
  const byDefault = isOwn ? ownOrder.direction : sorts[order.sort];
  if (order.direction !== byDefault) parameters.set('dir', order.direction);
}
