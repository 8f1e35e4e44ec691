import { lowerIn, sharedBenchmarks, type Benchmark } from './benchmarks.ts';
import { blendedPrice } from './blend.ts';
import { closestOf, isCheaper, nearestTo, pick } from './choice.ts';
import {
  doublings,
  isComparable,
  keepsReasoningOptional,
  lostWith,
  profileOf,
  takesAndGivesTheSame,
  traitsOf,
  type Profile,
  type Traits,
} from './closeness.ts';
import type { Decimal } from './decimal.ts';
import type { Cost } from './cost/cost.ts';
import { typicalCost } from './cost/typical.ts';
import { usableMaxOutput } from './limits.ts';
import { listedLosses, lossesOf, type Loss } from './losses.ts';
import { compareText } from './order.ts';
import type { Model, ModelId } from './model.ts';
import { isFree } from './price.ts';
import { picksModels } from './router.ts';
import { alwaysCostsLess, neverCostsMore } from './saving.ts';

/** A model that costs less than another one, with what is gained and lost. */
export interface Alternative {
  readonly model: Model;
  /** US dollars a month for the workload that they are compared by. */
  readonly usd: Decimal;
  /** Features and limits in which the alternative is better, without prices. */
  readonly gains: readonly Loss[];
  readonly losses: readonly Loss[];
  /** Benchmarks that both models list. Empty: quality was not compared. */
  readonly benchmarks: readonly Benchmark[];
  /** The shared benchmarks in which the alternative is lower. */
  readonly lower: readonly Benchmark[];
}

/** Finds cheaper models and replacements. */
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
  /**
   * The candidates of `sameFor` at any workload, most used first: models that meet its conditions except the
   * lower cost. After 24 that always cost less, only those among the most used: a workload finds its few
   * among these.
   */
  readonly sameAtAnyCost: (model: Model) => readonly ModelId[];
  /** The candidates of `nearFor`, most used first. */
  readonly mostUsed: readonly Traits[];
  /** The closest model to a retired or retiring one; `null` if no model is close enough. */
  readonly closestTo: (model: Model) => Model | null;
}

/** Number of the most used models that `nearFor` and `closestTo` choose from. */
export const MOST_USED = 150;
/** So many candidates that always cost less are enough for any workload. */
const MAX_ALWAYS_CHEAPER = 24;
/** Maximum of `lostWith`, plus doublings of the cost, for a replacement. */
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
  const isMostUsed = new Set(mostUsed);
  const poolFor = poolsOf(candidates);
  const comparable = (model: Model): Profile | null =>
    whyNotCompared(model, typicalCost(model)) === null ? profileOf(model) : null;
  return {
    sameFor: (model) => {
      const own = comparable(model);
      if (own === null) return [];
      const isSuitable = (other: Profile) => isCheaper(own, other) && isSame(own, other);
      return pick(poolFor(own.needs), isSuitable).flatMap((other) => alternative(model, other) ?? []);
    },
    nearFor: (model) => {
      const own = comparable(model);
      return own === null ? [] : nearTo(own, mostUsed);
    },
    sameAtAnyCost: (model) => {
      const own = whyNeverCompared(model) === null ? profileOf(model) : null;
      if (own === null) return [];
      const found: ModelId[] = [];
      let cheaper = 0;
      for (const other of poolFor(own.needs)) {
        if (cheaper >= MAX_ALWAYS_CHEAPER && !isMostUsed.has(other)) break;
        if (!isSame(own, other)) continue;
        found.push(other.id);
        if (alwaysCostsLess(model, other.model)) cheaper += 1;
      }
      return found;
    },
    mostUsed,
    closestTo: (model) => closestTo(model, mostUsed),
  };
}

/**
 * Why a model with this cost has no alternatives, as a sentence; `null` if it is compared with other models.
 */
export function whyNotCompared(model: Model, cost: Cost): string | null {
  const never = whyNeverCompared(model);
  // The reason for a missing cost is more precise, except for an alias and a free model.
  const isOfModel = model.isAlias || isFree(model.prices);
  return cost.kind === 'none' && !isOfModel ? cost.reason : never;
}

/** The reasons that do not depend on the workload. */
function whyNeverCompared(model: Model): string | null {
  if (model.isAlias) return 'An alias is not compared; the model that it stands for is.';
  if (isFree(model.prices)) return 'It is free.';
  if (!isComparable(model)) {
    return 'It gives more than text, and the prices of pictures and sound cannot be compared.';
  }
  return traitsOf(model) === null ? 'Its context or its modalities are not stated.' : null;
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

function alternative(own: Model, { model, usd }: Profile): Alternative | null {
  return usd === null ? null : alternativeOf(own, model, usd);
}

/** What is gained and lost if `model` replaces `own`. `usd`: the monthly cost of `model`. */
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

/** Whether `other` has all that `own` has and never costs more. Cheap tests come first. */
function isSame(own: Profile, other: Profile): boolean {
  const { model } = other;
  if (other.baseId === own.baseId || other.context < own.context) return false;
  if (!hasEnoughMaxOutput(own.model, model)) return false;
  if (!keepsReasoningOptional(own, other) || lowerIn(own, other).length > 0) return false;
  return neverCostsMore(own.model, model);
}

/**
 * Whether `other` lists at least the max output of `own`. Without a max output of `own`, its context is the
 * limit.
 */
function hasEnoughMaxOutput(own: Model, other: Model): boolean {
  const [mine, theirs] = [usableMaxOutput(own), usableMaxOutput(other)];
  if (mine !== null) return (theirs ?? 0) >= mine;
  return theirs === null || theirs >= (own.context ?? 0);
}

function nearTo(own: Profile, mostUsed: readonly Profile[]): readonly Alternative[] {
  const compared = nearestTo(own, mostUsed, (other) => isSame(own, other)).flatMap((near) => {
    const found = alternative(own.model, near.other);
    return found === null ? [] : [{ ...near, found }];
  });
  return closestOf(compared);
}

/**
 * The model with the same inputs and outputs and the smallest sum of losses and doublings of the cost. Ties
 * go to the closest cost, which suggests similar quality, then to the most used.
 */
function closestTo(model: Model, mostUsed: readonly Profile[]): Model | null {
  const own = profileOf(model);
  if (own === null) return null;
  const [closest] = mostUsed
    .filter((other) => other.baseId !== model.baseId && takesAndGivesTheSame(own, other))
    .map((other) => {
      const steps = doublings(own.usd, other.usd);
      return { other, lost: lostWith(own, other) + Math.max(0, steps), distance: Math.abs(steps) };
    })
    .filter(({ lost }) => lost <= MAX_LOST_WITH_REPLACEMENT)
    .sort((a, b) => a.lost - b.lost || a.distance - b.distance);
  return closest?.other.model ?? null;
}
