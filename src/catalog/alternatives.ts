import { lowerIn, sharedBenchmarks, type Benchmark } from './benchmarks.ts';
import { blendedPrice } from './blend.ts';
import {
  doublings,
  isComparable,
  keepsReasoningOptional,
  lostWith,
  profileOf,
  type Profile,
} from './closeness.ts';
import { toNumber, type Decimal } from './decimal.ts';
import { typicalCost } from './cost/typical.ts';
import { listedLosses, lossesOf, type Loss } from './losses.ts';
import { compareText } from './order.ts';
import type { Model } from './model.ts';
import { isFree } from './price.ts';
import { picksModels } from './router.ts';
import { isLowerCost, neverCostsMore } from './saving.ts';

/** A model that costs less than another one, with what is gained and lost. */
export interface Alternative {
  readonly model: Model;
  /** US dollars a month for the typical workload. */
  readonly usd: Decimal;
  /** What only the alternative has. Prices are left out. */
  readonly gains: readonly Loss[];
  readonly losses: readonly Loss[];
  /** Benchmarks that both models list. Empty: quality was not compared. */
  readonly benchmarks: readonly Benchmark[];
  /** Those of them in which the alternative is lower. */
  readonly lower: readonly Benchmark[];
}

/** Finds models that stand in for another one: cheaper ones for a page, and a replacement. */
export interface Alternatives {
  /**
   * Cheaper models with the same listed features, most used first. An alternative has at least the
   * modalities, capabilities, context and max output of the model, and open weights if the model has them. It
   * allows reasoning to be turned off if the model does, is not lower in any benchmark that both list, and
   * costs no more for any use of the model and any prompt up to its context.
   */
  readonly sameFor: (model: Model) => readonly Alternative[];
  /** Cheaper models that lack something, those that lack the least first. */
  readonly nearFor: (model: Model) => readonly Alternative[];
  /** The model that is closest to one that is retired or will be; `null` if none is close. */
  readonly closestTo: (model: Model) => Model | null;
}

const LIMIT = 3;
const MAX_PER_AUTHOR = 2;
/** Less complete alternatives and replacements are chosen among so many of the most used models. */
export const MOST_USED = 150;
/** How many near models are compared in full, with all their prices. */
const COMPARED = 5;
/** What may be lost with a cheaper model, and with a replacement (see `lostWith`). */
const MAX_LOST = 6;
const MAX_LOST_WITH_REPLACEMENT = 3;

/**
 * Variants, aliases, routers and models with a removal date are never suggested. Neither are free models,
 * because free offers are limited and end without notice.
 */
export function alternativesAmong(models: readonly Model[]): Alternatives {
  const candidates = models
    .filter(isCandidate)
    .flatMap((model) => profileOf(model) ?? [])
    .sort(byUse);
  const mostUsed = candidates.slice(0, MOST_USED);
  const poolFor = poolsOf(candidates);
  const comparable = (model: Model): Profile | null =>
    whyNotCompared(model) === null ? profileOf(model) : null;
  return {
    sameFor: (model) => {
      const own = comparable(model);
      return own === null ? [] : pick(poolFor(own.needs), (other) => sameAs(own, other));
    },
    nearFor: (model) => {
      const own = comparable(model);
      return own === null ? [] : nearTo(own, mostUsed);
    },
    closestTo: (model) => closestTo(model, mostUsed),
  };
}

/** Why a model has no alternatives, as a sentence; `null` where it is compared with other models. */
export function whyNotCompared(model: Model): string | null {
  if (model.isAlias) return 'An alias is not compared; the model that it stands for is.';
  if (isFree(model.prices)) return 'It is free.';
  const cost = typicalCost(model);
  if (cost.kind === 'none') return cost.reason;
  if (!isComparable(model)) {
    return 'It gives more than text, and the prices of pictures and sound cannot be compared.';
  }
  return profileOf(model) === null ? 'Its context or its modalities are not stated.' : null;
}

function isCandidate(model: Model): boolean {
  const isPaid = isComparable(model) && !isFree(model.prices);
  return (
    isPaid && model.variant === null && !model.isAlias && model.expiration === null && !picksModels(model)
  );
}

/** Few distinct sets of needs exist. Each set is filtered once, and a model then scans only its own pool. */
function poolsOf(candidates: readonly Profile[]): (needs: ReadonlySet<string>) => readonly Profile[] {
  const pools = new Map<string, readonly Profile[]>();
  return (needs) => {
    const key = [...needs].sort().join('\n');
    const pool =
      pools.get(key) ??
      candidates.filter((candidate) => [...needs].every((need) => candidate.needs.has(need)));
    pools.set(key, pool);
    return pool;
  };
}

/**
 * Popularity, with the higher price as tie-break: a price closer to the model's own suggests similar quality.
 */
function byUse(a: Profile, b: Profile): number {
  const place = ({ model }: Profile) => model.popularity ?? Number.POSITIVE_INFINITY;
  if (place(a) !== place(b)) return place(a) - place(b);
  const price = ({ model }: Profile) => blendedPrice(model) ?? 0;
  return price(b) - price(a) || compareText(a.model.id, b.model.id);
}

function pick(
  pool: readonly Profile[],
  alternativeOf: (other: Profile) => Alternative | null,
): readonly Alternative[] {
  const picked: Alternative[] = [];
  for (const other of pool) {
    if (picked.length >= LIMIT) break;
    const ofAuthor = picked.filter(({ model }) => model.author.slug === other.model.author.slug);
    if (ofAuthor.length >= MAX_PER_AUTHOR) continue;
    const found = alternativeOf(other);
    if (found !== null) picked.push(found);
  }
  return picked;
}

function alternative(own: Model, { model, usd }: Profile): Alternative | null {
  return usd === null ? null : alternativeOf(own, model, usd);
}

/** What is gained and lost where `model`, which costs `usd` for the typical workload, replaces `own`. */
export function alternativeOf(own: Model, model: Model, usd: Decimal): Alternative {
  return {
    model,
    usd,
    gains: listedLosses(model, own),
    losses: lossesOf(own, model),
    benchmarks: sharedBenchmarks(own, model),
    lower: lowerIn(own, model),
  };
}

/** `null` where `other` lacks something or does not cost less. Cheap tests come first. */
function sameAs(own: Profile, other: Profile): Alternative | null {
  const { model } = other;
  if (model.baseId === own.model.baseId || other.context < own.context) return null;
  if (!isCheaper(own, other) || !hasEnoughMaxOutput(own.model, model)) return null;
  if (!keepsReasoningOptional(own.model, model) || lowerIn(own.model, model).length > 0) return null;
  return neverCostsMore(own.model, model) ? alternative(own.model, other) : null;
}

function isCheaper({ usd }: Profile, { usd: other }: Profile): boolean {
  // Comparing doubles first is quick, and leaves out most.
  return usd !== null && other !== null && toNumber(other) < toNumber(usd) && isLowerCost(other, usd);
}

/**
 * Whether `other` lists at least the max output of `own`. Without a max output of `own`, its context is the
 * limit.
 */
function hasEnoughMaxOutput(own: Model, other: Model): boolean {
  if (own.maxOutput) return (other.maxOutput ?? 0) >= own.maxOutput;
  return !other.maxOutput || other.maxOutput >= (own.context ?? 0);
}

function nearTo(own: Profile, mostUsed: readonly Profile[]): readonly Alternative[] {
  const nearest = mostUsed
    .filter((other) => isCheaper(own, other) && givesTheSame(own, other))
    .filter(({ model }) => model.baseId !== own.model.baseId)
    .map((other) => ({ other, lost: lostWith(own, other) }))
    .filter(({ lost }) => lost <= MAX_LOST)
    .sort((a, b) => a.lost - b.lost);
  const compared: { readonly other: Profile; readonly found: Alternative; readonly lost: number }[] = [];
  for (const { other, lost } of nearest) {
    if (compared.length >= COMPARED) break;
    if (lost === 0 && sameAs(own, other) !== null) continue;
    const found = alternative(own.model, other);
    if (found === null) continue;
    // A price that is higher counts as much as what is lost.
    compared.push({ other, found, lost: lost + found.losses.filter(({ kind }) => kind === 'price').length });
  }
  compared.sort((a, b) => a.lost - b.lost);
  const foundFor = new Map(compared.map(({ other, found }) => [other, found]));
  return pick(
    compared.map(({ other }) => other),
    (other) => foundFor.get(other) ?? null,
  );
}

function givesTheSame(own: Profile, { model }: Profile): boolean {
  return own.model.outputModalities.every((modality) => model.outputModalities.includes(modality));
}

/**
 * Takes and gives what the model does. What is lost and each doubling of the cost count alike; then the cost
 * decides, because a similar one suggests similar quality; then use.
 */
function closestTo(model: Model, mostUsed: readonly Profile[]): Model | null {
  const own = profileOf(model);
  if (own === null) return null;
  const [closest] = mostUsed
    .filter(({ needs, model: { baseId } }) => {
      return baseId !== model.baseId && own.givenAndTaken.every((need) => needs.has(need));
    })
    .map((other) => {
      const steps = doublings(own.usd, other.usd);
      return { other, lost: lostWith(own, other) + Math.max(0, steps), distance: Math.abs(steps) };
    })
    .filter(({ lost }) => lost <= MAX_LOST_WITH_REPLACEMENT)
    .sort((a, b) => a.lost - b.lost || a.distance - b.distance);
  return closest?.other.model ?? null;
}
