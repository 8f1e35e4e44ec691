import { percent } from './figures.ts';
import type { Model } from './model.ts';
import type { Price } from './price.ts';
import { toNumber } from './decimal.ts';

/** Where a model's figure stands among the others of its kind. */
export interface Standing {
  /** The share of the others whose figure is strictly smaller, 0–1: where a dot goes. */
  readonly share: number;
  /** How many others there are. */
  readonly among: number;
  /** `dearer than 63%`, `longer than 86%`, `none is cheaper`, `dearest of all`. */
  readonly words: string;
}

export type StandingKey = 'input' | 'output' | 'context' | 'maxOutput';

/** `null` where the model has no such figure, or nobody to compare it with. */
export type Standings = Readonly<Record<StandingKey, Standing | null>>;

interface Measure {
  readonly value: (model: Model) => number | null;
  readonly more: string;
  readonly most: string;
  readonly least: string;
}

const PRICE_WORDS = { more: 'dearer than', most: 'dearest of all', least: 'none is cheaper' };
const LENGTH_WORDS = { more: 'longer than', most: 'longest of all', least: 'none is shorter' };

const MEASURES: Readonly<Record<StandingKey, Measure>> = {
  input: { value: (model) => paidUsd(model.prices.input), ...PRICE_WORDS },
  output: { value: (model) => paidUsd(model.prices.output), ...PRICE_WORDS },
  context: { value: (model) => positive(model.context), ...LENGTH_WORDS },
  maxOutput: { value: (model) => positive(model.maxOutput), ...LENGTH_WORDS },
};

/**
 * Compares with the bases that answer in text: variants and aliases would count a model twice, and a price per token of what
 * makes no text measures something else. Prices are compared among paid models alone. The list is sorted once; each model
 * then takes a few steps.
 */
export function standingsAmong(models: readonly Model[]): (model: Model) => Standings {
  const peers = models.filter(isPeer);
  const sorted = {
    input: sortedValues(peers, 'input'),
    output: sortedValues(peers, 'output'),
    context: sortedValues(peers, 'context'),
    maxOutput: sortedValues(peers, 'maxOutput'),
  } satisfies Record<StandingKey, Float64Array>;
  const standing = (model: Model, key: StandingKey) => standingOf(model, sorted[key], MEASURES[key]);
  return (model) => ({
    input: standing(model, 'input'),
    output: standing(model, 'output'),
    context: standing(model, 'context'),
    maxOutput: standing(model, 'maxOutput'),
  });
}

function isPeer(model: Model): boolean {
  return model.variant === null && !model.isAlias && makesOnlyText(model);
}

function makesOnlyText({ outputModalities }: Model): boolean {
  return outputModalities.every((modality) => modality === 'text');
}

function standingOf(model: Model, sorted: Float64Array, measure: Measure): Standing | null {
  const value = makesOnlyText(model) ? measure.value(model) : null;
  if (value === null) return null;
  const smaller = firstNotBelow(sorted, value);
  // A peer is in the list itself, and is not one of the others.
  const among = sorted.length - (isPeer(model) ? 1 : 0);
  if (among === 0) return null;
  const share = smaller / among;
  return { share, among, words: inWords(share, measure) };
}

function inWords(share: number, { more, most, least }: Measure): string {
  if (share === 0) return least;
  if (share >= 1) return most;
  // 99.7% is not all, and 0.2% is not none.
  return `${more} ${percent(Math.min(0.99, Math.max(0.01, share)))}`;
}

function sortedValues(models: readonly Model[], key: StandingKey): Float64Array {
  return Float64Array.from(models.flatMap((model) => MEASURES[key].value(model) ?? [])).sort();
}

/** The first place whose value is not below `value`, by halving. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? value) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paidUsd(price: Price): number | null {
  return price.kind === 'amount' ? toNumber(price.usd) : null;
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}
