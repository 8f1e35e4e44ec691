import { addDecimals, decimalOf, multiplyDecimals, toNumber, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import type { PriceKey } from './price-keys.ts';
import { usdOf, type Prices } from './price.ts';

const INPUT_PARTS = decimalOf(3);
const QUARTER = decimalOf(0.25);

/** One figure for two prices, input and output blended 3:1, as most workloads send more than they get back. Exact. */
export function blend(input: Decimal, output: Decimal): Decimal {
  return multiplyDecimals(addDecimals(multiplyDecimals(input, INPUT_PARTS), output), QUARTER);
}

/** Dollars per million tokens, to compare and sort by; `null` unless input and output are both amounts or free. Free counts as 0. */
export function blendedPrice({ prices }: Pick<Model, 'prices'>): number | null {
  const measure = measureOf(prices);
  return measure?.basis === 'blend' ? toNumber(measure.usd) : null;
}

/** The one figure that changes of a model's price are measured on. Figures of different bases do not compare. */
interface Measure {
  /** `blend`: input and output 3:1. Otherwise the only price that the model bills. */
  readonly basis: 'blend' | Extract<PriceKey, 'input' | 'imageOutput'>;
  /** US dollars per million tokens, or per million image tokens. */
  readonly usd: Decimal;
}

/** `null` where the prices that count are dynamic, unknown or of an unstated unit. */
export function measureOf({ input, output, imageOutput }: Prices): Measure | null {
  const [inputUsd, outputUsd] = [usdOf(input), usdOf(output)];
  if (inputUsd !== null && outputUsd !== null) return { basis: 'blend', usd: blend(inputUsd, outputUsd) };
  if (output.kind !== 'none') return null;
  if (inputUsd !== null) return { basis: 'input', usd: inputUsd };
  return input.kind === 'none' && imageOutput?.kind === 'amount'
    ? { basis: 'imageOutput', usd: imageOutput.usd }
    : null;
}

/** The prices that `measureOf` takes, to show: also where they are no numbers and nothing can be measured. */
export function measuredKeys(
  prices: Prices,
): readonly Extract<PriceKey, 'input' | 'output' | 'imageOutput'>[] {
  const billed = (['input', 'output'] as const).filter((key) => prices[key].kind !== 'none');
  return billed.length > 0 ? billed : ['imageOutput'];
}
