import type { Alternatives } from '../catalog/alternatives.ts';
import { lossesOf, type Loss } from '../catalog/losses.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { isNothingHigher } from '../catalog/price-losses.ts';
import { usdOf } from '../catalog/price.ts';
import { familyOf } from '../history/family.ts';
import type { History } from '../history/history.ts';

/** A listed model that may replace a retired or retiring one, with the caveats that a reader needs. */
export interface Replacement {
  readonly model: Model;
  /**
   * `features`: the most popular cheaper model with the same listed features. `closest`: the closest of the
   * most used models. Both of any author.
   */
  readonly reason:
    | { readonly kind: 'renamed' | 'base' }
    | { readonly kind: 'family'; readonly words: string | null }
    | { readonly kind: 'features'; readonly isCompared: boolean }
    | { readonly kind: 'closest' };
  readonly losses: readonly Loss[];
  /** Model sizes named in the ids, if they differ: `e2b`. */
  readonly sizes: { readonly old: string; readonly new: string } | null;
  /** Whether the prices of both models can be compared. */
  readonly isPriced: boolean;
  /** Whether no price is higher, including prices that only the replacement bills. */
  readonly isNothingHigher: boolean;
}

/** The data that replacements are chosen from. */
export interface ReplacementSources {
  readonly history: Pick<History, 'successorOf'>;
  readonly listed: ReadonlyMap<ModelId, Model>;
  readonly alternatives: Pick<Alternatives, 'sameFor' | 'closestTo'>;
}

/** Chooses a replacement, for pages and feeds; `null` if no model is close enough. */
export function replacementFor(model: Model, sources: ReplacementSources): Replacement | null {
  const successor = sources.history.successorOf(model.id);
  const other = successor && sources.listed.get(successor.id);
  if (other) {
    const { reason: kind, family } = successor;
    return replacement(model, other, kind === 'family' ? { kind, words: family } : { kind });
  }
  const { alternatives, listed } = sources;
  // What is known of a retired model is too little to say that another one has all of it.
  const [same] = listed.has(model.id) ? alternatives.sameFor(model) : [];
  if (same)
    return replacement(model, same.model, { kind: 'features', isCompared: same.benchmarks.length > 0 });
  const closest = alternatives.closestTo(model);
  return closest && replacement(model, closest, { kind: 'closest' });
}

function replacement(own: Model, model: Model, reason: Replacement['reason']): Replacement {
  const [old, now] = [own, model].map(({ id }) => familyOf(id).sizes.join(' '));
  const isPriced = [own, model].every(
    ({ prices }) =>
      usdOf(prices.input) !== null && (usdOf(prices.output) !== null || prices.output.kind === 'none'),
  );
  return {
    model,
    reason,
    losses: lossesOf(own, model),
    sizes: old && now && old !== now ? { old, new: now } : null,
    isPriced,
    isNothingHigher: isNothingHigher(own, model),
  };
}
