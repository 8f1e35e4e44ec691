import { addDecimals, decimalOf, multiplyDecimals, toNumber, type Decimal } from './decimal.ts';
import type { Model } from './model.ts';
import type { PriceKey } from './price-keys.ts';
import { usdOf, type Prices } from './price.ts';

const INPUT_PARTS = decimalOf(3);
const QUARTER = decimalOf(0.25);

/** Blends two prices 3:1 (input to output), because most workloads send more than they receive. Exact. */
export function blend(input: Decimal, output: Decimal): Decimal {
  return multiplyDecimals(addDecimals(multiplyDecimals(input, INPUT_PARTS), output), QUARTER);
}

/**
 * Dollars per million tokens, for comparing and sorting. Free counts as 0; `null` unless input and output are
 * both amounts or free.
 */
export function blendedPrice({ prices }: Pick<Model, 'prices'>): number | null {
  const measure = measureOf(prices);
  return measure?.basis === 'blend' ? toNumber(measure.usd) : null;
}

/**
 * The single figure used to measure price changes of a model. Figures with different bases are not
 * comparable.
 */
interface Measure {
  /** `blend`: input and output 3:1. Otherwise the only price that the model bills. */
  readonly basis: 'blend' | Extract<PriceKey, 'input' | 'imageOutput'>;
  /** US dollars per million tokens, or per million image tokens. */
  readonly usd: Decimal;
}

/** `null` where the prices needed are dynamic, unknown or have no stated unit. */
export function measureOf({ input, output, imageOutput }: Prices): Measure | null {
  const [inputUsd, outputUsd] = [usdOf(input), usdOf(output)];
  if (inputUsd !== null && outputUsd !== null) return { basis: 'blend', usd: blend(inputUsd, outputUsd) };
  if (output.kind !== 'none') return null;
  if (inputUsd !== null) return { basis: 'input', usd: inputUsd };
  return input.kind === 'none' && imageOutput?.kind === 'amount'
    ? { basis: 'imageOutput', usd: imageOutput.usd }
    : null;
}

/** The price keys used by `measureOf`, for display. Also given where the prices are not numbers. */
export function measuredKeys(
  prices: Prices,
): readonly Extract<PriceKey, 'input' | 'output' | 'imageOutput'>[] {
  const billed = (['input', 'output'] as const).filter((key) => prices[key].kind !== 'none');
  return billed.length > 0 ? billed : ['imageOutput'];
}
