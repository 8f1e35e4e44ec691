import { z } from 'zod';
import type { Facts } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';
import { context } from './context.ts';
import { expiration } from './expiration.ts';
import { identity } from './identity.ts';
import type { FactField, FactKind, FactPresentation, PriceField, ReadStep } from './kind.ts';
import { knowledgeCutoff } from './knowledge-cutoff.ts';
import { maxOutput } from './max-output.ts';
import { modality } from './modality.ts';
import { moderation } from './moderation.ts';
import { name } from './name.ts';
import { parameters } from './parameters.ts';
import { price } from './price.ts';
import { retargeted } from './retargeted.ts';
import { reasoning } from './reasoning.ts';
import { tiers } from './tiers.ts';
import { weights } from './weights.ts';
import type { ChangeLine, ChangeWords } from './words.ts';

/** The kinds of events about facts, in the order in which a model's events are written. */
export const FACT_KINDS = {
  price,
  tiers,
  context,
  maxOutput,
  modality,
  parameters,
  name,
  expiration,
  retargeted,
  identity,
  weights,
  moderation,
  knowledgeCutoff,
  reasoning,
} as const;

type FactKinds = typeof FACT_KINDS;
type KindName = keyof FactKinds;
type KindKeeping<Field> = {
  [K in KindName]: Field extends keyof FactKinds[K]['fields'] ? K : never;
}[KindName];

/**
 * The event kind of each fact, in the order in which a line holds facts. A fact without a kind is a type
 * error.
 */
const KIND_OF_FACT = {
  name: 'name',
  created: 'identity',
  permanentSlug: 'identity',
  context: 'context',
  maxOutput: 'maxOutput',
  inputModalities: 'modality',
  outputModalities: 'modality',
  parameters: 'parameters',
  expiration: 'expiration',
  aliasTarget: 'retargeted',
  huggingFaceId: 'weights',
  isModerated: 'moderation',
  knowledgeCutoff: 'knowledgeCutoff',
  reasoning: 'reasoning',
  prices: 'price',
  tiers: 'tiers',
} as const satisfies { readonly [Field in keyof Required<Facts>]: KindKeeping<Field> };

type EventOf<K extends KindName> = Parameters<FactKinds[K]['apply']>[1];
/** An event about a fact, without its model and time. */
export type FactEvent = { [K in KindName]: { readonly kind: K } & EventOf<K> }[KindName];

type ShownName = { [K in KindName]: FactKinds[K]['shown'] extends null ? never : K }[KindName];
type ShownOf<K extends ShownName> = Parameters<NonNullable<FactKinds[K]['shown']>['lines']>[0];
/** A changed value in the form that is shown. */
export type Difference = { [K in ShownName]: { readonly kind: K } & ShownOf<K> }[ShownName];

/** A kind as generic code uses it: each kind only gets values that it created itself. */
type AnyKind = FactKind<never, object, object>;

const KINDS = Object.entries(FACT_KINDS) as unknown as readonly (readonly [KindName, AnyKind])[];
const FIELDS = Object.entries(KIND_OF_FACT).map(([field, kind]) => [
  field as keyof Facts,
  (FACT_KINDS[kind].fields as Readonly<Record<string, FactField<unknown>>>)[field],
]) as readonly (readonly [keyof Facts, FactField<unknown>])[];

/** Facts on a line; `name` and `prices` are required. */
export const factsSchema = z.strictObject(
  Object.fromEntries(
    FIELDS.map(([field, { schema }]) => [
      field,
      field === 'name' || field === 'prices' ? schema : schema.exactOptional(),
    ]),
  ),
) as unknown as z.ZodType<Facts>;

export const partialFactsSchema = z.strictObject(
  Object.fromEntries(FIELDS.map(([field, { schema }]) => [field, schema.exactOptional()])),
) as unknown as z.ZodType<Partial<Facts>>;

/**
 * The normal form in which the ledger keeps and compares facts: keys in a fixed order, lists sorted, and no
 * value that means the same as absence (a zero for an optional price, an empty list of tiers, no alias
 * target, the dummy expiration).
 */
export function normalizeFacts(facts: Facts): Facts {
  return factsBy((field, { normalize }) => {
    const value = facts[field];
    return value === undefined ? undefined : normalize(value);
  }) as Facts;
}

/** Facts that were unknown and are known now; `null` if there are no such facts. */
export function learnedFacts(
  old: Facts,
  now: Facts,
  newFields: readonly PriceField[],
): Partial<Facts> | null {
  const learned = factsBy((field, { learn }) => {
    if (learn) return learn(old, now, newFields);
    return old[field] === undefined ? now[field] : undefined;
  });
  return Object.keys(learned).length > 0 ? learned : null;
}

function factsBy(valueOf: (field: keyof Facts, kept: FactField<unknown>) => unknown): Partial<Facts> {
  const facts = FIELDS.map(([field, kept]) => [field, valueOf(field, kept)] as const);
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined));
}

/** The events between two sets of facts of a row, in the order in which they are written. */
export function factEvents(old: Facts, now: Facts, newFields: readonly PriceField[]): readonly FactEvent[] {
  return KINDS.flatMap(([kind, { diff }]) =>
    diff(old, now, newFields).map((event) => ({ kind, ...event }) as FactEvent),
  );
}

export function isFactEvent<Event extends { readonly kind: string }>(
  event: Event,
): event is Extract<Event, { readonly kind: KindName }> {
  return Object.hasOwn(FACT_KINDS, event.kind);
}

/** The facts after an event; `null` if the event does not start from these facts. */
export function applyToFacts(facts: Facts, event: FactEvent): Facts | null {
  return kindOf(event).apply(facts, event);
}

/**
 * The differences to show for the events of one step. Differences that depend on the whole step come last.
 */
export function differencesOf(events: readonly FactEvent[], step: ReadStep): readonly Difference[] {
  const single = events.flatMap((event) => {
    const { shown } = kindOf(event);
    if (shown === null || !('each' in shown.show) || (step.isAlias && !shown.isOfAlias)) return [];
    return difference(event.kind, shown.show.each(event, step));
  });
  const whole = KINDS.flatMap(([kind, { shown }]) => {
    if (shown === null || !('whole' in shown.show) || (step.isAlias && !shown.isOfAlias)) return [];
    const own = events.filter((event) => event.kind === kind);
    return difference(kind, shown.show.whole(own, step));
  });
  return [...single, ...whole];
}

/** The same difference without a date, and so without a percentage. */
export function undated(shown: Difference): Difference {
  const presentation = presentationOf(shown);
  return { kind: shown.kind, ...presentation.undated(shown) } as Difference;
}

export function differenceLines(shown: Difference, id: ModelId): readonly ChangeLine[] {
  return presentationOf(shown).lines(shown, id);
}

export function differenceWords(shown: Difference, id: ModelId): ChangeWords {
  return presentationOf(shown).words(shown, id);
}

function difference(kind: KindName, shown: object | null): readonly Difference[] {
  return shown === null ? [] : [{ kind, ...shown } as Difference];
}

function presentationOf({ kind }: Difference): FactPresentation<object, object> {
  return FACT_KINDS[kind].shown as unknown as FactPresentation<object, object>;
}

function kindOf({ kind }: { readonly kind: KindName }): AnyKind {
  return FACT_KINDS[kind] as unknown as AnyKind;
}
