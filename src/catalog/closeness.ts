import { lowerIn } from './benchmarks.ts';
import { capabilitiesOf, isImpliedByModalities } from './capabilities.ts';
import { measureOf } from './blend.ts';
import { typicalUsd } from './cost/typical.ts';
import { toNumber, type Decimal } from './decimal.ts';
import { usableMaxOutput } from './limits.ts';
import { isTextAlone } from './modalities.ts';
import type { Model, ModelId } from './model.ts';

/** The data by which models are compared. */
export interface Traits {
  readonly id: ModelId;
  readonly baseId: ModelId;
  /** A slug. */
  readonly author: string;
  /** Modalities and features as one set of words. */
  readonly needs: ReadonlySet<string>;
  /** Tokens. */
  readonly context: number;
  /** The longest possible answer in tokens; `null`: not known. */
  readonly answer: number | null;
  /** Whether reasoning cannot be turned off. */
  readonly alwaysReasons: boolean;
  readonly benchmarks: Model['benchmarks'];
}

/** The traits of a model with its cost, computed once per model. */
export interface Profile extends Traits {
  readonly model: Model;
  /** US dollars a month for the typical workload; `null` for a model without a cost. */
  readonly usd: Decimal | null;
}

const TAKES = 'takes ';
const GIVES = 'gives ';

/** `null` for a model without the data needed to compare. */
export function traitsOf(model: Model): Traits | null {
  const { id, baseId, author, context, inputModalities, outputModalities, reasoning, benchmarks } = model;
  if (!context || inputModalities.length === 0 || outputModalities.length === 0) return null;
  return {
    id,
    baseId,
    author: author.slug,
    needs: new Set([
      ...inputModalities.map((modality) => `${TAKES}${modality}`),
      ...outputModalities.map((modality) => `${GIVES}${modality}`),
      ...capabilitiesOf(model).filter((key) => !isImpliedByModalities(key)),
    ]),
    context,
    answer: usableMaxOutput(model),
    alwaysReasons: reasoning?.mandatory === true,
    benchmarks,
  };
}

/** `null` for a model without the data needed to compare. */
export function profileOf(model: Model): Profile | null {
  const traits = traitsOf(model);
  return traits && { ...traits, model, usd: typicalUsd(model) };
}

/**
 * Whether the token prices give the cost of the model. Pictures and sound have their own prices, which may be
 * most of the bill.
 */
export function isComparable({ prices, outputModalities }: Model): boolean {
  const measure = measureOf(prices);
  if (measure === null || measure.basis === 'imageOutput') return false;
  return measure.basis === 'input' || isTextAlone(outputModalities);
}

/** Whether `other` has all outputs of `own`. */
export function givesTheSame(own: Traits, other: Traits): boolean {
  return hasAll(other, own, GIVES);
}

/** Whether `other` has all inputs and outputs of `own`. */
export function takesAndGivesTheSame(own: Traits, other: Traits): boolean {
  return hasAll(other, own, TAKES) && givesTheSame(own, other);
}

function hasAll({ needs }: Traits, own: Traits, start: string): boolean {
  for (const need of own.needs) if (need.startsWith(start) && !needs.has(need)) return false;
  return true;
}

/**
 * How much of `own` is lost with `other`: one for each modality and feature, for each halving of the context
 * and of the max output, for reasoning that cannot be turned off, and for each lower benchmark.
 */
export function lostWith(own: Traits, other: Traits): number {
  let lost = 0;
  for (const need of own.needs) if (!other.needs.has(need)) lost += 1;
  return (
    lost +
    halvings(own.context, other.context) +
    halvings(own.answer, other.answer) +
    (keepsReasoningOptional(own, other) ? 0 : 1) +
    lowerIn(own, other).length
  );
}

/** The doublings from one cost to another, rounded; negative for a lower one, 0 if one is zero or unknown. */
export function doublings(from: Decimal | null, to: Decimal | null): number {
  const [before, after] = [from, to].map((usd) => (usd === null ? 0 : toNumber(usd)));
  return before && after ? Math.round(Math.log2(after / before)) : 0;
}

/**
 * Whether `other` allows reasoning to be turned off if `own` does: forced reasoning costs tokens and time.
 */
export function keepsReasoningOptional(own: Traits, other: Traits): boolean {
  return own.alwaysReasons || !other.alwaysReasons;
}

/** The number of halvings from `from` to `to`; 0 for nearly equal values, such as 1.05M and 1,048,576. */
function halvings(from: number | null, to: number | null): number {
  return !from || !to || to >= from ? 0 : Math.ceil(Math.log2(from / to) - 0.05);
}
