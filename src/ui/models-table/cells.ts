import { isMaxOutputCut } from '../../catalog/limits.ts';
import type { Model } from '../../catalog/model.ts';
import type { Price } from '../../catalog/price.ts';
import { cellPrice, date, exactPrice, exactTitle, MISSING, shortTokens } from '../../catalog/format.ts';
import type { Cell } from './column.ts';

/** The cells of the list of all models that need more than one line of code. */

/** A dash with the reason for the missing value. */
export function missing(reason: string): Cell {
  return { text: MISSING, title: reason };
}

/** The price of a row, with the price above the first prompt length below it. */
export function priceCell(model: Model, key: MainPrice): Cell {
  return cellOf(model.prices[key], nextPrice(model, key), key === 'cacheRead' ? '' : otherPrice(model));
}

/** A router bills the prices of the model that it selects. */
export function cachedPriceCell(model: Model): Cell {
  return model.isRouter ? cellOf(model.prices.input) : priceCell(model, 'cacheRead');
}

type MainPrice = 'input' | 'output' | 'cacheRead';

function cellOf(price: Price | undefined, second?: string, other = ''): Cell {
  const text = cellPrice(price);
  if (price === undefined) return { text };
  if (price.kind === 'none') return other === '' ? { text } : { text, title: `Not billed${other}` };
  if (price.kind === 'unknown') return { text, title: price.reason };
  if (price.kind === 'unstated') return { text, title: exactPrice(price) };
  if (price.kind !== 'amount') return { text, second };
  return { text, second, title: exactTitle(price) };
}

/**
 * The price of the first tier with another price: `$0.40 >272K` above a prompt length, and `by hour` or `by
 * day` where the time decides.
 */
function nextPrice({ tiers, prices }: Model, key: MainPrice): string | undefined {
  const now = cellPrice(prices[key]);
  const tier = tiers.find((one) => one.prices[key] !== undefined && cellPrice(one.prices[key]) !== now);
  if (tier === undefined) return undefined;
  const [condition, ...more] = tier.when;
  if (condition?.kind === 'prompt-above' && more.length === 0) {
    return `${cellPrice(tier.prices[key])} >${shortTokens(condition.tokens)}`;
  }
  return tier.when.some(({ kind }) => kind === 'utc-window') ? 'by hour' : 'by day';
}

/** The price that an image model bills instead of a text price: `image output $14.4 / M image tokens`. */
function otherPrice({ prices }: Model): string {
  const { imageOutput } = prices;
  return imageOutput === undefined ? '' : `: image output ${exactPrice(imageOutput)}`;
}

export function contextCell({ context }: Model): Cell {
  return { text: context ? shortTokens(context) : MISSING };
}

export function maxOutputCell(model: Model): Cell {
  const { maxOutput, context } = model;
  if (!maxOutput) return { text: MISSING };
  const title = isMaxOutputCut(model) ? `Cut by the context of ${shortTokens(context)}` : undefined;
  return { text: shortTokens(maxOutput), title };
}

export function addedCell({ addedAt }: Model): Cell {
  return { text: addedAt === null ? MISSING : date(addedAt) };
}
