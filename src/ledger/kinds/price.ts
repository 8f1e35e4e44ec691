import { z } from 'zod';
import { measuredKeys } from '../../catalog/blend.ts';
import { changeInWords } from '../../catalog/format.ts';
import type { Facts, PriceText } from '../../catalog/facts.ts';
import {
  exactPriceChange,
  isDifference,
  isMeasured,
  isSignificant,
  isTinyRatio,
  moveOf,
  priceLine,
  shortPriceChange,
  type Move,
  type PriceLine,
} from '../../catalog/price-change.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, PRICE_KEYS, type PriceKey } from '../../catalog/price-keys.ts';
import { readPrices } from '../../catalog/price.ts';
import { isSamePrice, isZeroText } from '../equality.ts';
import { isWindowPrice } from '../time-windows.ts';
import { PLAIN_FACT, type FactKind, type PriceField, type ReadStep } from './kind.ts';
import { replaced, textOrNone, type Replaced } from './schemas.ts';
import type { ChangeLine } from './words.ts';

/**
 * Decimal text in US dollars per single unit; `null` is "not given". `window`: both prices belong to the
 * row's time windows, so only the time of the capture differs.
 */
interface PriceEvent extends Replaced<string | null> {
  readonly key: PriceKey;
  readonly window?: true;
}

interface PriceChange {
  readonly lines: readonly PriceLine[];
  /** The prices of `measuredKeys` that did not change. */
  readonly kept: readonly PriceLine[];
  /** `null` if no price changed that the total is measured on. */
  readonly move: Move | null;
}

const priceKey = z.enum(PRICE_KEY_ORDER as [PriceKey, ...PriceKey[]]);
export const pricesSchema: z.ZodType<PriceText> = z.partialRecord(priceKey, z.string());

export const price = {
  fields: { prices: { schema: pricesSchema, normalize: normalizePrices, learn: learnedPrices } },
  lines: [{ key: priceKey, ...replaced(textOrNone), window: z.literal(true).exactOptional() }],
  diff: (old, now, newFields) =>
    PRICE_KEY_ORDER.flatMap((key): readonly PriceEvent[] => {
      const [before, after] = [old.prices[key] ?? null, now.prices[key] ?? null];
      if (newFields.includes(key) || isSamePrice(before, after)) return [];
      const isWindow = isBetweenWindows(key, before, after, old) || isBetweenWindows(key, before, after, now);
      return [{ key, old: before, new: after, ...(isWindow && { window: true }) }];
    }),
  apply: (facts, { key, old, new: now }) => {
    if (!isSamePrice(facts.prices[key], old)) return null;
    const others = Object.entries(facts.prices).filter(([other]) => other !== key);
    return {
      ...facts,
      prices: inOrder({ ...Object.fromEntries(others), ...(now !== null && { [key]: now }) }),
    };
  },
  shown: {
    ...PLAIN_FACT,
    topic: 'price',
    weight: 60,
    isTiny: ({ lines, move }) =>
      (move === null || move.direction === 'same' || isTinyRatio(move.ratio)) &&
      lines.every(({ ratio }) => isTinyRatio(ratio)),
    undated: ({ lines, kept }) => ({
      lines: lines.map((line) => ({ ...line, ratio: null })),
      kept,
      move: null,
    }),
    // A price can change without an event: when time windows end, the held price is released.
    show: { whole: (_, step) => priceChange(step) },
    lines: ({ lines, move }) =>
      lines.map((line): ChangeLine => ({
        label: PRICE_KEYS[line.key].label,
        text: shortPriceChange(line),
        ratio: line.ratio,
        isPrice: true,
        direction: line.key === 'input' && line.ratio === null ? (move?.direction ?? null) : null,
      })),
    words: (shown) => ({ headline: headlineOf(shown), lines: shown.lines.map(exactPriceChange) }),
  },
} as const satisfies FactKind<'prices', PriceEvent, PriceChange>;

/**
 * Fixed key order, without zeros. Zero input or output means free and is kept. Zero for any other price means
 * "not billed", the same as a missing price.
 */
function normalizePrices(prices: PriceText): PriceText {
  return inOrder(
    Object.fromEntries(
      Object.entries(prices).filter(([key, text]) => isMainPriceKey(key as PriceKey) || !isZeroText(text)),
    ),
  );
}

/** The prices under keys that are new with this capture. */
function learnedPrices(_: Facts, now: Facts, newFields: readonly PriceField[]): PriceText | undefined {
  const known = Object.entries(now.prices).filter(([key]) => newFields.includes(key as PriceKey));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** Whether both prices belong to the row's time windows. */
function isBetweenWindows(key: PriceKey, before: string | null, after: string | null, row: Facts): boolean {
  return isWindowPrice(key, before, row) && isWindowPrice(key, after, row);
}

export function inOrder(prices: PriceText): PriceText {
  return Object.fromEntries(
    PRICE_KEY_ORDER.flatMap((key) => (prices[key] === undefined ? [] : [[key, prices[key]]])),
  );
}

function priceChange({ id, before, facts, prices }: ReadStep): PriceChange | null {
  if (before === null || prices.changed.length === 0) return null;
  const old = readPrices(id, { ...before, prices: prices.before });
  const now = readPrices(id, { ...facts, prices: prices.after });
  // Either of the two main prices can decide how the other is shown.
  const partners = prices.changed.flatMap((key): readonly PriceKey[] =>
    isMainPriceKey(key) ? ['input', 'output'] : [],
  );
  const keys = [...new Set([...partners, ...prices.changed])];
  const lines = keys.map((key) => priceLine(key, old, now)).filter(isDifference);
  if (lines.length === 0) return null;
  const kept = measuredKeys(now)
    .map((key) => priceLine(key, old, now))
    .filter((line) => !isDifference(line) && line.new !== null);
  const isMove = lines.some(({ key }) => isMeasured(key, old) || isMeasured(key, now));
  return { lines, kept, move: isMove ? moveOf(old, now) : null };
}

/**
 * `price down 17%`, `became free`. Without a move, the headline names a price that changed by a percent or
 * more.
 */
function headlineOf({ move, lines }: PriceChange): string {
  const [line, ...more] = lines.filter(({ ratio }) => !isTinyRatio(ratio));
  if (move !== null && (isSignificant(move) || move.direction === 'other')) return moveText(move);
  if (!line || more.length > 0) return 'prices changed';
  const label = PRICE_KEYS[line.key].label.toLowerCase();
  if (line.ratio !== null) return `${label} price ${changeInWords(line.ratio)}`;
  return line.old === null ? `${label} is billed separately` : `${label} price changed`;
}

function moveText({ direction, ratio }: Move): string {
  if (direction === 'became-free') return 'became free';
  if (direction === 'became-paid') return 'no longer free';
  return ratio === null ? 'price changed' : `price ${changeInWords(ratio)}`;
}
