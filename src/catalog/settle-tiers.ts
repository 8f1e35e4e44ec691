import { DAY_MINUTES } from './day.ts';
import type { Condition, PriceText, TierFacts } from './facts.ts';
import { WEEK } from './tiers.ts';

export interface SettledPrices {
  readonly prices: PriceText;
  readonly tiers: readonly TierFacts[];
}

/**
 * Merges tiers that always apply into the base prices. Such a tier overrides the base and the tiers before
 * it; the tiers after it still override it.
 */
export function settleTiers(prices: PriceText, tiers: readonly TierFacts[]): SettledPrices {
  return tiers.reduce<SettledPrices>(
    (settled, tier) =>
      tier.when.every(isAlways)
        ? {
            prices: { ...settled.prices, ...tier.prices },
            tiers: settled.tiers.flatMap((earlier) => withoutKeys(earlier, tier.prices)),
          }
        : { ...settled, tiers: [...settled.tiers, tier] },
    { prices, tiers: [] },
  );
}

/** Every prompt has at least one token, so "above 0" always holds. */
function isAlways(condition: Condition): boolean {
  switch (condition.kind) {
    case 'prompt-above':
      return condition.tokens < 1;
    case 'utc-window':
      return condition.start === condition.end || (condition.start === 0 && condition.end === DAY_MINUTES);
    case 'utc-days':
      return WEEK.every((day) => condition.days.includes(day));
  }
}

function withoutKeys(tier: TierFacts, overridden: PriceText): readonly TierFacts[] {
  const prices = Object.fromEntries(
    Object.entries(tier.prices).filter(([key]) => !Object.hasOwn(overridden, key)),
  );
  return Object.keys(prices).length === 0 ? [] : [{ when: tier.when, prices }];
}
