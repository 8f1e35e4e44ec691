import { z } from 'zod';
import type { Prices, Tier } from '../../catalog/price.ts';
import { column, type Column } from './column.ts';
import { PRICE_NAMES, type PriceName } from './names.ts';

/** Decimal text without an exponent, such as `0.2`. */
const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);

/** See `Price` in catalog/price.ts. An amount is in US dollars per unit. */
export const priceRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('amount'),
    usd: decimal,
    unit: z.enum(['million tokens', 'million image tokens', 'image', 'request', 'search']),
  }),
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('dynamic') }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.string() }),
  z.strictObject({ kind: z.literal('unstated'), text: z.string() }),
]);

const names = PRICE_NAMES.map(([, name]) => name) as [PriceName, ...PriceName[]];
export const priceName = z.enum(names);
const somePrices = z.partialRecord(priceName, priceRecord);

/** A time for each price, and for the tiers as a whole. */
export const timesByPrice = z.partialRecord(z.enum([...names, 'tiers']), z.iso.datetime());

/** Input and output are always there; of the others only those that are billed. */
export const pricesRecord = somePrices.refine(
  ({ input, output }) => input && output,
  'needs both main prices',
);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prompt-above'), tokens: z.number() }),
  z.strictObject({ kind: z.literal('utc-window'), start: z.number(), end: z.number() }),
  z.strictObject({ kind: z.literal('utc-days'), days: z.array(z.string()) }),
]);

/** Prices under conditions. Prices that it does not name stay; a later tier overrides an earlier one. */
export const tierRecord = z.strictObject({ when: z.array(condition), prices: somePrices });

export type PricesRecord = z.infer<typeof pricesRecord>;
export type TierRecord = z.infer<typeof tierRecord>;

export function writePrices(prices: Prices | Tier['prices']): PricesRecord {
  return Object.fromEntries(
    PRICE_NAMES.flatMap(([key, name]) => (prices[key] === undefined ? [] : [[name, prices[key]]])),
  );
}

export function writeTiers(tiers: readonly Tier[]): TierRecord[] {
  return tiers.map(({ when, prices }) => ({
    when: when.map((one) => (one.kind === 'utc-days' ? { ...one, days: [...one.days] } : { ...one })),
    prices: writePrices(prices),
  }));
}

/**
 * For each price: how it is given, US dollars per unit (0 for free; empty where it is not a number), and the
 * unit.
 */
export const PRICE_COLUMNS: readonly Column<PricesRecord>[] = PRICE_NAMES.flatMap(([, name]) => [
  column(`${name}_kind`, 'text', (prices) => prices[name]?.kind ?? 'none'),
  column(`${name}_usd`, 'number', (prices) => usdIn(prices[name])),
  column(`${name}_unit`, 'text', ({ [name]: price }) => (price?.kind === 'amount' ? price.unit : null)),
]);

function usdIn(price: PricesRecord[PriceName]): string | null {
  if (price?.kind === 'amount') return price.usd;
  return price?.kind === 'free' ? '0' : null;
}
