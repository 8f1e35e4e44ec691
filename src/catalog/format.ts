import { DAY_MS } from './day.ts';
import type { Decimal } from './decimal.ts';
import {
  cellUsd,
  count,
  date,
  exactUsd,
  fixed,
  groupThousands,
  isRounded,
  MISSING,
  percentFrom,
} from './figures.ts';
import type { Price, Prices } from './price.ts';
import type { PriceUnit } from './price-keys.ts';

/** Formats prices, changes and times for pages, feeds and the browser, and re-exports the number formats. */

export {
  cellUsd,
  costUsd,
  count,
  date,
  exactTokens,
  exactUsd,
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

/** Whole calendar days from `iso` to `now` in UTC; negative when `iso` is in the future. */
export function daysBefore(iso: string, now: string): number {
  return (Date.parse(now.slice(0, 10)) - Date.parse(iso.slice(0, 10))) / DAY_MS;
}

/** A date relative to `now`: `today`, `yesterday`, `12 days ago`, `5 months ago`, `in 3 days`. */
export function ago(iso: string, now: string): string {
  const days = daysBefore(iso, now);
  if (Number.isNaN(days)) return iso;
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  const span = spanOf(Math.abs(days));
  return days > 0 ? `${span} ago` : `in ${span}`;
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

function spanOf(days: number): string {
  if (days < 60) return count(days, 'day');
  if (days < 730) return count(Math.floor(days / 30.44), 'month');
  return count(Math.floor(days / 365), 'year');
}
