import { isNegative, isZero, parseDecimal, shift, toNumber, type Decimal } from './decimal.ts';
import type { Condition, PriceText } from './facts.ts';
import {
  isMainPriceKey,
  PRICE_KEY_ORDER,
  type ExtraPriceKey,
  type MainPriceKey,
  type PriceKey,
  type PriceUnit,
} from './price-keys.ts';
import { rowUnits, unitOf, type PriceFacts, type RowUnits } from './price-units.ts';

/**
 * A price as displayed. Only `amount` and `free` are sorted, blended, ranked, charted or added up.
 * - `amount`: US dollars per `unit` (per million for tokens), always above zero.
 * - `free`: costs nothing. `none`: the model does not bill this.
 * - `dynamic`: depends on the model that answers. `unknown`: not given, with the reason.
 * - `unstated`: a number without a known unit. `text` is from upstream, US dollars per single unit.
 */
export type Price =
  | { readonly kind: 'amount'; readonly usd: Decimal; readonly unit: PriceUnit }
  | { readonly kind: 'free' }
  | { readonly kind: 'none' }
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'unstated'; readonly text: string };

export type PriceKind = Price['kind'];

/** Input and output are always present. Of the others only billed ones are: a missing key means `none`. */
export type Prices = Readonly<Record<MainPriceKey, Price> & Partial<Record<ExtraPriceKey, Price>>>;

/** Prices that apply under conditions. Only keys that the tier sets are present; the others inherit. */
export interface Tier {
  readonly when: readonly Condition[];
  readonly prices: Readonly<Partial<Record<PriceKey, Price>>>;
}

const PER_MILLION_UNITS: ReadonlySet<PriceUnit> = new Set(['million tokens', 'million image tokens']);
const MILLION_PLACES = 6;
const ZERO = '0' as Decimal;

const FREE: Price = { kind: 'free' };
const NONE: Price = { kind: 'none' };
const DYNAMIC: Price = { kind: 'dynamic' };
const ABSENT: Price = { kind: 'unknown', reason: 'OpenRouter gives no price for this.' };
const UNREADABLE: Price = { kind: 'unknown', reason: 'OpenRouter gives a price that is not a number.' };
const NOT_GIVEN: Price = {
  kind: 'unknown',
  reason: 'OpenRouter’s models endpoint does not give this price.',
};

/** Reads the unconditional prices of one row, by the rules of docs/prices.md. */
export function readPrices(id: string, facts: PriceFacts): Prices {
  const row = rowUnits(id, facts);
  return { ...readMainPrices(facts.prices, row), ...readExtraPrices(facts.prices, row) };
}

/**
 * Reads the prices that a tier of a row sets. The row's base prices determine the units, so that a price has
 * the same unit in every tier. A zero for an extra key is `none`, because it overrides the base.
 */
export function readTierPrices(prices: PriceText, id: string, facts: PriceFacts): Tier['prices'] {
  const row = rowUnits(id, facts);
  const base = readPrices(id, facts);
  const read: Partial<Record<PriceKey, Price>> = {};
  for (const key of PRICE_KEY_ORDER) {
    const text = prices[key];
    if (text === undefined) continue;
    if (sign(text) === 'zero' && priceOf(base, key).kind === 'none') {
      read[key] = NONE;
      continue;
    }
    const isBilledAtBase = sign(facts.prices[key]) === 'positive';
    const unitRow = isBilledAtBase ? row : rowUnits(id, { ...facts, prices: { ...facts.prices, ...prices } });
    read[key] = readText(text, key, { ...unitRow, isTokenUnitStated: row.isTokenUnitStated });
  }
  return read;
}

/** The price of a key; `none` where the model does not bill it. */
export function priceOf(prices: Prices, key: PriceKey): Price {
  return prices[key] ?? NONE;
}

/** US dollars per unit: zero for free; `null` if not a number. */
export function usdOf(price: Price): Decimal | null {
  if (price.kind === 'amount') return price.usd;
  return price.kind === 'free' ? ZERO : null;
}

/** A number for sorting prices: free is 0; `null` if not a number, which sorts last in both directions. */
export function sortValue(price: Price | undefined): number | null {
  const usd = price === undefined ? null : usdOf(price);
  return usd === null ? null : toNumber(usd);
}

/** Whether upstream gives any price of the model as a number (with or without a unit) or as free. */
export function isGiven(prices: Prices): boolean {
  return Object.values(prices).some(
    ({ kind }) => kind === 'amount' || kind === 'free' || kind === 'unstated',
  );
}

/** Whether a request to the model is free. Extras such as a web search may still be billed. */
export function isFree({ input, output, request }: Prices): boolean {
  return input.kind === 'free' && (output.kind === 'free' || output.kind === 'none') && request === undefined;
}

/** Whether upstream gives any price of the model above zero, with or without a unit. */
export function isPaid(prices: Prices): boolean {
  return Object.values(prices).some(({ kind }) => kind === 'amount' || kind === 'unstated');
}

type Sign = 'absent' | 'unreadable' | 'negative' | 'zero' | 'positive';

function sign(text: string | undefined): Sign {
  if (text === undefined) return 'absent';
  const value = parseDecimal(text);
  if (value === null) return 'unreadable';
  if (isNegative(value)) return 'negative';
  return isZero(value) ? 'zero' : 'positive';
}

/** The first rule that applies decides. */
function readMainPrices(prices: PriceText, row: RowUnits): Pick<Prices, MainPriceKey> {
  const [input, output] = [sign(prices.input), sign(prices.output)];
  if (input === 'negative' || output === 'negative') return { input: DYNAMIC, output: DYNAMIC };
  if (input === 'zero' && output === 'zero') return bothZero(prices, row);
  return { input: readMain(prices, 'input', row), output: readMain(prices, 'output', row) };
}

function bothZero(prices: PriceText, row: RowUnits): Pick<Prices, MainPriceKey> {
  if (row.isFreeVariant) return { input: FREE, output: row.givesText ? FREE : NONE };
  if (row.givesOnlyText) return { input: FREE, output: FREE };
  const billsOther = PRICE_KEY_ORDER.some((key) => sign(prices[key]) === 'positive');
  return billsOther ? { input: NONE, output: NONE } : { input: NOT_GIVEN, output: NOT_GIVEN };
}

function readMain(prices: PriceText, key: MainPriceKey, row: RowUnits): Price {
  const text = prices[key];
  return text === undefined ? ABSENT : readText(text, key, row);
}

function readExtraPrices(prices: PriceText, row: RowUnits): Partial<Record<ExtraPriceKey, Price>> {
  const extra: Partial<Record<ExtraPriceKey, Price>> = {};
  for (const key of PRICE_KEY_ORDER) {
    if (isMainPriceKey(key)) continue;
    const text = prices[key];
    if (text === undefined) continue;
    const price = readText(text, key, row);
    if (price.kind !== 'none') extra[key] = price;
  }
  return extra;
}

function readText(text: string, key: PriceKey, row: RowUnits): Price {
  const value = parseDecimal(text);
  if (value === null) return UNREADABLE;
  if (isNegative(value)) return DYNAMIC;
  if (isZero(value)) return zeroOf(key, row);
  const unit = unitOf(key, row);
  if (unit === null) return { kind: 'unstated', text: text.trim() };
  return { kind: 'amount', usd: PER_MILLION_UNITS.has(unit) ? shift(value, MILLION_PLACES) : value, unit };
}

/** The meaning of a zero beside other prices. */
function zeroOf(key: PriceKey, row: RowUnits): Price {
  if (key === 'input') return FREE;
  return key === 'output' && row.givesOnlyText ? FREE : NONE;
}
