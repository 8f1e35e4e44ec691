import type { Alternative } from '../catalog/alternatives.ts';
import { lossesOf, type Loss } from '../catalog/losses.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { isNothingHigher } from '../catalog/price-losses.ts';
import { usdOf } from '../catalog/price.ts';
import { familyOf } from '../history/family.ts';
import type { History } from '../history/history.ts';

/** A listed model that may replace a retired or retiring one, with the caveats that a reader needs. */
export interface Replacement {
  readonly model: Model;
  /** `features`: the most popular cheaper model with the same listed features, of any author. */
  readonly reason:
    | { readonly kind: 'renamed' | 'base' }
    | { readonly kind: 'family'; readonly words: string | null }
    | { readonly kind: 'features'; readonly isCompared: boolean };
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
  /** Cheaper models with the same listed features. Retired models lack the facts to find any. */
  readonly alternativesTo: (model: Model) => readonly Alternative[];
}

/** Chooses a replacement, for pages and feeds; `null` if no model is close enough. */
export function replacementFor(model: Model, sources: ReplacementSources): Replacement | null {
  const successor = sources.history.successorOf(model.id);
  const other = successor && sources.listed.get(successor.id);
  if (other) {
    const { reason: kind, family } = successor;
    return replacement(model, other, kind === 'family' ? { kind, words: family } : { kind });
  }
  const [alternative] = sources.listed.has(model.id) ? sources.alternativesTo(model) : [];
  if (!alternative) return null;
  const isCompared = alternative.benchmarks.length > 0;
  return replacement(model, alternative.model, { kind: 'features', isCompared });
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
