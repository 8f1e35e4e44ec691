import type { Condition, Facts, TierFacts } from '../catalog/facts.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { canonicalPrice } from './equality.ts';

/** Whether a price is one of those that the row's time windows give, so that the time of a capture decides whether it is seen. */
export function isWindowPrice(key: PriceKey, text: string | null, { tiers }: Pick<Facts, 'tiers'>): boolean {
  const own = canonicalPrice(text);
  return (
    own !== null &&
    (tiers ?? []).some((tier) => isTimed(tier) && canonicalPrice(tier.prices[key] ?? null) === own)
  );
}

function isTimed({ when }: TierFacts): boolean {
  return when.some(({ kind }: Condition) => kind === 'utc-window' || kind === 'utc-days');
}
