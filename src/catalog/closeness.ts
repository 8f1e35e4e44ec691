import { lowerIn } from './benchmarks.ts';
import { capabilitiesOf, isImpliedByModalities } from './capabilities.ts';
import { measureOf } from './blend.ts';
import { typicalUsd } from './cost/typical.ts';
import { toNumber, type Decimal } from './decimal.ts';
import { usableMaxOutput } from './limits.ts';
import { isTextAlone } from './modalities.ts';
import type { Model } from './model.ts';

/** The values by which models are compared, computed once per model. */
export interface Profile {
  readonly model: Model;
  /** Modalities and features as one set of words. */
  readonly needs: ReadonlySet<string>;
  /** Of `needs`, those that a model in its place must have. */
  readonly givenAndTaken: readonly string[];
  /** Tokens. */
  readonly context: number;
  /** US dollars a month for the typical workload; `null` for a model without a cost. */
  readonly usd: Decimal | null;
}

/** `null` for a model without the data needed to compare. */
export function profileOf(model: Model): Profile | null {
  const { inputModalities, outputModalities, context } = model;
  if (!context || inputModalities.length === 0 || outputModalities.length === 0) return null;
  const givenAndTaken = [
    ...inputModalities.map((modality) => `takes ${modality}`),
    ...outputModalities.map((modality) => `gives ${modality}`),
  ];
  const features = capabilitiesOf(model).filter((key) => !isImpliedByModalities(key));
  return {
    model,
    needs: new Set([...givenAndTaken, ...features]),
    givenAndTaken,
    context,
    usd: typicalUsd(model),
  };
}

/**
 * Whether prices say what the use of a model costs. Pictures and sound have their own prices, which may be
 * most of the bill.
 */
export function isComparable({ prices, outputModalities }: Model): boolean {
  const measure = measureOf(prices);
  if (measure === null || measure.basis === 'imageOutput') return false;
  return measure.basis === 'input' || isTextAlone(outputModalities);
}

/**
 * How much of `own` is lost with `other`: one for each modality and feature, for each halving of the context
 * and of the max output, for reasoning that cannot be turned off, and for each lower benchmark.
 */
export function lostWith(own: Profile, other: Profile): number {
  let lost = 0;
  for (const need of own.needs) if (!other.needs.has(need)) lost += 1;
  const [answer, otherAnswer] = [own.model, other.model].map(usableMaxOutput);
  return (
    lost +
    halvings(own.context, other.context) +
    halvings(answer ?? null, otherAnswer ?? null) +
    (keepsReasoningOptional(own.model, other.model) ? 0 : 1) +
    lowerIn(own.model, other.model).length
  );
}

/** How many times a cost is doubled, rounded; negative where it is lower. 0 where one is zero or unknown. */
export function doublings(from: Decimal | null, to: Decimal | null): number {
  const [before, after] = [from, to].map((usd) => (usd === null ? 0 : toNumber(usd)));
  return before && after ? Math.round(Math.log2(after / before)) : 0;
}

/**
 * Whether `other` allows reasoning to be turned off if `own` does: forced reasoning costs tokens and time.
 */
export function keepsReasoningOptional(own: Model, other: Model): boolean {
  return own.reasoning?.mandatory === true || other.reasoning?.mandatory !== true;
}

/** How often `from` is halved to reach `to`. Nearly equal values, such as 1.05M and 1,048,576, count as 0. */
function halvings(from: number | null, to: number | null): number {
  return !from || !to || to >= from ? 0 : Math.ceil(Math.log2(from / to) - 0.05);
}
