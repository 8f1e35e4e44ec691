import { toNumber } from './decimal.ts';
import { faithfulTokens, percent } from './figures.ts';
import { usableMaxOutput } from './limits.ts';
import { isTextAlone } from './modalities.ts';
import type { Model } from './model.ts';
import type { Price } from './price.ts';

/** The rank of a model's figure among its peers. */
export interface Standing {
  /**
   * The share of the others whose figure is smaller by more than one percent, 0–1: the position of the dot.
   */
  readonly share: number;
  /** The number of others. */
  readonly among: number;
  /** `cheaper than 63%`, `longer than 86%`, `none is cheaper`. */
  readonly words: string;
  /** The prompts for which the words hold, if other prompts are priced differently: `up to 200K`. */
  readonly scope: string | null;
}

export type StandingKey = 'input' | 'output' | 'context' | 'maxOutput';

/** `null` where the model has no such figure, or no other model to compare with. */
export type Standings = Readonly<Record<StandingKey, Standing | null>>;

interface Measure {
  readonly value: (model: Model) => number | null;
  readonly words: Words;
}

interface Words {
  /** Which wording to use when as many others are above as below: the favorable one. */
  readonly atTie: 'less' | 'more';
  /** Prefix of the share of others with a larger figure: `cheaper than`. */
  readonly less: string;
  readonly more: string;
  readonly noneLess: string;
  readonly noneMore: string;
  readonly amongLeast: string;
  readonly amongMost: string;
}

const PRICE_WORDS: Words = {
  atTie: 'less',
  less: 'cheaper than',
  more: 'more expensive than',
  noneLess: 'none is cheaper',
  noneMore: 'none is more expensive',
  amongLeast: 'among the cheapest',
  amongMost: 'among the most expensive',
};
const LENGTH_WORDS: Words = {
  atTie: 'more',
  less: 'shorter than',
  more: 'longer than',
  noneLess: 'none is shorter',
  noneMore: 'none is longer',
  amongLeast: 'among the shortest',
  amongMost: 'among the longest',
};

const MEASURES: Readonly<Record<StandingKey, Measure>> = {
  input: { value: ({ prices }) => paidUsd(prices.input), words: PRICE_WORDS },
  output: { value: ({ prices }) => paidUsd(prices.output), words: PRICE_WORDS },
  context: { value: ({ context }) => positive(context), words: LENGTH_WORDS },
  maxOutput: { value: (model) => positive(usableMaxOutput(model)), words: LENGTH_WORDS },
};

/**
 * Figures within this factor count as equal: contexts of 1,048,576 and 1,050,000 tokens are both shown as
 * 1.05M.
 */
const CLOSE = 1.01;

/**
 * Compares with text-only base models. Variants and aliases would count a model twice, and a token price of a
 * model without text output is not comparable. Prices are those of short prompts, compared among paid models
 * only. Figures within one percent of each other get the same words. Each list is sorted once and then
 * searched in O(log n).
 */
export function standingsAmong(models: readonly Model[]): (model: Model) => Standings {
  const peers = models.filter(isPeer);
  const sorted = {
    input: sortedValues(peers, 'input'),
    output: sortedValues(peers, 'output'),
    context: sortedValues(peers, 'context'),
    maxOutput: sortedValues(peers, 'maxOutput'),
  } satisfies Record<StandingKey, Float64Array>;
  const standing = (model: Model, key: StandingKey) => standingOf(model, key, sorted[key]);
  return (model) => ({
    input: standing(model, 'input'),
    output: standing(model, 'output'),
    context: standing(model, 'context'),
    maxOutput: standing(model, 'maxOutput'),
  });
}

/** A model that others are compared with: a text-only base model. */
export function isPeer({ variant, isAlias, outputModalities }: Model): boolean {
  return variant === null && !isAlias && isTextAlone(outputModalities);
}

function standingOf(model: Model, key: StandingKey, sorted: Float64Array): Standing | null {
  const { value, words } = MEASURES[key];
  const own = isTextAlone(model.outputModalities) ? value(model) : null;
  if (own === null) return null;
  // A peer is in the list itself and must not count as another model.
  const among = sorted.length - (isPeer(model) ? 1 : 0);
  if (among === 0) return null;
  const [from, to] = closeRun(sorted, own);
  const [smaller, larger] = [from / among, (sorted.length - to) / among];
  const isExact = sorted.subarray(from, to).every((other) => other === own);
  return {
    share: smaller,
    among,
    words: inWords(smaller, larger, isExact, words),
    scope: scopeOf(model, key),
  };
}

/** The wording that holds for more of the others. */
function inWords(smaller: number, larger: number, isExact: boolean, words: Words): string {
  if (smaller === 0 && larger === 0) return isExact ? 'the same as all' : 'about the same as all';
  if (smaller === 0) return isExact ? words.noneLess : words.amongLeast;
  if (larger === 0) return isExact ? words.noneMore : words.amongMost;
  return larger > smaller || (larger === smaller && words.atTie === 'less')
    ? `${words.less} ${shareText(larger)}`
    : `${words.more} ${shareText(smaller)}`;
}

/** Keeps 99.7% from reading as all, and 0.2% as none. */
function shareText(share: number): string {
  return percent(Math.min(0.99, Math.max(0.01, share)));
}

/** Only the price of the shortest prompt without a time is compared. */
function scopeOf({ tiers }: Model, key: StandingKey): string | null {
  if (key !== 'input' && key !== 'output') return null;
  const conditions = tiers.filter(({ prices }) => prices[key]).flatMap(({ when }) => when);
  const edges = conditions.flatMap((condition) =>
    condition.kind === 'prompt-above' ? [condition.tokens] : [],
  );
  if (edges.length > 0) return `up to ${faithfulTokens(Math.min(...edges))}`;
  return conditions.length > 0 ? 'at the hour of the data' : null;
}

function sortedValues(models: readonly Model[], key: StandingKey): Float64Array {
  return Float64Array.from(models.flatMap((model) => MEASURES[key].value(model) ?? [])).sort();
}

/**
 * The range of a sorted list that counts as equal to `value`: each figure is within one percent of the next,
 * so any two within one percent of each other share a range. The end is exclusive. The range may be empty for
 * a value that is not in the list.
 */
function closeRun(sorted: Float64Array, value: number): readonly [from: number, to: number] {
  const start = firstNotBelow(sorted, value);
  let [from, lowest] = [start, value];
  for (
    let before = sorted[from - 1];
    before !== undefined && lowest <= before * CLOSE;
    before = sorted[from - 1]
  ) {
    lowest = before;
    from -= 1;
  }
  let [to, highest] = [start, value];
  for (let next = sorted[to]; next !== undefined && next <= highest * CLOSE; next = sorted[to]) {
    highest = next;
    to += 1;
  }
  return [from, to];
}

/** The first index whose value is not below `value`, by binary search. */
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
  return price.kind === 'amount' && price.unit === 'million tokens' ? toNumber(price.usd) : null;
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}
