import { hasCapability } from '../capabilities.ts';
import { chargedKey, chargeOf } from '../charge.ts';
import { DAY_MINUTES } from '../day.ts';
import {
  compareDecimals,
  decimalOf,
  divideDecimals,
  isZero,
  multiplyDecimals,
  shift,
  sumDecimals,
  type Decimal,
} from '../decimal.ts';
import { givesText } from '../modalities.ts';
import type { Model } from '../model.ts';
import type { PriceKey } from '../price-keys.ts';
import { priceOf, type Prices } from '../price.ts';
import { priceAt, WEEK } from '../tiers.ts';
import { momentIn, slotsOf } from '../time-slots.ts';
import { gapOf, misfitOf } from './no-cost.ts';
import { USES, useOf, type Use } from './use.ts';

import type { Workload } from './workload.ts';

/** The data of a model that its cost depends on. */
export interface Costed extends Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'> {
  readonly givesText: boolean;
  readonly canReason: boolean;
}

/** One kind of use in a month: `quantity` × `price` = `usd`. */
export interface CostPart {
  readonly use: Use;
  /** Tokens, searches or requests. */
  readonly quantity: Decimal;
  /** The price that bills it: another key's where the model has no price for this use; `null`: not billed. */
  readonly billedAs: PriceKey | null;
  /**
   * US dollars per million tokens, search or request. Where prices depend on the time, the average over the
   * week, to 30 significant digits.
   */
  readonly price: Decimal;
  /** A month. */
  readonly usd: Decimal;
}

/** The cost a month, or a sentence that says why the model has no cost. */
export type Cost =
  | {
      readonly kind: 'cost';
      readonly usd: Decimal;
      /** In display order, without those of zero quantity. Their sum is `usd`. */
      readonly parts: readonly CostPart[];
      /** The prompt length in tokens above which the prices that applied hold; `null`: the base prices. */
      readonly tierAbove: number | null;
      /** If all use were at the cheapest or most expensive time; `null` if the time makes no difference. */
      readonly range: { readonly lowest: Decimal; readonly highest: Decimal } | null;
      /** Whether the prices are those of a batch variant. */
      readonly isBatch: boolean;
    }
  | { readonly kind: 'none'; readonly reason: string };

const ZERO = decimalOf(0);
const PER_MILLION = -6;

/** What is used in a month. */
interface Bill {
  /** Those of more than zero. */
  readonly uses: readonly Use[];
  readonly quantities: Readonly<Record<Use, Decimal>>;
  /** US dollars by use and price, because many models have the same prices. */
  readonly amounts: Map<string, Decimal>;
}

/** Prices, and the number of minutes of the week in which they apply. */
interface Period {
  readonly prices: Prices;
  readonly minutes: number;
}

export function costedOf(model: Model): Costed {
  const { prices, tiers, context, maxOutput, outputModalities } = model;
  return {
    prices,
    tiers,
    context,
    maxOutput,
    givesText: givesText(outputModalities),
    canReason: hasCapability(model, 'reasoning'),
  };
}

/** The cost of one workload on a model; see `costOf`. */
type Costing = (model: Costed, batch?: Costed | null) => Cost;

/**
 * The cost of a workload on a model, with the tier of its prompt length. `batch` is the listed batch variant,
 * whose prices apply to a batch workload.
 * Cached input and cache writes cost the input price where the model has no price for them; a cache write
 * price below the input price is for storage and comes on top of it. Thinking costs the output price unless
 * it has its own. Prices that depend on the time are averaged over the week.
 */
export function costOf(model: Costed, workload: Workload, batch: Costed | null = null): Cost {
  return costing(workload)(model, batch);
}

/** `costOf` for one workload and many models. */
export function costing(workload: Workload): Costing {
  const billOf = (load: Workload): Bill => {
    const quantities = useOf(load);
    return { uses: USES.filter((key) => !isZero(quantities[key])), quantities, amounts: new Map() };
  };
  const withThinking = billOf(workload);
  const withoutThinking = billOf({ ...workload, thinkingTokens: 0 });
  return (model, batch = null) => {
    const misfit = misfitOf(model, workload);
    if (misfit !== null) return { kind: 'none', reason: misfit };
    const bill = model.canReason ? withThinking : withoutThinking;
    const priced = workload.isBatch && batch !== null ? batch : model;
    const periods = periodsOf(priced, workload.inputTokens);
    const gap = gapIn(bill.uses, periods);
    if (gap !== null) return { kind: 'none', reason: gap };
    const parts = bill.uses.flatMap((use) => partOf(use, bill, periods) ?? []);
    return {
      kind: 'cost',
      usd: sumDecimals(parts.map(({ usd }) => usd)),
      parts,
      tierAbove: tierAbove(priced, workload.inputTokens),
      range: rangeOf(bill, periods),
      isBatch: priced === batch,
    };
  };
}

function gapIn(uses: readonly Use[], periods: readonly Period[]): string | null {
  for (const { prices } of periods) {
    for (const use of uses) {
      const charged = chargedKey(prices, use);
      const gap = gapOf(priceOf(prices, charged), charged);
      if (gap !== null) return gap;
    }
  }
  return null;
}

/** One period of the whole week if no tier depends on the time. */
function periodsOf(model: Costed, promptTokens: number): readonly [Period, ...Period[]] {
  const [first, ...others] = slotsOf(model).map((slot) => ({
    prices: priceAt(model, { promptTokens, at: momentIn(slot) }),
    minutes: (slot.end - slot.start) * (slot.day === 'any' ? WEEK.length : 1),
  }));
  return first === undefined
    ? [{ prices: priceAt(model, { promptTokens }), minutes: WEEK.length * DAY_MINUTES }]
    : [first, ...others];
}

/** `null` for a fee per request that the model does not bill. */
function partOf(use: Use, bill: Bill, periods: readonly [Period, ...Period[]]): CostPart | null {
  const keys = periods.map(({ prices }) => chargedKey(prices, use));
  const isBilled = periods.some(({ prices }, place) => priceOf(prices, keys[place] ?? use).kind !== 'none');
  if (use === 'request' && !isBilled) return null;
  const prices = periods.map((period) => ({ ...period, usd: unitPrice(period.prices, use) }));
  const amounts = prices.map((period) => ({ ...period, usd: amountOf(use, bill, period.usd) }));
  return {
    use,
    quantity: bill.quantities[use],
    billedAs: isBilled ? (keys[0] ?? use) : null,
    price: average(prices),
    usd: average(amounts),
  };
}

/** US dollars per million tokens, search or request. */
function unitPrice(prices: Prices, use: Use): Decimal {
  return chargeOf(prices, use)?.usd ?? ZERO;
}

function amountOf(use: Use, { quantities, amounts }: Bill, price: Decimal): Decimal {
  const key = `${use} ${price}`;
  const known = amounts.get(key);
  if (known !== undefined) return known;
  const usd = multiplyDecimals(quantities[use], price);
  const amount = use === 'request' || use === 'webSearch' ? usd : shift(usd, PER_MILLION);
  amounts.set(key, amount);
  return amount;
}

/** The average over the minutes; exact where the amount is the same at all times. */
function average(amounts: readonly { readonly usd: Decimal; readonly minutes: number }[]): Decimal {
  const [first] = amounts;
  if (first === undefined || amounts.every(({ usd }) => usd === first.usd)) return first?.usd ?? ZERO;
  const sum = sumDecimals(amounts.map(({ usd, minutes }) => multiplyDecimals(usd, decimalOf(minutes))));
  return divideDecimals(sum, decimalOf(amounts.reduce((total, { minutes }) => total + minutes, 0)));
}

function rangeOf(
  bill: Bill,
  periods: readonly Period[],
): { readonly lowest: Decimal; readonly highest: Decimal } | null {
  if (periods.length === 1) return null;
  const totals = periods.map(({ prices }) =>
    sumDecimals(bill.uses.map((use) => amountOf(use, bill, unitPrice(prices, use)))),
  );
  const [lowest = ZERO, ...others] = totals.sort(compareDecimals);
  const highest = others.at(-1) ?? lowest;
  return lowest === highest ? null : { lowest, highest };
}

/** The highest threshold that the prompt exceeds, of those whose tier sets a price. */
function tierAbove({ tiers }: Costed, promptTokens: number): number | null {
  const passed = tiers
    .flatMap(({ when }) => when)
    .flatMap((condition) => (condition.kind === 'prompt-above' ? [condition.tokens] : []))
    .filter((tokens) => tokens > 0 && promptTokens > tokens);
  return passed.length === 0 ? null : Math.max(...passed);
}
