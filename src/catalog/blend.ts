import { addDecimals, decimalOf, multiplyDecimals, toNumber, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import type { Price } from './price.ts';

const INPUT_PARTS = decimalOf(3);
const QUARTER = decimalOf(0.25);
const ZERO = decimalOf(0);

/** One figure for two prices, input and output blended 3:1, as most workloads send more than they get back. Exact. */
export function blend(input: Decimal, output: Decimal): Decimal {
  return multiplyDecimals(addDecimals(multiplyDecimals(input, INPUT_PARTS), output), QUARTER);
}

/** Dollars per million tokens, to compare and sort by; `null` where a price is dynamic or unknown. Free counts as 0. */
export function blendedPrice(model: Pick<Model, 'prices'>): number | null {
  const input = usdOf(model.prices.input);
  const output = usdOf(model.prices.output);
  return input === null || output === null ? null : toNumber(blend(input, output));
}

function usdOf(price: Price): Decimal | null {
  if (price.kind === 'amount') return price.usd;
  return price.kind === 'free' ? ZERO : null;
}
