import { cellUsd, exactUsd } from '../../catalog/figures.ts';
import { shortUnit, UNIT_NOT_STATED } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import { isFree, priceOf, type Price, type Prices } from '../../catalog/price.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, type PriceKey } from '../../catalog/price-keys.ts';
import { priceLabel } from './labels.ts';
import { tierNote } from './tiers.ts';

/** What stands for a price that is not a number. */
const WORDS: Readonly<Record<Exclude<Price['kind'], 'amount'>, string>> = {
  free: 'free',
  dynamic: 'dynamic',
  unknown: 'not given',
  unstated: UNIT_NOT_STATED,
  none: 'not billed',
};

/**
 * The prices of a model on one short line: `$1.25 in, $10.00 out / M tokens, other prices above 200K`,
 * `free`, `price dynamic`, `image output $30.00 / M image tokens`. Plain text, not escaped.
 */
export function shortPrice({ prices, tiers }: Pick<Model, 'prices' | 'tiers'>): string {
  return [mainPrices(prices), ...otherPrices(prices), tierNote({ tiers })]
    .filter((part) => part !== '')
    .join(', ');
}

function mainPrices(prices: Prices): string {
  const { input, output } = prices;
  if (input.kind === 'none' && output.kind === 'none') return otherPrice(prices);
  if (isFree(prices)) return WORDS.free;
  if (input.kind === output.kind && input.kind !== 'amount') {
    return input.kind === 'free' ? WORDS.free : `price ${WORDS[input.kind]}`;
  }
  const sides = [
    { price: input, side: 'in', name: 'input' },
    { price: output, side: 'out', name: 'output' },
  ].filter(({ price }) => price.kind !== 'none');
  const lastAmount = sides.findLast(({ price }) => price.kind === 'amount');
  return sides
    .map((one) => {
      const { price, side, name } = one;
      if (price.kind !== 'amount')
        return price.kind === 'free' ? `free ${side}` : `${name} ${WORDS[price.kind]}`;
      return `${cellUsd(price.usd)} ${side}${one === lastAmount ? ` ${shortUnit(price.unit)}` : ''}`;
    })
    .join(', ');
}

function otherPrice(prices: Prices): string {
  const key = otherPriceKey(prices);
  return key === null ? `price ${WORDS.none}` : `${priceLabel(key)} ${priceText(priceOf(prices, key))}`;
}

/** The price that stands for a model that bills neither input nor output tokens; `null` without one. */
function otherPriceKey(prices: Prices): PriceKey | null {
  const isBilled = (key: PriceKey): boolean => !isMainPriceKey(key) && priceOf(prices, key).kind !== 'none';
  return (['imageOutput', ...PRICE_KEY_ORDER] as const).find(isBilled) ?? null;
}

/** Prices besides input and output without which a request could look cheaper than it is. */
export const ALSO_SHOWN = ['imageOutput', 'request'] as const satisfies readonly PriceKey[];

/** The prices that stand for a model: input, output and `ALSO_SHOWN`, or the one that it bills instead. */
export function mainPriceKeys(prices: Prices): readonly PriceKey[] {
  if (prices.input.kind === 'none' && prices.output.kind === 'none') {
    const other = otherPriceKey(prices);
    return other === null ? ['input', 'output'] : [other];
  }
  return ['input', 'output', ...ALSO_SHOWN.filter((key) => priceOf(prices, key).kind !== 'none')];
}

/** A price without its unit, on a line of its own: `$1.25`, `free`, `0.10, unit not stated`. */
export function priceWords(price: Price): string {
  if (price.kind === 'unstated') return `${price.text}, ${UNIT_NOT_STATED}`;
  return price.kind === 'amount' ? exactUsd(price.usd) : WORDS[price.kind];
}

/** The prices of `ALSO_SHOWN` that a model bills besides input or output. */
function otherPrices(prices: Prices): readonly string[] {
  const [first = 'input', ...others] = mainPriceKeys(prices);
  if (!isMainPriceKey(first)) return [];
  return others
    .filter((key) => !isMainPriceKey(key))
    .map((key) => {
      const price = priceOf(prices, key);
      const hasUnitOnly = key === 'request' && price.kind === 'amount';
      return hasUnitOnly ? priceText(price) : `${priceLabel(key)} ${priceText(price)}`;
    });
}

function priceText(price: Price): string {
  return price.kind === 'amount' ? `${cellUsd(price.usd)} ${shortUnit(price.unit)}` : WORDS[price.kind];
}
