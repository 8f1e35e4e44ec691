import { cellPrice, costUsd } from '../../catalog/format.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import type { Price } from '../../catalog/price.ts';
import type { PricePair } from '../price-pairs.ts';
import { inSentence } from './labels.ts';

const SHORT: Readonly<Partial<Record<PricePair['key'], string>>> = { input: 'in', output: 'out' };
/** From here up, amounts have cents: `$11.25` beside `$4.00`. */
const CENTS_FROM = 1;

/** A price before and now: `in $0.10 → $0.20`, `out $0.60` if it did not change. */
export function pairWords({ key, old, new: now }: PricePair): string {
  const [before, after] = [priceText(old), priceText(now)];
  const label = SHORT[key] ?? inSentence(PRICE_KEYS[key].label);
  return `${label} ${before === after ? after : `${before} → ${after}`}`;
}

function priceText(price: Price): string {
  return price.kind === 'amount' && Number(price.usd) >= CENTS_FROM ? costUsd(price.usd) : cellPrice(price);
}
