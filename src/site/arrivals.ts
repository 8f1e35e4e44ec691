import type { Model, ModelId } from '../catalog/model.ts';
import type { Change } from '../history/change.ts';

/** What is new about a row of the list, and since when. */
export interface Arrival {
  /** `listed`: a model that is new in the list and older by upstream's own date. */
  readonly kind: 'model' | 'listed' | 'variant' | 'alias';
  /** ISO time: a model's own date of addition; of a variant or an alias, when it was first seen. */
  readonly on: string;
}

interface ArrivalSources {
  readonly listed: ReadonlyMap<ModelId, Model>;
  /** The dated changes of the time in question. */
  readonly recent: readonly Change[];
  /** ISO time at which that time begins. */
  readonly since: string;
}

/**
 * The listed rows that are new: as the ledger saw it, or by upstream's own date, which also tells where captures lie too far apart.
 * Upstream gives a new variant of an old model the date of the model, so that a variant's own date is that of the ledger.
 */
export function arrivalsAmong({ listed, recent, since }: ArrivalSources): ReadonlyMap<ModelId, Arrival> {
  const seen = new Map(
    recent.flatMap(({ kind, id, between }) => (kind === 'added' ? [[id, between.by] as const] : [])),
  );
  return new Map(
    [...listed.values()].flatMap((model) => {
      const arrival = arrivalOf(model, { listed, since, seenOn: seen.get(model.id) ?? null });
      return arrival === null ? [] : [[model.id, arrival] as const];
    }),
  );
}

interface Around extends Pick<ArrivalSources, 'listed' | 'since'> {
  readonly seenOn: string | null;
}

function arrivalOf(model: Model, { listed, since, seenOn }: Around): Arrival | null {
  const { addedAt, variant, isAlias, baseId } = model;
  const addedOn = addedAt !== null && addedAt > since ? addedAt : null;
  const firstSeen = seenOn ?? addedOn;
  if (firstSeen === null) return null;
  if (isAlias) return { kind: 'alias', on: firstSeen };
  const isOfKnownModel = variant !== null && (listed.has(baseId) || addedOn === null);
  if (isOfKnownModel) return { kind: 'variant', on: firstSeen };
  return addedOn === null ? { kind: 'listed', on: firstSeen } : { kind: 'model', on: addedOn };
}
