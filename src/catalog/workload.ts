import { addDecimals, decimalOf, isZero, multiplyDecimals, shift, type Decimal } from './decimal.ts';
import { integer } from './figures.ts';
import type { Model } from './model.ts';
import type { Price, Prices } from './price.ts';
import { priceAt, type Moment } from './tiers.ts';

/** What somebody wants done with a model. */
export interface Workload {
  /** Tokens sent with each request, what is read from a cache included. */
  readonly inputTokens: number;
  /** Tokens of each answer, thinking included. */
  readonly outputTokens: number;
  /** The share of the input that is read from a cache, 0–1. */
  readonly cachedShare: number;
  readonly requestsPerMonth: number;
}

/** US dollars, exact; or why there is no figure, as a sentence. */
export type Cost =
  | { readonly kind: 'cost'; readonly perRequest: Decimal; readonly perMonth: Decimal }
  | { readonly kind: 'none'; readonly reason: string };

type Costed = Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'>;

const ZERO = decimalOf(0);
const ONE = decimalOf(1);
const PER_MILLION = -6;

/**
 * A workload priced on a model, with the tiers that its prompt's length (and the time, if given) brings about. Cached input
 * costs what input costs where a model bills no other price for it. Writing to a cache, thinking at a price of its own and
 * anything but text are left out: a workload does not say how much of them there is.
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

/** What each request is charged for, in units of the price; a part that the workload has none of needs no price. */
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

/** Why a model cannot do the work at all; `null` when it can, as far as its limits tell. */
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
