import type { Direction } from '../catalog/compare.ts';

/** An order of a list. */
export interface Order {
  readonly sort: string;
  readonly direction: Direction;
}

/** What orders a list knows. */
export interface OrderTerms {
  /** The keys that it can be sorted by, each with the direction of a first click. */
  readonly sorts: Readonly<Record<string, Direction>>;
  /** The order that it has without being asked. */
  readonly ownOrder: Order | null;
}

/** The order that an address asks for; `null`: the list's own. */
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

/** Adds an order to the parameters of an address: nothing of what is at its default. */
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
