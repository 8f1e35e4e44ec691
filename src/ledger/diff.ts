import type { Facts } from '../catalog/facts.ts';
import { includesText } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import { PRICE_KEY_ORDER } from '../catalog/price-keys.ts';
import type { Scope } from '../catalog/snapshot.ts';
import { factEvents, learnedFacts, normalizeFacts } from './kinds/fact-kinds.ts';
import type { PriceField } from './kinds/kind.ts';
import type { EventBody } from './kinds/registry.ts';
import { isCovered } from './known-row.ts';
import type { Block, CapturedFacts, LedgerEvent } from './record.ts';
import { pairRenames } from './renames.ts';
import { lastObservedAt, type LedgerState } from './state.ts';

/** Diffs a capture against the ledger's state; returns the block to append. Does not change the state. */
export function diffCapture(state: LedgerState, captured: CapturedFacts): Block {
  const rows = new Map([...captured.rows].map(([id, facts]) => [id, normalizeFacts(facts)]));
  const newFields = [...(captured.fields ?? knownPriceFields(captured))]
    .filter((field) => !state.fields.has(field))
    .sort();
  const { removed, kept, added } = partition(state, captured, rows);
  const renames = pairRenames(removed, new Map([...added].filter(([id]) => !state.rows.has(id))));

  const events: LedgerEvent[] = [];
  const push = (id: ModelId, after: string | null, bodies: readonly EventBody[]): void => {
    for (const body of bodies) {
      events.push({ by: captured.capturedAt, after, scope: captured.scope, id, ...body });
    }
  };

  const isRenamed = new Set(renames.values());
  for (const id of removed.keys()) {
    const known = state.rows.get(id);
    if (known && !isRenamed.has(id)) push(id, lastObservedAt(state, known), [{ kind: 'removed' }]);
  }
  for (const [id, facts] of kept) {
    const known = state.rows.get(id);
    if (!known) continue;
    const changes = changesOf(known.facts, facts, newFields);
    const isNewInScope = !isCovered(known, captured.scope) && changes.length === 0;
    push(id, lastObservedAt(state, known), isNewInScope ? [{ kind: 'learned', facts: {} }] : changes);
  }
  for (const [id, facts] of added) {
    push(id, ...arrivalOf(state, captured.scope, { id, facts, from: renames.get(id) }, newFields));
  }
  // A stable sort keeps the events of one id in the order in which they must be applied.
  events.sort((a, b) => compareText(a.id, b.id));

  return {
    capture: {
      kind: 'capture',
      at: captured.capturedAt,
      scope: captured.scope,
      rows: rows.size + countUnread(state, captured),
      events: events.length,
      ...(newFields.length > 0 && { fields: newFields }),
    },
    events,
  };
}

/** The time of the last capture without an added row, and its events. `from`: its id before a rename. */
function arrivalOf(
  state: LedgerState,
  scope: Scope,
  { id, facts, from }: { readonly id: ModelId; readonly facts: Facts; readonly from: ModelId | undefined },
  newFields: readonly PriceField[],
): readonly [after: string | null, bodies: readonly EventBody[]] {
  const known = state.rows.get(from ?? id);
  if (from !== undefined && known) {
    const changes = changesOf(known.facts, facts, newFields);
    return [lastObservedAt(state, known), [{ kind: 'renamed', from }, ...changes]];
  }
  if (wasNeverObservable(state, scope, facts)) return [state.last.any, [{ kind: 'baseline', facts }]];
  if (known) {
    const changes = changesOf(known.facts, facts, newFields);
    return [lastObservedAt(state, known), [{ kind: 'returned' }, ...changes]];
  }
  return [lastObservedAt(state, { facts, seenIn: scope }), [{ kind: 'added', facts }]];
}

/** Number of listed rows that the capture has but that could not be read: they stay listed. */
function countUnread(state: LedgerState, { rows, scope, unread }: CapturedFacts): number {
  return [...(unread ?? [])].filter((id) => {
    const known = state.rows.get(id);
    return known?.isListed && isCovered(known, scope) && !rows.has(id);
  }).length;
}

/** Price fields that any row contains, even as zero: upstream supports them from this capture on. */
function knownPriceFields({ rows }: CapturedFacts): ReadonlySet<PriceField> {
  const fields = new Set<PriceField>();
  for (const { prices, tiers } of rows.values()) {
    for (const key of PRICE_KEY_ORDER) if (prices[key] !== undefined) fields.add(key);
    if (tiers && tiers.length > 0) fields.add('tiers');
  }
  return fields;
}

/** Rows only in the last capture, rows in both, and rows only in this capture. */
interface Partition {
  readonly removed: ReadonlyMap<ModelId, Facts>;
  readonly kept: ReadonlyMap<ModelId, Facts>;
  readonly added: ReadonlyMap<ModelId, Facts>;
}

function partition(
  state: LedgerState,
  { scope, unread }: CapturedFacts,
  rows: ReadonlyMap<ModelId, Facts>,
): Partition {
  const removed = new Map<ModelId, Facts>();
  for (const [id, row] of state.rows) {
    const isExpected = row.isListed && isCovered(row, scope);
    if (isExpected && !rows.has(id) && !unread?.has(id)) removed.set(id, row.facts);
  }
  const isListed = (id: ModelId): boolean => state.rows.get(id)?.isListed ?? false;
  return {
    removed,
    kept: new Map([...rows].filter(([id]) => isListed(id))),
    added: new Map([...rows].filter(([id]) => !isListed(id))),
  };
}

/** Whether no earlier capture could have included the row, so that its time of addition is unknown. */
function wasNeverObservable(state: LedgerState, scope: Scope, facts: Facts): boolean {
  if (state.scope === null) return true;
  // A capture with scope `text` would have included a row with text output.
  return scope === 'all' && state.last.all === null && !includesText(facts.outputModalities);
}

/** The events between two sets of facts of a row, in the order in which they are written. */
function changesOf(old: Facts, now: Facts, newFields: readonly PriceField[]): readonly EventBody[] {
  const facts = learnedFacts(old, now, newFields);
  return [...(facts ? [{ kind: 'learned' as const, facts }] : []), ...factEvents(old, now, newFields)];
}
