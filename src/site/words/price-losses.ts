import { faithfulTokens, list } from '../../catalog/figures.ts';
import type { Loss } from '../../catalog/losses.ts';
import { differenceWords } from '../../catalog/price-difference.ts';
import type { PriceScope } from '../../catalog/price-losses.ts';
import { priceLabel } from './labels.ts';

/** One phrase for all prices that differ in the same way. */
export function priceLossWords(losses: readonly Loss[]): readonly string[] {
  const prices = losses.filter((loss) => loss.kind === 'price');
  const byWords = Map.groupBy(
    prices,
    ({ new: now, old, scope }) => `${differenceWords(now, old, 0)}${scopeWords(scope)}`,
  );
  return [...byWords].map(([words, alike]) => `${list(alike.map(({ key }) => priceLabel(key)))} ${words}`);
}

/** ` above 200K`, ` for prompts up to 128K`, ` from 128K to 200K`; empty if it applies to every request. */
function scopeWords(scope: PriceScope): string {
  if (scope.kind === 'some-hours') return ' at some hours';
  const { above, upTo } = scope;
  if (upTo !== Number.POSITIVE_INFINITY) {
    return above === 0
      ? ` for prompts up to ${faithfulTokens(upTo)}`
      : ` from ${faithfulTokens(above)} to ${faithfulTokens(upTo)}`;
  }
  return above === 0 ? '' : ` above ${faithfulTokens(above)}`;
}
