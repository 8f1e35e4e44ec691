import type { Model, ModelId } from '../catalog/model.ts';
import type { Change } from '../history/change.ts';

/** How a row of the list is new, and since when. */
export interface Arrival {
  /** `listed`: new in the list, but older according to upstream's own date. */
  readonly kind: 'model' | 'listed' | 'variant' | 'alias';
  /**
   * ISO time. For a model, upstream's date of addition; for a variant or an alias, the time it was first
   * seen.
   */
  readonly on: string;
}

interface ArrivalSources {
  readonly listed: ReadonlyMap<ModelId, Model>;
  /** The dated changes of the period. */
  readonly recent: readonly Change[];
  /** ISO time of the start of the period. */
  readonly since: string;
}

/**
 * The listed rows that are new according to the ledger or to upstream's own date. Upstream's date also covers
 * captures too far apart to date a change. A new variant of an old model has the model's date upstream, so
 * variants use the ledger's date.
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
