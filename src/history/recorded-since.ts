import type { Facts } from '../catalog/facts.ts';
import type { PriceField } from '../ledger/kinds/kind.ts';
import type { Track } from '../ledger/ledger.ts';

/**
 * The prices that a model was first seen without, because upstream did not send them then: the ISO time of
 * the first capture that has them. Until then they are not known. `tiers` are all of its tiers.
 */
export type RecordedSince = Readonly<Partial<Record<PriceField, string>>>;

/** `fieldsSince` is the time of the first capture with each price field, whatever the model. */
export function recordedSince(track: Track, fieldsSince: ReadonlyMap<PriceField, string>): RecordedSince {
  const [start] = track;
  return Object.fromEntries(
    [...fieldsSince].flatMap(([field, at]) => {
      if (at <= start.by) return [];
      const current = track.findLast(({ by }) => by <= at);
      // A model that was listed then and has the price from a later capture on has a change of its price.
      const seen = current?.isListed ? current : track.find(({ by, isListed }) => by > at && isListed);
      return seen !== undefined && seen.by >= at && hasField(seen.facts, field) ? [[field, seen.by]] : [];
    }),
  );
}

function hasField({ prices, tiers }: Facts, field: PriceField): boolean {
  return field === 'tiers' ? tiers !== undefined : prices[field] !== undefined;
}
