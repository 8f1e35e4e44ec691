import { blendedPrice } from './blend.ts';
import { hasCapability, type Capability } from './capabilities.ts';
import { list, shortTokens } from './figures.ts';
import { modalityInfo, orderModalities } from './modalities.ts';
import type { Model } from './model.ts';

/** A model that does at least what another does, as far as facts tell, for less. */
export interface Alternative {
  readonly model: Model;
  /** Its price ÷ the other's, input and output blended 3:1; below 1. */
  readonly ratio: number;
  /** What is the same and what is better, as a sentence. */
  readonly reason: string;
}

/** What an alternative may not lack, with what it says of one that has more. */
const KEY_ABILITIES = {
  tools: 'calls tools',
  'structured-output': 'follows a JSON Schema',
  reasoning: 'reasons',
} as const satisfies Partial<Record<Capability, string>>;

type KeyAbility = keyof typeof KEY_ABILITIES;

const ABILITIES = Object.keys(KEY_ABILITIES) as readonly KeyAbility[];

/** A smaller saving is within what prices move by in a month. */
const MAX_RATIO = 0.95;
const DEFAULT_LIMIT = 3;
const MAX_PER_AUTHOR = 2;

/** What is compared, read once for each model. */
interface Profile {
  readonly model: Model;
  readonly price: number;
  /** Modalities and key abilities as one set of words. */
  readonly needs: ReadonlySet<string>;
  readonly addedOn: string;
}

/**
 * Finds for a model others that are as new or newer, take and give at least the same, have at least its context, longest
 * answer (where both are told) and key abilities, score no lower where both are benchmarked, are paid, are not about to
 * leave, and cost less. The most used come first, because use is the best sign of quality that facts give. Variants, aliases
 * and routers are never suggested; free models neither, because what is free is limited and ends without notice.
 */
export function alternativesAmong(models: readonly Model[]): (model: Model, limit?: number) => Alternative[] {
  const candidates = models
    .filter((model) => isCandidate(model))
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
    if (own === null) return [];
    return pick(own, poolFor(own.needs), limit).map((other) => ({
      model: other.model,
      ratio: other.price / own.price,
      reason: reasonFor(own, other),
    }));
  };
}

function isCandidate({ variant, isAlias, expiration }: Model): boolean {
  return variant === null && !isAlias && expiration === null;
}

/** `null` for what has no price above zero, or no date to compare. */
function profileOf(model: Model): Profile | null {
  const price = blendedPrice(model);
  if (price === null || price <= 0 || model.addedAt === null) return null;
  const needs = new Set([
    ...model.inputModalities.map((modality) => `takes ${modality}`),
    ...model.outputModalities.map((modality) => `gives ${modality}`),
    ...ABILITIES.filter((ability) => hasCapability(model, ability)),
  ]);
  return { model, price, needs, addedOn: model.addedAt.slice(0, 10) };
}

/** Without figures of use the dearest come first: of two prices, the nearer one is the likelier to buy the same. */
function byUse(a: Profile, b: Profile): number {
  const place = ({ model }: Profile) => model.popularity ?? Number.POSITIVE_INFINITY;
  if (place(a) !== place(b)) return place(a) - place(b);
  return b.price - a.price || (a.model.id < b.model.id ? -1 : 1);
}

function pick(own: Profile, pool: readonly Profile[], limit: number): Profile[] {
  const picked: Profile[] = [];
  for (const other of pool) {
    if (picked.length >= limit) break;
    if (other.model.id === own.model.id || !isSameOrBetter(own, other)) continue;
    const ofAuthor = picked.filter(({ model }) => model.author.slug === other.model.author.slug);
    if (ofAuthor.length < MAX_PER_AUTHOR) picked.push(other);
  }
  return picked;
}

function isSameOrBetter(own: Profile, other: Profile): boolean {
  return (
    other.price <= own.price * MAX_RATIO &&
    other.addedOn >= own.addedOn &&
    (other.model.context ?? 0) >= (own.model.context ?? 0) &&
    // Thinking that cannot be switched off costs tokens and time that the other does not take.
    (own.needs.has('reasoning') || other.model.reasoning?.mandatory !== true) &&
    isNoLess(other.model.maxOutput, own.model.maxOutput) &&
    isNoLess(intelligence(other.model), intelligence(own.model))
  );
}

/** Whether nothing says that `a` is less than `b`. */
function isNoLess(a: number | null, b: number | null): boolean {
  return a === null || b === null || a >= b;
}

function intelligence({ benchmarks }: Model): number | null {
  return benchmarks?.artificialAnalysis?.intelligence ?? null;
}

/** `Same context and inputs, newer; also takes video; longer answers (131K).` */
function reasonFor(own: Profile, other: Profile): string {
  const [mine, theirs] = [own.model, other.model];
  const extraInputs = theirs.inputModalities.filter((modality) => !mine.inputModalities.includes(modality));
  const extraAbilities = ABILITIES.filter((ability) => other.needs.has(ability) && !own.needs.has(ability));
  // Contexts that read the same are called the same: 1,048,576 and 1,050,000 are both 1.05M.
  const isSameContext = shortTokens(theirs.context) === shortTokens(mine.context);
  const same = [...(isSameContext ? ['context'] : []), ...(extraInputs.length === 0 ? ['inputs'] : [])];
  const age = other.addedOn > own.addedOn ? 'newer' : 'as new';
  const extra = [
    ...(extraInputs.length > 0 ? [`takes ${list(nounsOf(extraInputs))}`] : []),
    ...extraAbilities.map((ability) => KEY_ABILITIES[ability]),
  ];
  const hasLongerAnswers = (theirs.maxOutput ?? 0) > (mine.maxOutput ?? Number.POSITIVE_INFINITY);
  const better = [
    ...(isSameContext ? [] : [`longer context (${shortTokens(theirs.context)})`]),
    ...(extra.length > 0 ? [`also ${list(extra)}`] : []),
    ...(hasLongerAnswers ? [`longer answers (${shortTokens(theirs.maxOutput)})`] : []),
  ];
  const opening = same.length > 0 ? `same ${list(same)}, ${age}` : age;
  return capitalise(`${[opening, ...better].join('; ')}.`);
}

function nounsOf(modalities: readonly string[]): string[] {
  return orderModalities(modalities).map((modality) => modalityInfo(modality).noun);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
