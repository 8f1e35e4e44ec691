import type { Alternative } from '../catalog/alternatives.ts';
import { lossesOf, type Loss } from '../catalog/losses.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { isNothingHigher } from '../catalog/price-losses.ts';
import { usdOf } from '../catalog/price.ts';
import { familyOf } from '../history/family.ts';
import type { History } from '../history/history.ts';

/** A listed model that may replace one that is retired or has a removal date, with what a reader must know before choosing it. */
export interface Replacement {
  readonly model: Model;
  /** `features`: of any author, the most used with the same listed features for less. */
  readonly reason:
    | { readonly kind: 'renamed' | 'base' }
    | { readonly kind: 'family'; readonly words: string | null }
    | { readonly kind: 'features'; readonly isCompared: boolean };
  readonly losses: readonly Loss[];
  /** Sizes that the ids name, where they differ: `e2b`. */
  readonly sizes: { readonly old: string; readonly new: string } | null;
  /** Whether its price and that of the other can be compared. */
  readonly isPriced: boolean;
  /** Whether nothing costs more with it, also of what only it bills. */
  readonly isNothingHigher: boolean;
}

/** What replacements are chosen from. */
export interface ReplacementSources {
  readonly history: Pick<History, 'successorOf'>;
  readonly listed: ReadonlyMap<ModelId, Model>;
  /** Models with the same listed features for less; only a listed model has facts enough for it. */
  readonly alternativesTo: (model: Model) => readonly Alternative[];
}

/** The one choice of a replacement, for pages and feeds; `null` where nothing is close enough. */
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
