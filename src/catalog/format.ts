import type { Decimal } from './decimal.ts';
import {
  cellUsd,
  date,
  exactUsd,
  fixed,
  fullUsd,
  groupThousands,
  isRounded,
  MISSING,
  percentFrom,
} from './figures.ts';
import type { Price, Prices } from './price.ts';
import type { PriceUnit } from './price-keys.ts';

/** Formats prices, changes and times for pages, feeds and the browser, and re-exports the number formats. */

export { ago, daysBefore } from './dates.ts';
export {
  cellUsd,
  costUsd,
  count,
  date,
  exactTokens,
  exactUsd,
  fullUsd,
  integer,
  list,
  MISSING,
  month,
  percent,
  shortTokens,
} from './figures.ts';

const NO_BREAK_SPACE = '\u00a0';
/** Shown beside a number that upstream gives without a unit. */
export const UNIT_NOT_STATED = 'unit not stated';

// Prices

/**
 * A price in a table cell: `$0.0643`, `free`, `dynamic`, `unknown`, `unstated`; a price that is not billed is
 * `—`.
 */
export function cellPrice(price: Price | undefined): string {
  if (price === undefined || price.kind === 'none') return MISSING;
  return price.kind === 'amount' ? cellUsd(price.usd) : price.kind;
}

/** A price where there is room for its digits: `$18.75`, `free`. */
export function fullPrice(price: Price | undefined): string {
  return price?.kind === 'amount' ? fullUsd(price.usd) : cellPrice(price);
}

/**
 * The prices of a model in a cell: `$0.10 → $0.32`, `$0.02 in` where output is not billed, or one word:
 * `free`.
 */
export function pricesText(model: { readonly prices: Prices }): string {
  return pairText(model.prices, cellUsd);
}

/** The same with every digit: `$0.06426 → $0.12852`. */
export function exactPricesText(prices: Prices): string {
  return pairText(prices, exactUsd);
}

function pairText({ input, output, imageOutput }: Prices, write: (usd: Decimal) => string): string {
  const text = (price: Price): string => (price.kind === 'amount' ? write(price.usd) : cellPrice(price));
  if (input.kind === 'none' && output.kind === 'none') {
    // A model that bills neither input nor output tokens.
    if (imageOutput?.kind === 'amount') return `${text(imageOutput)} ${shortUnit(imageOutput.unit)}`;
    return imageOutput?.kind ?? MISSING;
  }
  if (input.kind === output.kind && input.kind !== 'amount') return input.kind;
  if (output.kind === 'none') return input.kind === 'amount' ? `${text(input)} in` : input.kind;
  return `${text(input)} → ${text(output)}`;
}

/**
 * A price for a title, a model's page or data: `$0.413772 per million tokens`, `free`, or the reason why it
 * is missing.
 */
export function exactPrice(price: Price | undefined): string {
  if (price === undefined) return 'not billed separately';
  switch (price.kind) {
    case 'amount':
      return `${exactUsd(price.usd)} per ${price.unit}`;
    case 'dynamic':
      return 'dynamic: depends on the model that answers';
    case 'unknown':
      return `unknown: ${price.reason}`;
    case 'unstated':
      return `${price.text}, ${UNIT_NOT_STATED}`;
    case 'none':
      return 'not billed';
    case 'free':
      return 'free';
  }
}

/**
 * The title of a cell with rounded prices: all prices with every digit; `undefined` where none is rounded.
 */
export function exactTitle(...prices: readonly (Price | null | undefined)[]): string | undefined {
  const isExact = prices.every((price) => price?.kind !== 'amount' || !isRounded(price.usd));
  return isExact ? undefined : prices.map((price) => exactPrice(price ?? undefined)).join(' → ');
}

/** The unit beside a large figure: `/ M tokens`, `/ request`. */
export function shortUnit(unit: PriceUnit): string {
  return `/ ${unit.replace('million', 'M')}`;
}

// Changes

/**
 * A change from its ratio new ÷ old: `2.86` → `↑ 186%`, `0.985` → `↓ 1.5%`, rounded half up. Has one decimal
 * below ten percent, and where a drop would round to 100%, because only free is 100% down. A change that
 * would round to zero is `< 0.1%`.
 */
export function change(ratio: Decimal): string {
  if (isUnchanged(ratio)) return `0%`;
  const { arrow, text } = changeParts(ratio);
  return `${arrow}${NO_BREAK_SPACE}${text}`;
}

/** The same change in words, for a sentence or a screen reader: `up 186%`, `down 1.5%`, `unchanged`. */
export function changeInWords(ratio: Decimal): string {
  if (isUnchanged(ratio)) return 'unchanged';
  const { word, text } = changeParts(ratio);
  return `${word} ${text}`;
}

// Times: ISO text in UTC. Text that is not a time is returned unchanged.

/** `2026-08-22T12:08:31Z` → `Aug 22, 2026, 12:08 UTC`. The time must be in UTC. */
export function dateTime(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return time === undefined ? date(iso) : `${date(iso)}, ${time} UTC`;
}

function isUnchanged(ratio: Decimal): boolean {
  return percentFrom(ratio) === '0';
}

function changeParts(ratio: Decimal): { arrow: string; word: string; text: string } {
  const isRise = !ratio.startsWith('0');
  return {
    arrow: isRise ? '↑' : '↓',
    word: isRise ? 'up' : 'down',
    text: `${percentText(percentFrom(ratio), isRise)}%`,
  };
}

/** `percent` is plain decimal text. */
function percentText(percent: string, isRise: boolean): string {
  const [tenths, whole] = [fixed(percent, 1), fixed(percent, 0)];
  if (tenths === '0') return '< 0.1';
  if (!isRise && whole === '100' && percent !== '100') return tenths === '100' ? '99.9' : tenths;
  return Number(tenths) < 10 ? tenths : groupThousands(whole);
}
