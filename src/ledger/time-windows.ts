import type { Condition, Facts, TierFacts } from '../catalog/facts.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { canonicalPrice } from './equality.ts';

/**
 * Whether a price belongs to the row's time windows, so that the capture's time of day decides whether it
 * appears.
 */
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
