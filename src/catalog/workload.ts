import { addDecimals, decimalOf, isZero, multiplyDecimals, shift, type Decimal } from './decimal.ts';
import { integer } from './figures.ts';
import type { Model } from './model.ts';
import type { Price, Prices } from './price.ts';
import { priceAt, type Moment } from './tiers.ts';

/** Expected usage of a model. */
export interface Workload {
  /** Tokens sent with each request, including cached ones. */
  readonly inputTokens: number;
  /** Tokens of each answer, including reasoning. */
  readonly outputTokens: number;
  /** The share of the input read from a cache, 0–1. */
  readonly cachedShare: number;
  readonly requestsPerMonth: number;
}

/** US dollars, exact; or a sentence that explains why there is no figure. */
export type Cost =
  | { readonly kind: 'cost'; readonly perRequest: Decimal; readonly perMonth: Decimal }
  | { readonly kind: 'none'; readonly reason: string };

type Costed = Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'>;

const ZERO = decimalOf(0);
const ONE = decimalOf(1);
const PER_MILLION = -6;

/**
 * The cost of a workload on a model, with the tiers that apply to its prompt length (and time, if given).
 * Cached input costs the input price where the model has no cache read price. Cache writes, separate
 * reasoning prices and modalities other than text are left out, because a workload has no amounts for them.
 */
export function costOf(model: Costed, workload: Workload, at?: Moment): Cost {
  const misfit = misfitOf(model, workload);
  if (misfit !== null) return { kind: 'none', reason: misfit };
  const prices = priceAt(model, { promptTokens: workload.inputTokens, ...(at && { at }) });
  const parts = partsOf(prices, workload);
  let perRequest = ZERO;
  for (const { price, amount } of parts) {
    if (price.kind === 'dynamic')
      return { kind: 'none', reason: 'Its price depends on the model that answers.' };
    if (price.kind === 'unknown') return { kind: 'none', reason: price.reason };
    if (price.kind === 'unstated') return { kind: 'none', reason: 'The unit of its price is not stated.' };
    if (price.kind === 'amount') perRequest = addDecimals(perRequest, multiplyDecimals(price.usd, amount));
  }
  const perMonth = multiplyDecimals(perRequest, decimalOf(workload.requestsPerMonth));
  return { kind: 'cost', perRequest, perMonth };
}

/**
 * The billed parts of one request, in units of the price. Parts with a zero amount are left out and need no
 * price.
 */
function partsOf(prices: Prices, workload: Workload): { price: Price; amount: Decimal }[] {
  const share = decimalOf(workload.cachedShare);
  const input = decimalOf(workload.inputTokens);
  const cached = multiplyDecimals(input, share);
  const fresh = multiplyDecimals(input, addDecimals(ONE, multiplyDecimals(share, decimalOf(-1))));
  const parts = [
    { price: prices.input, amount: shift(fresh, PER_MILLION) },
    { price: prices.cacheRead ?? prices.input, amount: shift(cached, PER_MILLION) },
    { price: prices.output, amount: shift(decimalOf(workload.outputTokens), PER_MILLION) },
    { price: prices.request ?? ({ kind: 'free' } as const), amount: ONE },
  ];
  return parts.filter(({ amount }) => !isZero(amount));
}

/** Why the workload does not fit the model; `null` when it fits, as far as the limits are known. */
function misfitOf({ context, maxOutput }: Costed, { inputTokens, outputTokens }: Workload): string | null {
  const needed = inputTokens + outputTokens;
  if (context !== null && context > 0 && needed > context) {
    return `A request needs ${integer(needed)} tokens, and its context holds ${integer(context)}.`;
  }
  if (maxOutput !== null && maxOutput > 0 && outputTokens > maxOutput) {
    return `Its answers have at most ${integer(maxOutput)} tokens.`;
  }
  return null;
}
