import { hasCapability } from './capabilities.ts';
import { bills, chargeOf, compareCharges, mayCostMore, NEEDED, type Charge } from './charge.ts';
import type { Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import { differenceWords } from './price-difference.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, type PriceKey } from './price-keys.ts';
import type { Prices } from './price.ts';
import { priceAt, type Usage } from './tiers.ts';
import { usagesOf } from './usage-edges.ts';

/** A price that is higher at another model. US dollars per unit. */
export interface HigherPrice {
  readonly key: PriceKey;
  readonly old: Decimal;
  readonly new: Decimal;
  readonly scope: PriceScope;
}

/**
 * The requests for which a price is higher: prompts with more than `above` and at most `upTo` tokens, or some
 * hours of the week.
 */
export type PriceScope =
  | { readonly kind: 'prompts'; readonly above: number; readonly upTo: number }
  | { readonly kind: 'some-hours' };

/**
 * Every price that is higher at `other` for what `own` can be used for, for all prompt lengths that fit both
 * models and at every hour. A use that `other` does not support has no price.
 */
export function higherPrices(own: Model, other: Model): readonly HigherPrice[] {
  const cases = usagesFor(own, other).map((usage) => ({
    usage,
    mine: priceAt(own, usage),
    theirs: priceAt(other, usage),
  }));
  return PRICE_KEY_ORDER.flatMap((key) => {
    const byPrompt = higherByPrompt(cases, (one) => rise(one, own, other, key), key);
    if (byPrompt.length > 0) return byPrompt;
    const timed = cases.flatMap((one) => rise(one, own, other, key) ?? []);
    return timed.slice(0, 1).map((charges) => ({ ...charges, key, scope: { kind: 'some-hours' } as const }));
  });
}

/**
 * Whether nothing costs more at `other`, as far as the prices of both are known. Includes prices that only
 * `other` bills.
 */
export function isNothingHigher(own: Model, other: Model): boolean {
  return usagesFor(own, other).every((usage) => {
    const [mine, theirs] = [priceAt(own, usage), priceAt(other, usage)];
    return !PRICE_KEY_ORDER.some((key) => mayCostMore(theirs, mine, key));
  });
}

function usagesFor(own: Model, other: Model): readonly Usage[] {
  // Upstream writes 0 for "not stated".
  const longest = [own, other].map(({ context }) => context || Number.POSITIVE_INFINITY);
  return usagesOf([own, other], Math.min(...longest));
}

/** The prices of two models for one usage. */
interface Case {
  readonly usage: Usage;
  readonly mine: Prices;
  readonly theirs: Prices;
}

interface Rise {
  readonly old: Charge['usd'];
  readonly new: Charge['usd'];
}

function rise({ mine, theirs }: Case, own: Model, other: Model, key: PriceKey): Rise | null {
  const isUsed = bills(mine, key) || (bills(theirs, key) && isSupported(own, key));
  // If `other` lacks a cache or modality, that is a lost feature, not a higher price.
  const isThere =
    isMainPriceKey(key) || bills(theirs, key) || (NEEDED[key] !== undefined && isSupported(other, key));
  if (!isUsed || !isThere) return null;
  const [old, now] = [chargeOf(mine, key), chargeOf(theirs, key)];
  return old && now && (compareCharges(now, old) ?? 0) > 0 ? { old: old.usd, new: now.usd } : null;
}

/** Whether a model has the capability that a price is for. */
function isSupported(model: Model, key: PriceKey): boolean {
  const needed = NEEDED[key];
  return needed === undefined || hasCapability(model, needed);
}

/** One entry for each range of prompt lengths with the same increase. */
function higherByPrompt(
  cases: readonly Case[],
  riseAt: (one: Case) => Rise | null,
  key: PriceKey,
): readonly HigherPrice[] {
  const runs: { words: string; rise: Rise | null; above: number; upTo: number }[] = [];
  for (const one of cases.filter(({ usage }) => usage.at === undefined)) {
    const found = riseAt(one);
    const words = found === null ? '' : differenceWords(found.new, found.old, 0);
    const last = runs.at(-1);
    if (last?.words === words) continue;
    const above = one.usage.promptTokens - 1;
    if (last) last.upTo = above;
    runs.push({ words, rise: found, above, upTo: Number.POSITIVE_INFINITY });
  }
  return runs.flatMap(({ rise: found, above, upTo }) =>
    found === null ? [] : [{ ...found, key, scope: { kind: 'prompts' as const, above, upTo } }],
  );
}
