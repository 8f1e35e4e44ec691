import { toNumber } from './decimal.ts';
import { usableMaxOutput } from './limits.ts';
import { isTextAlone, orderModalities } from './modalities.ts';
import type { Model } from './model.ts';
import type { Price } from './price.ts';

/** How a figure of a model compares with that of its peers. All counts are of models. */
export interface Standing {
  /** Peers with a worse figure: a higher price, a lower limit, a later rank. */
  readonly worse: number;
  /** Peers with a better figure. */
  readonly better: number;
  /** Other peers with the same figure, or with one that differs by one percent or less. */
  readonly equal: number;
  /** Whether all of the equal figures are exactly the same. */
  readonly isExact: boolean;
  /** The peers that have the figure. A model that is a peer counts itself. */
  readonly among: number;
}

/** The facts that are compared, in display order. */
const STANDING_KEYS = ['input', 'output', 'cacheRead', 'context', 'maxOutput'] as const;
export type StandingKey = (typeof STANDING_KEYS)[number];

/** The requests to which the compared prices apply, if other requests have other prices. */
export interface PriceScope {
  /** The longest prompt in tokens; `null` if no price depends on the length. */
  readonly upTo: number | null;
  /** Whether a price depends on the time of day. */
  readonly isHourly: boolean;
}

/** The model's standing in each fact that it has. */
export interface Standings {
  /** The outputs that a model must have to be a peer. */
  readonly outputs: readonly string[];
  /** The number of peers. */
  readonly peers: number;
  readonly of: Readonly<Partial<Record<StandingKey, Standing>>>;
  readonly scope: PriceScope;
}

const MEASURES: Readonly<
  Record<StandingKey, { readonly isPrice: boolean; readonly value: (model: Model) => number | null }>
> = {
  input: { isPrice: true, value: ({ prices }) => paidUsd(prices.input) },
  output: { isPrice: true, value: ({ prices }) => paidUsd(prices.output) },
  cacheRead: { isPrice: true, value: ({ prices }) => paidUsd(prices.cacheRead) },
  context: { isPrice: false, value: ({ context }) => positive(context) },
  maxOutput: { isPrice: false, value: (model) => positive(usableMaxOutput(model)) },
};

/**
 * Figures within this factor count as equal: contexts of 1,048,576 and 1,050,000 tokens are both shown as
 * 1.05M.
 */
const CLOSE = 1.01;

/** With fewer peers a percentage is meaningless. */
const MIN_PEERS = 5;

/**
 * Compares a model with the listed base models that have the same outputs and a price: those of other outputs
 * bill other things, and variants and aliases would count a model twice. Prices are those of the shortest
 * prompts. All models of the same outputs have the same peers, so that equal figures have equal standings; so
 * do figures within one percent of each other. Each list is sorted once and then searched in O(log n).
 */
export function standingsAmong(models: readonly Model[]): (model: Model) => Standings | null {
  const groups = new Map(
    [...Map.groupBy(models.filter(isBase).filter(hasAmount), outputsKey)].map(([outputs, peers]) => [
      outputs,
      { count: peers.length, values: sortedValues(peers) },
    ]),
  );
  return (model) => {
    const group = groups.get(outputsKey(model));
    if (model.outputModalities.length === 0 || !group) return null;
    const isOneOfThem = isBase(model) && hasAmount(model);
    const of: Partial<Record<StandingKey, Standing>> = {};
    for (const key of STANDING_KEYS) {
      const [own, values] = [MEASURES[key].value(model), group.values[key]];
      if (own !== null && values.length >= MIN_PEERS) of[key] = standingIn(values, own, key, isOneOfThem);
    }
    return { outputs: model.outputModalities, peers: group.count, of, scope: scopeOf(model, of) };
  };
}

/** The standing of a rank (1 = best) among that many models. */
export function standingOfRank(rank: number, among: number): Standing {
  return { worse: among - rank, better: rank - 1, equal: 0, isExact: true, among };
}

/** A base model that gives text alone: those that charts of prices compare. */
export function isPeer(model: Model): boolean {
  return isBase(model) && isTextAlone(model.outputModalities);
}

function isBase({ variant, isAlias }: Model): boolean {
  return variant === null && !isAlias;
}

function hasAmount({ prices }: Model): boolean {
  return [prices.input, prices.output, prices.imageOutput].some((price) => price?.kind === 'amount');
}

function outputsKey({ outputModalities }: Model): string {
  return orderModalities(outputModalities).join();
}

function standingIn(sorted: Float64Array, own: number, key: StandingKey, isOneOfThem: boolean): Standing {
  const [from, to] = closeRun(sorted, own);
  const [lower, higher] = [from, sorted.length - to];
  const [better, worse] = MEASURES[key].isPrice ? [lower, higher] : [higher, lower];
  return {
    worse,
    better,
    equal: to - from - (isOneOfThem ? 1 : 0),
    isExact: sorted.subarray(from, to).every((other) => other === own),
    among: sorted.length,
  };
}

/** Only the prices of the shortest prompts, at the time of the capture, are compared. */
function scopeOf({ tiers }: Model, of: Standings['of']): PriceScope {
  const compared = STANDING_KEYS.filter((key) => MEASURES[key].isPrice && of[key] !== undefined);
  const conditions = tiers
    .filter(({ prices }) => compared.some((key) => Object.hasOwn(prices, key)))
    .flatMap(({ when }) => when);
  const edges = conditions.flatMap((condition) =>
    condition.kind === 'prompt-above' ? [condition.tokens] : [],
  );
  return {
    upTo: edges.length === 0 ? null : Math.min(...edges),
    isHourly: conditions.some(({ kind }) => kind !== 'prompt-above'),
  };
}

function sortedValues(peers: readonly Model[]): Readonly<Record<StandingKey, Float64Array>> {
  return Object.fromEntries(
    STANDING_KEYS.map((key) => [
      key,
      Float64Array.from(peers.flatMap((model) => MEASURES[key].value(model) ?? [])).sort(),
    ]),
  ) as Record<StandingKey, Float64Array>;
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

function paidUsd(price: Price | undefined): number | null {
  return price?.kind === 'amount' && price.unit === 'million tokens' ? toNumber(price.usd) : null;
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}
