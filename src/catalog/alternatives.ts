import { notLowerIn, type Benchmark } from './benchmarks.ts';
import { measureOf } from './blend.ts';
import { capabilitiesOf } from './capabilities.ts';
import { toNumber } from './decimal.ts';
import { isTextAlone } from './modalities.ts';
import type { Model } from './model.ts';
import { picksModels } from './router.ts';
import { savingOf, type Saving } from './saving.ts';

/** A model with at least the same listed features as another, for less. */
export interface Alternative {
  readonly model: Model;
  readonly saving: Saving;
  /** Request parameters that only the replaced model lists. */
  readonly lostParameters: readonly string[];
  /** Benchmarks that both models list; this one is lower in none. Empty: quality was not compared. */
  readonly benchmarks: readonly Benchmark[];
}

const DEFAULT_LIMIT = 3;
const MAX_PER_AUTHOR = 2;

/** The values to compare, computed once per model. */
interface Profile {
  readonly model: Model;
  /** US dollars per million tokens: input and output blended 3:1, or the only price that the model bills. */
  readonly price: number;
  /** Modalities and capabilities as one set of words. */
  readonly needs: ReadonlySet<string>;
  readonly addedOn: string;
  /** Tokens. */
  readonly context: number;
}

/**
 * Finds cheaper models with at least the same listed features. An alternative has the same input and output
 * modalities and capabilities, and open weights if the model has them. It lists at least the same context and
 * max output, allows reasoning to be switched off if the model does, is not lower in any benchmark that both
 * list, and costs no more for any prompt up to the model's context. It is as new or newer, paid, and not
 * scheduled for removal. The most used come first, because use is the best sign of quality in the data.
 * Variants, aliases and routers are never suggested. Neither are free models, because free offers are limited
 * and end without notice.
 */
export function alternativesAmong(models: readonly Model[]): (model: Model, limit?: number) => Alternative[] {
  const candidates = models
    .filter(isCandidate)
    .flatMap((model) => profileOf(model) ?? [])
    .sort(byUse);
  // Few distinct sets of needs exist. Each set is filtered once, and a model then scans only its own pool.
  const pools = new Map<string, readonly Profile[]>();
  const poolFor = (needs: ReadonlySet<string>) => {
    const key = [...needs].sort().join('\n');
    const pool =
      pools.get(key) ??
      candidates.filter((candidate) => [...needs].every((need) => candidate.needs.has(need)));
    pools.set(key, pool);
    return pool;
  };
  return (model, limit = DEFAULT_LIMIT) => {
    const own = model.isAlias ? null : profileOf(model);
    return own === null ? [] : pick(own, poolFor(own.needs), limit);
  };
}

function isCandidate(model: Model): boolean {
  return model.variant === null && !model.isAlias && model.expiration === null && !picksModels(model);
}

/** `null` for a model without a price above zero, or without the data needed to compare. */
function profileOf(model: Model): Profile | null {
  const { inputModalities, outputModalities, context, addedAt } = model;
  const measure = measureOf(model.prices);
  if (measure === null || addedAt === null || !context) return null;
  if (inputModalities.length === 0 || outputModalities.length === 0) return null;
  // Images and audio have their own prices, which may be most of the bill.
  if (measure.basis === 'blend' && !isTextAlone(outputModalities)) return null;
  if (measure.basis === 'imageOutput') return null;
  const price = toNumber(measure.usd);
  if (price <= 0) return null;
  const needs = new Set([
    ...inputModalities.map((modality) => `takes ${modality}`),
    ...outputModalities.map((modality) => `gives ${modality}`),
    ...capabilitiesOf(model),
  ]);
  return { model, price, needs, addedOn: addedAt.slice(0, 10), context };
}

/**
 * Popularity, with the higher price as tie-break: a price closer to the model's own suggests similar quality.
 */
function byUse(a: Profile, b: Profile): number {
  const place = ({ model }: Profile) => model.popularity ?? Number.POSITIVE_INFINITY;
  if (place(a) !== place(b)) return place(a) - place(b);
  return b.price - a.price || (a.model.id < b.model.id ? -1 : 1);
}

function pick(own: Profile, pool: readonly Profile[], limit: number): Alternative[] {
  const picked: Alternative[] = [];
  for (const other of pool) {
    if (picked.length >= limit) break;
    const ofAuthor = picked.filter(({ model }) => model.author.slug === other.model.author.slug);
    if (ofAuthor.length >= MAX_PER_AUTHOR) continue;
    const alternative = alternativeTo(own, other);
    if (alternative !== null) picked.push(alternative);
  }
  return picked;
}

/** `null` where `other` is not an alternative. Cheap tests come first. */
function alternativeTo(own: Profile, other: Profile): Alternative | null {
  const { model } = other;
  if (other.price >= own.price || other.addedOn < own.addedOn || other.context < own.context) return null;
  if (!hasEnoughMaxOutput(own.model, model) || !keepsReasoningOptional(own.model, model)) return null;
  const benchmarks = notLowerIn(own.model, model);
  if (benchmarks === null) return null;
  const saving = savingOf(own.model, model);
  if (saving === null) return null;
  const lostParameters = (own.model.parameters ?? []).filter((name) => !model.parameters?.includes(name));
  return { model, saving, lostParameters, benchmarks };
}

/**
 * Whether `other` lists at least the max output of `own`. Without a max output of `own`, its context is the
 * limit.
 */
function hasEnoughMaxOutput(own: Model, other: Model): boolean {
  if (own.maxOutput) return (other.maxOutput ?? 0) >= own.maxOutput;
  return !other.maxOutput || other.maxOutput >= (own.context ?? 0);
}

/**
 * Whether `other` allows reasoning to be switched off if `own` does: forced reasoning costs tokens and time.
 */
function keepsReasoningOptional(own: Model, other: Model): boolean {
  return own.reasoning?.mandatory === true || other.reasoning?.mandatory !== true;
}
