import type { Facts } from '../catalog/facts.ts';
import { includesText } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../catalog/price-keys.ts';
import type { Scope } from '../catalog/snapshot.ts';
import { isSameName, isSamePrice, isSameTiers, normaliseFacts } from './normalize.ts';
import type { Block, CapturedFacts, Happening, LedgerEvent, PriceField } from './record.ts';
import { pairRenames } from './renames.ts';
import { isCovered, lastLook, type LedgerState } from './state.ts';
import { isWindowPrice } from './time-windows.ts';

/** Compares a capture with what the ledger knows: the block to append. The state stays as it is. */
export function compare(state: LedgerState, captured: CapturedFacts): Block {
  const rows = new Map([...captured.rows].map(([id, facts]) => [id, normaliseFacts(facts)]));
  const newFields = [...(captured.fields ?? fieldsIn(captured))]
    .filter((field) => !state.fields.has(field))
    .sort();
  const { gone, kept, came } = sort(state, captured, rows);
  const renames = pairRenames(gone, new Map([...came].filter(([id]) => !state.rows.has(id))));

  const events: LedgerEvent[] = [];
  const push = (id: ModelId, after: string | null, happenings: readonly Happening[]): void => {
    for (const happening of happenings) {
      events.push({ by: captured.capturedAt, after, scope: captured.scope, id, ...happening });
    }
  };

  const isRenamed = new Set(renames.values());
  for (const id of gone.keys()) {
    const known = state.rows.get(id);
    if (known && !isRenamed.has(id)) push(id, lastLook(state, known), [{ kind: 'removed' }]);
  }
  for (const [id, facts] of kept) {
    const known = state.rows.get(id);
    if (!known) continue;
    const changes = changesOf(known.facts, facts, newFields);
    const isNewInScope = !isCovered(known, captured.scope) && changes.length === 0;
    push(id, lastLook(state, known), isNewInScope ? [{ kind: 'learned', facts: {} }] : changes);
  }
  for (const [id, facts] of came) {
    const from = renames.get(id);
    const known = state.rows.get(from ?? id);
    const isFirstMet = isFirstLook(state, captured.scope, facts);
    if (from !== undefined && known) {
      push(id, lastLook(state, known), [
        { kind: 'renamed', from },
        ...changesOf(known.facts, facts, newFields),
      ]);
    } else if (isFirstMet) {
      push(id, state.last.any, [{ kind: 'baseline', facts }]);
    } else if (known) {
      push(id, lastLook(state, known), [{ kind: 'returned' }, ...changesOf(known.facts, facts, newFields)]);
    } else {
      push(id, lastLook(state, { facts, seenIn: captured.scope }), [{ kind: 'added', facts }]);
    }
  }
  // A stable sort: the events of one id keep the order in which they must be applied.
  events.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

  const unread = [...(captured.unread ?? [])].filter((id) => {
    const known = state.rows.get(id);
    return known?.isListed && isCovered(known, captured.scope) && !rows.has(id);
  });
  return {
    capture: {
      kind: 'capture',
      at: captured.capturedAt,
      scope: captured.scope,
      rows: rows.size + unread.length,
      events: events.length,
      ...(newFields.length > 0 && { fields: newFields }),
    },
    events,
  };
}

/** Price fields that some row mentions, even as zero: from then on upstream knows them. */
function fieldsIn({ rows }: CapturedFacts): ReadonlySet<PriceField> {
  const fields = new Set<PriceField>();
  for (const { prices, tiers } of rows.values()) {
    for (const key of PRICE_KEY_ORDER) if (prices[key] !== undefined) fields.add(key);
    if (tiers && tiers.length > 0) fields.add('tiers');
  }
  return fields;
}

interface Sorted {
  readonly gone: ReadonlyMap<ModelId, Facts>;
  readonly kept: ReadonlyMap<ModelId, Facts>;
  readonly came: ReadonlyMap<ModelId, Facts>;
}

function sort(
  state: LedgerState,
  { scope, unread }: CapturedFacts,
  rows: ReadonlyMap<ModelId, Facts>,
): Sorted {
  const gone = new Map<ModelId, Facts>();
  for (const [id, row] of state.rows) {
    const isExpected = row.isListed && isCovered(row, scope);
    if (isExpected && !rows.has(id) && !unread?.has(id)) gone.set(id, row.facts);
  }
  const isListed = (id: ModelId): boolean => state.rows.get(id)?.isListed ?? false;
  return {
    gone,
    kept: new Map([...rows].filter(([id]) => isListed(id))),
    came: new Map([...rows].filter(([id]) => !isListed(id))),
  };
}

/** Whether no earlier capture could have shown the row, so that nobody knows when it was added. */
function isFirstLook(state: LedgerState, scope: Scope, facts: Facts): boolean {
  if (state.scope === null) return true;
  // The narrower captures would have listed what makes text.
  return scope === 'all' && state.last.all === null && !includesText(facts.outputModalities);
}

/** From one set of facts of a row to the next, in the order in which the events are written. */
function changesOf(old: Facts, now: Facts, newFields: readonly PriceField[]): Happening[] {
  const learned = learnedOf(old, now, newFields);
  return [
    ...(learned ? [{ kind: 'learned' as const, facts: learned }] : []),
    ...priceChanges(old, now, newFields),
    ...numberChange('context', old.context, now.context),
    ...numberChange('maxOutput', old.maxOutput, now.maxOutput),
    ...listChange(old.inputModalities, now.inputModalities, { kind: 'modality', side: 'input' }),
    ...listChange(old.outputModalities, now.outputModalities, { kind: 'modality', side: 'output' }),
    ...listChange(old.parameters, now.parameters, { kind: 'parameters' }),
    ...(isSameName(old.name, now.name) ? [] : [{ kind: 'name' as const, old: old.name, new: now.name }]),
    ...(isChanged(old.expiration, now.expiration)
      ? [{ kind: 'expiration' as const, old: old.expiration ?? null, new: now.expiration ?? null }]
      : []),
    ...(old.aliasTarget && now.aliasTarget && old.aliasTarget !== now.aliasTarget
      ? [{ kind: 'retargeted' as const, old: old.aliasTarget, new: now.aliasTarget }]
      : []),
    ...(isChanged(old.created, now.created)
      ? [
          {
            kind: 'identity' as const,
            field: 'created' as const,
            old: old.created ?? null,
            new: now.created ?? null,
          },
        ]
      : []),
    ...(isChanged(old.permanentSlug, now.permanentSlug)
      ? [
          {
            kind: 'identity' as const,
            field: 'permanentSlug' as const,
            old: old.permanentSlug ?? null,
            new: now.permanentSlug ?? null,
          },
        ]
      : []),
  ];
}

const LEARNABLE = [
  'created',
  'permanentSlug',
  'context',
  'maxOutput',
  'inputModalities',
  'outputModalities',
  'parameters',
  'expiration',
  'aliasTarget',
] as const satisfies readonly (keyof Facts)[];

/** What was unknown and is known now; `null` for nothing. */
function learnedOf(old: Facts, now: Facts, newFields: readonly PriceField[]): Partial<Facts> | null {
  const fields = LEARNABLE.filter((field) => old[field] === undefined && now[field] !== undefined);
  const prices = PRICE_KEY_ORDER.filter((key) => newFields.includes(key) && now.prices[key] !== undefined);
  const hasTiers = newFields.includes('tiers') && now.tiers !== undefined;
  if (fields.length + prices.length === 0 && !hasTiers) return null;
  return {
    ...Object.fromEntries(fields.map((field) => [field, now[field]])),
    ...(prices.length > 0 && { prices: Object.fromEntries(prices.map((key) => [key, now.prices[key]])) }),
    ...(hasTiers && { tiers: now.tiers }),
  };
}

function priceChanges(old: Facts, now: Facts, newFields: readonly PriceField[]): Happening[] {
  const changes: Happening[] = [];
  for (const key of PRICE_KEY_ORDER) {
    const [before, after] = [old.prices[key] ?? null, now.prices[key] ?? null];
    if (newFields.includes(key) || isSamePrice(before, after)) continue;
    const isWindow = isWindowFlip(key, before, after, old) || isWindowFlip(key, before, after, now);
    changes.push({ kind: 'price', key, old: before, new: after, ...(isWindow && { window: true }) });
  }
  const [before, after] = [old.tiers ?? [], now.tiers ?? []];
  if (!newFields.includes('tiers') && !isSameTiers(before, after)) {
    changes.push({ kind: 'tiers', old: before, new: after });
  }
  return changes;
}

/** Whether both prices are among those that the row's time windows give. */
function isWindowFlip(key: PriceKey, before: string | null, after: string | null, row: Facts): boolean {
  return isWindowPrice(key, before, row) && isWindowPrice(key, after, row);
}

/** Both known, and different. What upstream no longer says stays as it was. */
function isChanged<T>(old: T | undefined, now: T | undefined): boolean {
  return old !== undefined && now !== undefined && old !== now;
}

function numberChange(
  kind: 'context' | 'maxOutput',
  old: number | null | undefined,
  now: number | null | undefined,
): Happening[] {
  return isChanged(old, now) ? [{ kind, old: old ?? null, new: now ?? null }] : [];
}

function listChange(
  old: readonly string[] | null | undefined,
  now: readonly string[] | null | undefined,
  kind: { readonly kind: 'parameters' } | { readonly kind: 'modality'; readonly side: 'input' | 'output' },
): Happening[] {
  if (!old || !now) return [];
  const added = now.filter((value) => !old.includes(value));
  const removed = old.filter((value) => !now.includes(value));
  return added.length + removed.length > 0 ? [{ ...kind, added, removed }] : [];
}
