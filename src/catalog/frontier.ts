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

/** A model with its context and the price of a prompt that fills it. */
export interface FullPrompt extends PricedContext {
  readonly model: Model;
  /** `price`, exact. */
  readonly usd: Decimal;
}

/**
 * Text-only base models with an input price per million tokens, priced at a prompt that fills the context.
 */
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
 * The Pareto frontier: points for which no other has at least their context at a lower price. Sorted by
 * context, longest last; of equal points the first is kept.
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
