import { blend } from './blend.ts';
import { isZero, toNumber, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { usdOf } from './price.ts';
import { isPeer } from './standing.ts';
import { priceAt } from './tiers.ts';

interface Priced {
  /** US dollars per million tokens; lower is better. */
  readonly price: number;
  /** What the price buys; more is better. */
  readonly value: number;
}

/** A model with a price and what it buys. */
export interface PricedModel extends Priced {
  readonly model: Model;
  /** `price`, exact. */
  readonly usd: Decimal;
}

/**
 * Text-only base models with an input price per million tokens, priced at a prompt that fills the context,
 * which is the value in tokens.
 */
export function fullPrompts(models: readonly Model[]): PricedModel[] {
  return models.filter(isPeer).flatMap((model) => {
    const { context } = model;
    if (!context) return [];
    const { input } = priceAt(model, { promptTokens: context });
    return input.kind === 'amount' && input.unit === 'million tokens'
      ? [{ model, value: context, usd: input.usd, price: toNumber(input.usd) }]
      : [];
  });
}

/**
 * Text-only base models that are paid and have an intelligence index of Artificial Analysis, which is the
 * value. The price is that of short prompts, input and output blended 3:1.
 */
export function indexedPrices(models: readonly Model[]): PricedModel[] {
  return models.filter(isPeer).flatMap((model) => {
    const value = model.benchmarks?.artificialAnalysis?.intelligence ?? null;
    const [input, output] = [usdOf(model.prices.input), usdOf(model.prices.output)];
    if (value === null || input === null || output === null) return [];
    const usd = blend(input, output);
    return isZero(usd) ? [] : [{ model, value, usd, price: toNumber(usd) }];
  });
}

/**
 * The Pareto frontier: points to which no other is equal in price and value and better in one of them. Equal
 * points are all kept. Sorted by value, lowest first; equal points keep their order.
 */
export function paretoFrontier<T extends Priced>(points: readonly T[]): T[] {
  const mostFirst = [...points].sort((a, b) => b.value - a.value || a.price - b.price);
  const frontier: T[] = [];
  for (const point of mostFirst) {
    const last = frontier.at(-1);
    const isEqual = last?.price === point.price && last.value === point.value;
    if (last === undefined || point.price < last.price || isEqual) frontier.push(point);
  }
  return frontier.sort((a, b) => a.value - b.value);
}
