import type { Condition } from '../catalog/facts.ts';
import { PRICE_KEY_ORDER, PRICE_KEYS } from '../catalog/price-keys.ts';
import type { Tier } from '../catalog/price.ts';
import type { DifferenceOf } from '../history/change.ts';
import { clock, exactPrice, integer, list } from '../catalog/format.ts';

/** `price depends on the request`. */
export function tiersHeadline({ old, new: now }: DifferenceOf<'tiers'>): string {
  if (old.length === 0) return 'price depends on the request';
  return now.length === 0 ? 'one price for every request' : 'price tiers changed';
}

/** A line a tier: `Now, for prompts above 200,000 tokens: input $3.00 per million tokens`. */
export function tierLines(when: string, tiers: readonly Tier[]): readonly string[] {
  if (tiers.length === 0) return [`${when}: no price tiers`];
  return tiers.map((tier) => `${when}, ${list(tier.when.map(conditionText))}: ${tierPrices(tier.prices)}`);
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'prompt-above':
      return `for prompts above ${integer(condition.tokens)} tokens`;
    case 'utc-window':
      return `from ${clock(condition.start)} to ${clock(condition.end)} UTC`;
    case 'utc-days':
      return `on ${list(condition.days)}`;
  }
}

function tierPrices(prices: Tier['prices']): string {
  return PRICE_KEY_ORDER.flatMap((key) =>
    prices[key] ? [`${PRICE_KEYS[key].label.toLowerCase()} ${exactPrice(prices[key])}`] : [],
  ).join('; ');
}
