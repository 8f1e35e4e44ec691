interface PricedContext {
  /** US dollars per million input tokens. */
  readonly price: number;
  /** Tokens. */
  readonly context: number;
}

/**
 * The points that no other beats: none has at least their context for less. Longest context last; of equal points, the first
 * given.
 */
export function paretoFrontier<T extends PricedContext>(points: readonly T[]): T[] {
  const longestFirst = [...points].sort((a, b) => b.context - a.context || a.price - b.price);
  const frontier: T[] = [];
  let cheapest = Number.POSITIVE_INFINITY;
  for (const point of longestFirst) {
    if (point.price >= cheapest) continue;
    cheapest = point.price;
    frontier.unshift(point);
  }
  return frontier;
}
