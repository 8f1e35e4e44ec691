import type { Facts } from '../catalog/facts.ts';
import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';

/**
 * Pairs rows removed and added between two captures that are one model under two ids: the same permanent slug
 * or time of addition, and the same variant. Returns the old id by new id. Each id is used once.
 */
export function pairRenames(
  gone: ReadonlyMap<ModelId, Facts>,
  came: ReadonlyMap<ModelId, Facts>,
): ReadonlyMap<ModelId, ModelId> {
  const candidates = [...came]
    .flatMap(([id, facts]) =>
      [...gone].map(([from, old]) => ({ id, from, score: scoreOf(from, old, id, facts) })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id) || compareText(a.from, b.from));
  const renames = new Map<ModelId, ModelId>();
  const used = new Set<ModelId>();
  for (const { id, from } of candidates) {
    if (renames.has(id) || used.has(from)) continue;
    renames.set(id, from);
    used.add(from);
  }
  return renames;
}

/** Zero for two different models; higher for a better match. */
function scoreOf(from: ModelId, old: Facts, id: ModelId, facts: Facts): number {
  if (splitId(from)?.variant !== splitId(id)?.variant) return 0;
  const sameSlug = old.permanentSlug != null && old.permanentSlug === facts.permanentSlug;
  const sameCreated = old.created != null && old.created === facts.created;
  if (!sameSlug && !sameCreated) return 0;
  // Several variants can share a slug and a time, so the similarity of the ids is the tie-break.
  return (sameSlug ? 2 : 0) + (sameCreated ? 1 : 0) + likeness(from, id) / 2;
}

/** Share of words in common, 0–1. */
function likeness(a: ModelId, b: ModelId): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

function wordsOf(id: ModelId): ReadonlySet<string> {
  return new Set(id.toLowerCase().split(/[^a-z0-9]+/));
}
