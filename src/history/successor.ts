import type { Facts } from '../catalog/facts.ts';
import { baseIdOf, splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { familyOf, similarity } from './family.ts';
import { nameOf } from './fold.ts';
import type { KnownRow } from '../ledger/known-row.ts';

/** A listed model that may replace another, and the reason. */
export interface Successor {
  readonly id: ModelId;
  /** Full name. */
  readonly name: string;
  /**
   * `renamed`: the same model under a new id. `base`: the model without the variant. `family`: a newer model
   * of the same author and family.
   */
  readonly reason: 'renamed' | 'base' | 'family';
  /** Words in both ids, for `family`. */
  readonly family: string | null;
  /** Unix seconds of its addition, if upstream states it. */
  readonly created: number | null;
}

/** Minimum similarity of two slugs. */
const MIN_SIMILARITY = 0.45;

/** Selects a listed model in `rows` that may replace another; `null` if no model is similar enough. */
export function successorsAmong(
  rows: ReadonlyMap<ModelId, KnownRow>,
  renamedTo: (id: ModelId) => ModelId | null,
): (id: ModelId) => Successor | null {
  const byAuthor = Map.groupBy(rows, ([id]) => splitId(id)?.author);
  return (id) => {
    const current = currentId(id, renamedTo);
    const renamed = current === id ? undefined : rows.get(current);
    if (renamed?.isListed) return describe(current, renamed.facts, 'renamed');
    const base = baseIdOf(current);
    const baseRow = base === current ? undefined : rows.get(base);
    if (baseRow?.isListed && hasNoRemovalDate(baseRow.facts)) return describe(base, baseRow.facts, 'base');
    const own = rows.get(current)?.facts;
    const ofAuthor = byAuthor.get(splitId(current)?.author) ?? [];
    return own ? nearestRelative(current, own, ofAuthor) : null;
  };
}

/** The model's id after all of its renames. */
function currentId(id: ModelId, renamedTo: (id: ModelId) => ModelId | null): ModelId {
  const seen = new Set([id]);
  let current = id;
  for (let next = renamedTo(current); next !== null && !seen.has(next); next = renamedTo(current)) {
    seen.add(next);
    current = next;
  }
  return current;
}

function nearestRelative(
  id: ModelId,
  own: Facts,
  ofAuthor: readonly (readonly [ModelId, KnownRow])[],
): Successor | null {
  const family = familyOf(id);
  let best: { id: ModelId; facts: Facts; score: number } | null = null;
  for (const [otherId, { facts, isListed }] of ofAuthor) {
    if (
      !isListed ||
      otherId === id ||
      !hasNoRemovalDate(facts) ||
      !isNewer(facts, own) ||
      !supportsModalitiesOf(facts, own)
    )
      continue;
    const other = splitId(otherId);
    if (!other || other.isAlias || other.variant !== null) continue;
    const score = similarity(family, familyOf(otherId));
    if (score < MIN_SIMILARITY) continue;
    const isBetter =
      best === null ||
      score > best.score ||
      (score === best.score &&
        ((facts.created ?? 0) > (best.facts.created ?? 0) ||
          (facts.created === best.facts.created && otherId < best.id)));
    if (isBetter) best = { id: otherId, facts, score };
  }
  return best && describe(best.id, best.facts, 'family', sharedWords(id, best.id));
}

function describe(
  id: ModelId,
  facts: Facts,
  reason: Successor['reason'],
  family: string | null = null,
): Successor {
  return { id, name: nameOf(facts), reason, family, created: facts.created ?? null };
}

function sharedWords(a: ModelId, b: ModelId): string {
  const { words } = familyOf(b);
  return familyOf(a)
    .words.filter((word) => words.includes(word))
    .join(' ');
}

/** A model with a removal date is not a useful replacement. */
function hasNoRemovalDate({ expiration }: Facts): boolean {
  return expiration == null;
}

function isNewer({ created }: Facts, than: Facts): boolean {
  return created != null && than.created != null && created > than.created;
}

/**
 * Whether it supports all input and output modalities of the other model. Unstated modalities count as text.
 */
function supportsModalitiesOf(facts: Facts, other: Facts): boolean {
  return (['inputModalities', 'outputModalities'] as const).every((side) => {
    const own = facts[side] ?? ['text'];
    return (other[side] ?? ['text']).every((modality) => own.includes(modality));
  });
}
