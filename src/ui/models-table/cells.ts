import { isMaxOutputCut } from '../../catalog/limits.ts';
import type { Model } from '../../catalog/model.ts';
import { sortValue, type Price } from '../../catalog/price.ts';
import { cellPrice, date, exactPrice, exactTitle, MISSING, shortTokens } from '../../catalog/format.ts';
import type { Cell } from './column.ts';

/** The cells of the list of all models that need more than one line of code. */

/** A dash with the reason for the missing value. */
export function missing(reason: string): Cell {
  return { text: MISSING, title: reason };
}

/** The meaning of the “+” next to a price. */
const TIERS_TITLE = 'has tiers, by length of the prompt or by hour: see its page';

export function mainPriceCell(model: Model, key: 'input' | 'output'): Cell {
  return priceCell(model.prices[key], hasTiers(model, key), otherPrice(model));
}

/** A router bills the prices of the model that it selects. */
export function cachedPriceCell(model: Model): Cell {
  const price = model.isRouter ? model.prices.input : model.prices.cacheRead;
  return priceCell(price, hasTiers(model, 'cacheRead'));
}

function priceCell(price: Price | undefined, isTiered: boolean, other = ''): Cell {
  const text = cellPrice(price);
  if (price === undefined) return { text, title: 'Not billed separately' };
  if (price.kind === 'none') return { text, title: `Not billed${other}` };
  if (price.kind === 'unknown') return { text, title: price.reason };
  if (price.kind === 'unstated') return { text, title: exactPrice(price) };
  if (price.kind !== 'amount') return { text };
  const title = [exactTitle(price), isTiered && TIERS_TITLE].filter(Boolean).join('; ');
  const looks = `p${barStep(price)}${isTiered ? ' t' : ''}`;
  return { text, looks, title: title === '' ? undefined : title };
}

/** Length of a bar in a price cell, 0–9, on a log scale from 1 cent to 100 dollars per million tokens. */
function barStep(price: Price): number | null {
  const value = sortValue(price);
  if (value === null || value === 0) return null;
  const LOW = -2;
  const DECADES = 4;
  return Math.round(Math.min(1, Math.max(0, (Math.log10(value) - LOW) / DECADES)) * 9);
}

/** The price that an image model bills instead of a text price: `image output $14.4 / M image tokens`. */
function otherPrice({ prices }: Model): string {
  const { imageOutput } = prices;
  return imageOutput === undefined ? '' : `: image output ${exactPrice(imageOutput)}`;
}

function hasTiers(model: Model, key: 'input' | 'output' | 'cacheRead'): boolean {
  return model.tiers.some((tier) => tier.prices[key] !== undefined);
}

export function contextCell({ context }: Model): Cell {
  return context ? { text: shortTokens(context) } : missing('OpenRouter gives no context length');
}

export function maxOutputCell(model: Model): Cell {
  const { maxOutput, context } = model;
  if (!maxOutput) return missing('OpenRouter gives no limit');
  const title = isMaxOutputCut(model) ? `Cut by the context of ${shortTokens(context)}` : undefined;
  return { text: shortTokens(maxOutput), title };
}

export function addedCell({ addedAt }: Model): Cell {
  return addedAt === null ? missing('OpenRouter gives no date') : { text: date(addedAt) };
}
