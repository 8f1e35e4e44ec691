import { amountKey } from '../../catalog/decimal.ts';
import { exactUsd, MISSING } from '../../catalog/format.ts';
import type { Price } from '../../catalog/price.ts';

/** A price with every digit that is not noise: `$0.413772`, `free`, `—` where it is not billed. */
export function exactFigure(price: Price | undefined): string {
  if (price === undefined || price.kind === 'none') return MISSING;
  return price.kind === 'amount' ? exactUsd(amountKey(price.usd)) : price.kind;
}
