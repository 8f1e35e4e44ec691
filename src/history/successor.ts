import type { Facts } from '../catalog/facts.ts';
import { baseIdOf, splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { familyOf, kinship } from './family.ts';
import { nameOf } from './fold.ts';
import type { KnownRow } from '../ledger/known-row.ts';

/** A listed model that may replace another, and why it is chosen. */
export interface Successor {
  readonly id: ModelId;
  /** Full name. */
  readonly name: string;
  /** `renamed`: the same model under a new id. `base`: the model without the variant. `family`: a newer one of the same author and family. */
  readonly reason: 'renamed' | 'base' | 'family';
  /** Words that both ids share, for `family`. */
  readonly family: string | null;
  /** Unix seconds at which it was added, where upstream says. */
  readonly created: number | null;
}

/** Below this, two slugs have too little in common. */
const LEAST_KINSHIP = 0.45;

/** Chooses a listed model among `rows` that may replace another; `null` when none is close enough. */
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
    if (baseRow?.isListed && isStaying(baseRow.facts)) return describe(base, baseRow.facts, 'base');
    const own = rows.get(current)?.facts;
    const ofAuthor = byAuthor.get(splitId(current)?.author) ?? [];
    return own ? nearestRelative(current, own, ofAuthor) : null;
  };
}

/** What a model is called after all of its renames. */
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
    if (!isListed || otherId === id || !isStaying(facts) || !isNewer(facts, own) || !doesAllOf(facts, own))
      continue;
    const other = splitId(otherId);
    if (!other || other.isAlias || other.variant !== null) continue;
    const score = kinship(family, familyOf(otherId));
    if (score < LEAST_KINSHIP) continue;
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

/** A model that is about to go itself is no advice. */
function isStaying({ expiration }: Facts): boolean {
  return expiration == null;
}

function isNewer({ created }: Facts, than: Facts): boolean {
  return created != null && than.created != null && created > than.created;
}

/** Whether it takes and makes all that the other does. Where a model does not say, it is text. */
function doesAllOf(facts: Facts, other: Facts): boolean {
  return (['inputModalities', 'outputModalities'] as const).every((side) => {
    const own = facts[side] ?? ['text'];
    return (other[side] ?? ['text']).every((modality) => own.includes(modality));
  });
}
