import type { ScaleContinuousNumeric } from 'd3-scale';
import { plainText } from '../../catalog/figures.ts';
import { cellUsd } from '../../catalog/format.ts';
import type { Tick } from './frame.ts';

/** About `count` round amounts of dollars on a scale. */
export function dollarTicks(scale: ScaleContinuousNumeric<number, number>, count: number): readonly Tick[] {
  return scale.ticks(count).map((tick) => ({ at: Math.round(scale(tick)), label: dollarLabel(tick) }));
}

/** `$0.30`, without the noise of a double. */
export function dollarLabel(value: number): string {
  return cellUsd(plainText(Number(value.toPrecision(6))));
}
