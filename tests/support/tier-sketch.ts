import type { Condition, TierFacts } from '../../src/catalog/facts.ts';
import { sortValue, type Price } from '../../src/catalog/price.ts';
import { priceAt, type Usage } from '../../src/catalog/tiers.ts';
import { aModel } from './a-model.ts';

/** Dollars per million as upstream writes dollars per token. */
export const perMillion = (usd: number) => (usd / 1e6).toFixed(9);
export const above = (tokens: number): Condition => ({ kind: 'prompt-above', tokens });
export const between = (start: number, end: number): Condition => ({ kind: 'utc-window', start, end });
export const days = (...names: string[]): Condition => ({ kind: 'utc-days', days: names });
export const tier = (input: number, ...when: Condition[]): TierFacts => ({
  when,
  prices: { input: perMillion(input) },
});
/** A model at $1 for input and $2 for output, both per million tokens, with tiers. */
export const priced = (...tiers: TierFacts[]) =>
  aModel('a/m', { prices: { input: perMillion(1), output: perMillion(2) }, tiers });
/** Dollars per million tokens; `null` without an amount. */
export const usd = (price: Price | undefined) => sortValue(price);
export const inputAt = (model: ReturnType<typeof aModel>, usage: Usage) => usd(priceAt(model, usage).input);
