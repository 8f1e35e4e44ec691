import { isZero, parseDecimal } from '../catalog/decimal.ts';
import type { Facts, PriceText, TierFacts } from '../catalog/facts.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, type PriceKey } from '../catalog/price-keys.ts';
import { removalDay } from '../catalog/removal.ts';

/**
 * The form in which the ledger keeps and compares facts: keys in one order, lists sorted, and nothing that means the same as
 * absence (a zero for an optional price, an empty list of tiers, no alias target, the dummy expiration).
 */
export function normaliseFacts(facts: Facts): Facts {
  return {
    name: facts.name,
    ...normaliseRest(facts),
    prices: normalisePrices(facts.prices),
    ...tiersOf(facts),
  };
}

function normaliseRest(facts: Facts): Partial<Facts> {
  const { created, permanentSlug, context, maxOutput, expiration, aliasTarget } = facts;
  return {
    ...(created !== undefined && { created }),
    ...(permanentSlug !== undefined && { permanentSlug }),
    ...(context !== undefined && { context }),
    ...(maxOutput !== undefined && { maxOutput }),
    ...(facts.inputModalities && { inputModalities: asSet(facts.inputModalities) }),
    ...(facts.outputModalities && { outputModalities: asSet(facts.outputModalities) }),
    // Upstream also writes null where it does not say: no model has no parameters at all.
    ...(facts.parameters && { parameters: asSet(facts.parameters) }),
    ...(expiration !== undefined && { expiration: removalDay(expiration) }),
    ...(aliasTarget != null && { aliasTarget }),
  };
}

function normalisePrices(prices: PriceText): PriceText {
  const kept: Partial<Record<PriceKey, string>> = {};
  for (const key of PRICE_KEY_ORDER) {
    const text = prices[key];
    if (text !== undefined && (isMainPriceKey(key) || !isZeroText(text))) kept[key] = text;
  }
  return kept;
}

function tiersOf({ tiers }: Facts): Pick<Facts, 'tiers'> {
  return tiers && tiers.length > 0 ? { tiers: tiers.map(normaliseTier) } : {};
}

function normaliseTier({ when, prices }: TierFacts): TierFacts {
  const kept: Partial<Record<PriceKey, string>> = {};
  for (const key of PRICE_KEY_ORDER) {
    const text = prices[key];
    // A zero stays: in a tier it overrides the base price.
    if (text !== undefined) kept[key] = text;
  }
  return { when, prices: kept };
}

function isZeroText(text: string): boolean {
  const value = parseDecimal(text);
  return value !== null && isZero(value);
}

/** Whether two price texts are the same decimal, or both absent. */
export function isSamePrice(a: string | null | undefined, b: string | null | undefined): boolean {
  return a === b || canonicalPrice(a ?? null) === canonicalPrice(b ?? null);
}

export function isSameTiers(a: readonly TierFacts[], b: readonly TierFacts[]): boolean {
  return tiersKey(a) === tiersKey(b);
}

/** Text that is equal for tiers whose prices `keyOfPrice` gives the same texts. */
export function tiersKey(tiers: readonly TierFacts[], keyOfPrice = canonicalPrice): string {
  return JSON.stringify(
    tiers.map(({ when, prices }) => [
      when,
      PRICE_KEY_ORDER.flatMap((key) => (prices[key] === undefined ? [] : [key, keyOfPrice(prices[key])])),
    ]),
  );
}

/** Text that is equal for prices that are the same decimal; `null` for none. */
export function canonicalPrice(text: string | null): string | null {
  return text === null ? null : (parseDecimal(text) ?? text);
}

/** Names that differ only in spaces are the same. */
export function isSameName(a: string, b: string): boolean {
  return a === b || collapseSpaces(a) === collapseSpaces(b);
}

export function collapseSpaces(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function asSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
