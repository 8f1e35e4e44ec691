import type { ScaleContinuousNumeric } from 'd3-scale';
import { plainText } from '../../catalog/figures.ts';
import { cellUsd } from '../../catalog/format.ts';
import type { Tick } from './frame.ts';

/** About `count` round dollar amounts on a scale. */
export function dollarTicks(scale: ScaleContinuousNumeric<number, number>, count: number): readonly Tick[] {
  return scale.ticks(count).map((tick) => ({ at: Math.round(scale(tick)), label: dollarLabel(tick) }));
}

/** `$0.30`, without floating-point noise. */
export function dollarLabel(value: number): string {
  return cellUsd(plainText(Number(value.toPrecision(6))));
}
