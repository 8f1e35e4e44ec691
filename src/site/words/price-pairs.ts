import { pairPrice } from '../../catalog/price-change.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import type { PricePair } from '../price-pairs.ts';
import { inSentence } from './labels.ts';

const SHORT: Readonly<Partial<Record<PricePair['key'], string>>> = { input: 'in', output: 'out' };

/** A price before and now: `in $0.10 → $0.20`, `out $0.60` if it did not change. */
export function pairWords({ key, old, new: now }: PricePair): string {
  const [before, after] = [pairPrice(old), pairPrice(now)];
  const label = SHORT[key] ?? inSentence(PRICE_KEYS[key].label);
  return `${label} ${before === after ? after : `${before} → ${after}`}`;
}
