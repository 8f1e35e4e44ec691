import { toNumber, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { isPeer } from './standing.ts';
import { priceAt } from './tiers.ts';

interface PricedContext {
  /** US dollars per million input tokens. */
  readonly price: number;
  /** Tokens. */
  readonly context: number;
}

/** A model by its context and by what a prompt that fills it costs. */
export interface FullPrompt extends PricedContext {
  readonly model: Model;
  /** `price`, exactly. */
  readonly usd: Decimal;
}

/** The bases that give text alone and whose input price is an amount per million tokens, priced at a prompt that fills the context. */
export function fullPrompts(models: readonly Model[]): FullPrompt[] {
  return models.filter(isPeer).flatMap((model) => {
    const { context } = model;
    if (!context) return [];
    const { input } = priceAt(model, { promptTokens: context });
    return input.kind === 'amount' && input.unit === 'million tokens'
      ? [{ model, context, usd: input.usd, price: toNumber(input.usd) }]
      : [];
  });
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
