import { integer, list } from '../../catalog/format.ts';
import type { PricedModel } from '../../catalog/frontier.ts';

/** A point of a chart of prices: `Solar Pro 4: 524K, $0.03`. */
export function pointWords(name: string, value: string, price: string): string {
  return `${name}: ${value}, ${price}`;
}

interface Drawn {
  readonly points: readonly PricedModel[];
  readonly frontier: readonly PricedModel[];
  /** What the points are: `paid text models`. */
  readonly peers: string;
  readonly valueName: string;
  readonly priceName: string;
}

/** What a chart with a frontier shows, for those who do not see it. */
export function frontierDescription({ points, frontier, peers, valueName, priceName }: Drawn): string {
  const names = frontier.map(({ model }) => model.name);
  const verb = names.length === 1 ? 'is' : 'are';
  return `${integer(points.length)} ${peers}: ${valueName.toLowerCase()} grows to the right, ${priceName.toLowerCase()} falls to the top. On the line ${verb} ${list(names)}: no other has at least as much for less, or more for as little.`;
}
