import { givesTheSame, lostWith, type Traits } from './closeness.ts';
import { compareDecimals, toNumber, type Decimal } from './decimal.ts';
import type { Loss } from './losses.ts';
import { isLowerCost } from './saving.ts';

/**
 * Chooses models by their cost for one workload: the typical one in the build, the reader's in the browser.
 */

/** US dollars a month; `null` for a model without a cost. */
interface Costing {
  readonly usd: Decimal | null;
}

type Priced = Traits & Costing;

const LIMIT = 3;
const MAX_PER_AUTHOR = 2;
/** Number of near models that are compared with all their prices. */
const COMPARED = 5;
/** Maximum of `lostWith` for a cheaper model. */
const MAX_LOST = 6;

/** Whether the second cost is at least 1% below the first; `false` if one is `null`. */
export function isCheaper({ usd }: Costing, { usd: other }: Costing): boolean {
  // Compare doubles first, because it is faster and excludes most models.
  return usd !== null && other !== null && toNumber(other) < toNumber(usd) && isLowerCost(other, usd);
}

/** The first three suitable ones, at most two of one author. */
export function pick<Other extends Pick<Traits, 'author'>>(
  others: readonly Other[],
  isSuitable: (other: Other) => boolean = () => true,
): readonly Other[] {
  const picked: Other[] = [];
  for (const other of others) {
    if (picked.length >= LIMIT) break;
    const ofAuthor = picked.filter(({ author }) => author === other.author);
    if (ofAuthor.length < MAX_PER_AUTHOR && isSuitable(other)) picked.push(other);
  }
  return picked;
}

/** A cheaper model that lacks something. */
interface Near<Other> {
  readonly other: Other;
  /** See `lostWith`. */
  readonly lost: number;
}

/**
 * The cheaper models that lack the least; ties keep the order of `mostUsed`. `isSame`: whether a model lacks
 * nothing and is in the other list.
 */
export function nearestTo<Other extends Priced>(
  own: Priced,
  mostUsed: readonly Other[],
  isSame: (other: Other) => boolean,
): readonly Near<Other>[] {
  return mostUsed
    .filter((other) => other.baseId !== own.baseId && isCheaper(own, other) && givesTheSame(own, other))
    .map((other) => ({ other, lost: lostWith(own, other) }))
    .filter(({ other, lost }) => lost <= MAX_LOST && !(lost === 0 && isSame(other)))
    .sort((a, b) => a.lost - b.lost)
    .slice(0, COMPARED);
}

/** One of the nearest, compared in full. */
interface Compared<Found> extends Near<Pick<Traits, 'author'>> {
  readonly found: Found;
}

/** Three of the nearest. Each higher price counts like a loss. */
export function closestOf<Found extends { readonly losses: readonly Loss[] }>(
  compared: readonly Compared<Found>[],
): readonly Found[] {
  const lostIn = ({ lost, found }: Compared<Found>): number =>
    lost + found.losses.filter(({ kind }) => kind === 'price').length;
  const sorted = [...compared].sort((a, b) => lostIn(a) - lostIn(b));
  return pick(sorted.map(({ other, found }) => ({ author: other.author, found }))).map(({ found }) => found);
}

/** A model of the same family. */
interface Step extends Costing {
  /** Whether it qualifies as a step up. */
  readonly isUp: boolean;
  /** Whether it qualifies as a step down. */
  readonly isDown: boolean;
}

/**
 * The next more expensive and the next cheaper model; `null` without one. `steps` are in order of use,
 * which is the tie-break.
 */
export function stepsFrom<One extends Step>(
  own: Costing,
  steps: readonly One[],
): { readonly up: One | null; readonly down: One | null } {
  const costOf = ({ usd }: One): Decimal => usd ?? ('0' as Decimal);
  const sorted = steps
    .filter(({ usd }) => usd !== null)
    .sort((a, b) => compareDecimals(costOf(a), costOf(b)));
  const cheaper = sorted.filter((step) => step.isDown && isCheaper(own, step));
  const next = cheaper.at(-1)?.usd;
  return {
    up: sorted.find((step) => step.isUp && isCheaper(step, own)) ?? null,
    down: cheaper.find(({ usd }) => usd === next) ?? null,
  };
}
