import type { z } from 'zod';
import type { ModelId } from '../../catalog/model.ts';
import { includesText } from '../../catalog/modalities.ts';
import type { KnownRow, Occurrence } from '../known-row.ts';
import { absent } from './absent.ts';
import { added } from './added.ts';
import { baseline } from './baseline.ts';
import { applyToFacts, FACT_KINDS, isFactEvent, type Difference, type FactEvent } from './fact-kinds.ts';
import type { ListingKind, Presentation, ReadStep } from './kind.ts';
import { learned } from './learned.ts';
import { removed } from './removed.ts';
import { renamed } from './renamed.ts';
import { returned } from './returned.ts';
import { reversion } from './reversion.ts';

/** The kinds of events about a whole model. */
const LISTING_KINDS = { baseline, added, removed, returned, renamed, learned } as const;

/** Every kind of event in the ledger. */
const EVENT_KINDS = { ...LISTING_KINDS, ...FACT_KINDS } as const;

/** The kinds of changes that the history derives from several events. */
const READ_KINDS = { absent, reversion } as const;

const KINDS = { ...EVENT_KINDS, ...READ_KINDS } as const;

type ListingKinds = typeof LISTING_KINDS;
type ListingName = keyof ListingKinds;
type EventOf<K extends ListingName> = Omit<Parameters<ListingKinds[K]['apply']>[1], keyof Occurrence>;
type ListingEvent = { [K in ListingName]: { readonly kind: K } & EventOf<K> }[ListingName];

/** An event without its model and times. */
export type EventBody = ListingEvent | FactEvent;

type Kinds = typeof KINDS;
export type ChangeKind = {
  [K in keyof Kinds]: Kinds[K]['shown'] extends null ? never : K;
}[keyof Kinds];
type OtherKind = Exclude<ChangeKind, Difference['kind']>;
type ShownOf<K extends OtherKind> = Parameters<Kinds[K]['shown']['lines']>[0];

/** A change after folding, without its metadata. */
export type ChangeBody = Difference | { [K in OtherKind]: { readonly kind: K } & ShownOf<K> }[OtherKind];

/** The schemas of each kind's own fields, without the fields that all kinds share. */
export const EVENT_LINES = Object.entries(EVENT_KINDS).map(
  ([kind, { lines }]) => [kind, lines as readonly Readonly<Record<string, z.ZodType>>[]] as const,
);

/** The kinds that are shown to readers. */
export const CHANGE_KINDS = Object.entries(KINDS).flatMap(([kind, { shown }]) =>
  shown === null ? [] : [kind],
) as readonly ChangeKind[];

/** A kind as generic code uses it: each kind only gets values that it created itself. */
type AnyListingKind = ListingKind<object, object>;

/** Applies one event to the rows; returns the problem if it cannot be applied. */
export function applyToRows(rows: Map<ModelId, KnownRow>, event: Occurrence & EventBody): string | null {
  if (!isFactEvent(event)) return listingKindOf(event).apply(rows, event);
  const row = rows.get(event.id);
  if (!row?.isListed) return 'the model is not listed';
  const facts = applyToFacts(row.facts, event);
  if (facts === null) return 'its old value is not the one known';
  const isOutside =
    event.kind === 'modality' && event.side === 'output' && !includesText(facts.outputModalities);
  const seenIn = event.scope === 'text' || isOutside ? event.scope : row.seenIn;
  rows.set(event.id, { ...row, facts, seenIn });
  return null;
}

/** The changes to show for the events about the whole model. */
export function listingChanges(events: readonly EventBody[], step: ReadStep): readonly ChangeBody[] {
  return events.flatMap((event) => {
    if (isFactEvent(event)) return [];
    const { shown: presentation } = listingKindOf(event);
    const shown = presentation === null ? null : presentation.show(event, step);
    return shown === null ? [] : [{ kind: event.kind, ...shown } as ChangeBody];
  });
}

/** How changes of this kind are presented. */
export function presentationOf({ kind }: { readonly kind: ChangeKind }): Presentation<ChangeBody> {
  return KINDS[kind].shown as unknown as Presentation<ChangeBody>;
}

function listingKindOf({ kind }: ListingEvent): AnyListingKind {
  return LISTING_KINDS[kind] as unknown as AnyListingKind;
}
