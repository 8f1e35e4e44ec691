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
  /** Request parameters that only the other lists. */
  readonly lostParameters: readonly string[];
  /** What both list and in which this one is not lower. Empty: quality was not compared. */
  readonly benchmarks: readonly Benchmark[];
}

const DEFAULT_LIMIT = 3;
const MAX_PER_AUTHOR = 2;

/** What is compared, read once for each model. */
interface Profile {
  readonly model: Model;
  /** US dollars per million tokens: of input and output blended 3:1, or of the one that it bills. */
  readonly price: number;
  /** Modalities and capabilities as one set of words. */
  readonly needs: ReadonlySet<string>;
  readonly addedOn: string;
  /** Tokens. */
  readonly context: number;
}

/**
 * Finds for a model others with at least the same listed features for less: they take and give the same, can do the same and have
 * open weights where it has, list at least its context and max output, let thinking be switched off where it does, are lower in no
 * benchmark that both list, and cost no more for any prompt up to its context. They are as new or newer, paid, and not about to be
 * removed. The most used come first, because use is the best sign of quality that facts give. Variants, aliases and routers are never
 * suggested; free models neither, because what is free is limited and ends without notice.
 */
export function alternativesAmong(models: readonly Model[]): (model: Model, limit?: number) => Alternative[] {
  const candidates = models
    .filter(isCandidate)
    .flatMap((model) => profileOf(model) ?? [])
    .sort(byUse);
  // Few sets of needs exist, so each is looked up once and every model then scans only what can meet its own.
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

/** `null` for what has no price above zero, or lacks what must be known to compare. */
function profileOf(model: Model): Profile | null {
  const { inputModalities, outputModalities, context, addedAt } = model;
  const measure = measureOf(model.prices);
  if (measure === null || addedAt === null || !context) return null;
  if (inputModalities.length === 0 || outputModalities.length === 0) return null;
  // Pictures and sound have prices of their own, which may be most of the bill.
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

/** Without figures of use the most expensive come first: of two prices, the nearer one is the likelier to buy the same. */
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

/** `null` where `other` is not an alternative. What is quickly told is asked first. */
function alternativeTo(own: Profile, other: Profile): Alternative | null {
  const { model } = other;
  if (other.price >= own.price || other.addedOn < own.addedOn || other.context < own.context) return null;
  if (!listsMaxOutput(own.model, model) || !letsThinkAsLittle(own.model, model)) return null;
  const benchmarks = notLowerIn(own.model, model);
  if (benchmarks === null) return null;
  const saving = savingOf(own.model, model);
  if (saving === null) return null;
  const lostParameters = (own.model.parameters ?? []).filter((name) => !model.parameters?.includes(name));
  return { model, saving, lostParameters, benchmarks };
}

/** Whether `other` lists at least the max output that `own` lists; where `own` lists none, its context is the limit. */
function listsMaxOutput(own: Model, other: Model): boolean {
  if (own.maxOutput) return (other.maxOutput ?? 0) >= own.maxOutput;
  return !other.maxOutput || other.maxOutput >= (own.context ?? 0);
}

/** Thinking that cannot be switched off costs tokens and time that the other does not take. */
function letsThinkAsLittle(own: Model, other: Model): boolean {
  return own.reasoning?.mandatory === true || other.reasoning?.mandatory !== true;
}
