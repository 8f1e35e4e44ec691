import type { Facts } from '../catalog/facts.ts';
import { includesText } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../catalog/price-keys.ts';
import type { Scope } from '../catalog/snapshot.ts';
import { isSameName, isSamePrice, isSameTiers } from './normalize.ts';
import type { Block, LedgerEvent, PriceField } from './record.ts';

/** What the ledger knows of one id at some moment. */
export interface KnownRow {
  /** As last known. */
  readonly facts: Facts;
  readonly isListed: boolean;
  /** The narrowest scope whose captures are known to list it as it is: what another look brings back may be outside of it. */
  readonly seenIn: Scope;
}

/** Everything the ledger knows at one moment. It grows in place as blocks are applied. */
export interface LedgerState {
  readonly rows: Map<ModelId, KnownRow>;
  readonly fields: Set<PriceField>;
  /** Times of the last capture of each scope, and of any. */
  readonly last: { text: string | null; all: string | null; any: string | null };
  /** Of the last capture. */
  scope: Scope | null;
}

/** A block that does not follow from what came before it. `event` is its position in the block, `null` for the capture itself. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
  readonly event: number | null;

  constructor(problem: string, event: number | null) {
    super(problem);
    this.event = event;
  }
}

export function emptyState(): LedgerState {
  return { rows: new Map(), fields: new Set(), last: { text: null, all: null, any: null }, scope: null };
}

/** Whether a capture of this scope would list the row, as far as we know. */
export function isCovered(row: Pick<KnownRow, 'facts' | 'seenIn'>, scope: Scope): boolean {
  return scope === 'all' || row.seenIn === 'text' || includesText(row.facts.outputModalities);
}

/** The time of the last capture that would have listed the row. */
export function lastLook(state: LedgerState, row: Pick<KnownRow, 'facts' | 'seenIn'>): string | null {
  return isCovered(row, 'text') ? state.last.any : (state.last.all ?? state.last.any);
}

/** The rows that the last capture listed. */
export function listedRows(state: LedgerState): Map<ModelId, Facts> {
  const listed = new Map<ModelId, Facts>();
  const { scope } = state;
  if (scope === null) return listed;
  for (const [id, row] of state.rows) {
    if (row.isListed && isCovered(row, scope)) listed.set(id, row.facts);
  }
  return listed;
}

/** Moves the state past one more capture; throws `ReplayError` where the block contradicts what is known. */
export function applyBlock(state: LedgerState, { capture, events }: Block): void {
  if (state.last.any !== null && capture.at <= state.last.any) {
    throw new ReplayError(
      `The capture of ${capture.at} does not come after that of ${state.last.any}.`,
      null,
    );
  }
  if (events.length !== capture.events) {
    throw new ReplayError(
      `The capture of ${capture.at} says that ${capture.events} events follow, but ${events.length} do.`,
      null,
    );
  }
  events.forEach((event, index) => {
    const problem =
      event.by === capture.at ? applyEvent(state, event) : 'it does not belong to the capture above it';
    if (problem !== null)
      throw new ReplayError(`"${event.kind}" of ${event.id} does not fit: ${problem}.`, index);
  });
  state.last.any = capture.at;
  state.last[capture.scope] = capture.at;
  // A capture of everything also says all that one of the text models would.
  if (capture.scope === 'all') state.last.text = capture.at;
  state.scope = capture.scope;
  for (const field of capture.fields ?? []) state.fields.add(field);
  const listed = listedRows(state).size;
  if (listed !== capture.rows) {
    throw new ReplayError(
      `The capture of ${capture.at} says that it lists ${capture.rows} models, but the events up to it give ${listed}.`,
      null,
    );
  }
}

/** Returns why the event cannot be, or `null` once it is applied. */
function applyEvent(state: LedgerState, event: LedgerEvent): string | null {
  const { rows } = state;
  const row = rows.get(event.id);
  switch (event.kind) {
    case 'baseline':
    case 'added':
      if (row && (event.kind === 'added' || row.isListed)) return 'the model is known already';
      rows.set(event.id, { facts: event.facts, isListed: true, seenIn: event.scope });
      return null;
    case 'returned':
      if (!row || row.isListed) return 'the model was not gone';
      rows.set(event.id, { ...row, isListed: true, seenIn: event.scope });
      return null;
    case 'renamed': {
      const old = rows.get(event.from);
      if (!old?.isListed) return `${event.from} is not listed`;
      if (row) return 'the model is known already';
      rows.set(event.from, { ...old, isListed: false });
      rows.set(event.id, {
        facts: old.facts,
        isListed: true,
        seenIn: event.scope === 'text' ? 'text' : old.seenIn,
      });
      return null;
    }
    case 'removed':
      if (!row?.isListed) return 'the model is not listed';
      rows.set(event.id, { ...row, isListed: false });
      return null;
    default: {
      if (!row?.isListed) return 'the model is not listed';
      const facts = applyChange(row.facts, event);
      if (facts === null) return 'its old value is not the one known';
      const isOutside =
        event.kind === 'modality' && event.side === 'output' && !includesText(facts.outputModalities);
      rows.set(event.id, {
        ...row,
        facts,
        seenIn: event.scope === 'text' || isOutside ? event.scope : row.seenIn,
      });
      return null;
    }
  }
}

type Change = Exclude<LedgerEvent, { kind: 'baseline' | 'added' | 'returned' | 'renamed' | 'removed' }>;

/** The facts after a change; `null` when it does not start from these facts. */
function applyChange(facts: Facts, event: Change): Facts | null {
  switch (event.kind) {
    case 'learned':
      return { ...facts, ...event.facts, prices: inOrder({ ...facts.prices, ...event.facts.prices }) };
    case 'price':
      if (!isSamePrice(facts.prices[event.key], event.old)) return null;
      return { ...facts, prices: withPrice(facts.prices, event.key, event.new) };
    case 'tiers': {
      if (!isSameTiers(facts.tiers ?? [], event.old)) return null;
      return event.new.length > 0 ? { ...facts, tiers: event.new } : without(facts, 'tiers');
    }
    case 'context':
      return facts.context === event.old ? { ...facts, context: event.new } : null;
    case 'maxOutput':
      return facts.maxOutput === event.old ? { ...facts, maxOutput: event.new } : null;
    case 'modality': {
      const field = event.side === 'input' ? 'inputModalities' : 'outputModalities';
      const values = exchange(facts[field], event);
      return values && { ...facts, [field]: values };
    }
    case 'parameters': {
      const parameters = exchange(facts.parameters, event);
      return parameters && { ...facts, parameters };
    }
    case 'name':
      return isSameName(facts.name, event.old) ? { ...facts, name: event.new } : null;
    case 'expiration':
      return facts.expiration === event.old ? { ...facts, expiration: event.new } : null;
    case 'retargeted':
      return facts.aliasTarget === event.old ? { ...facts, aliasTarget: event.new } : null;
    case 'identity':
      return facts[event.field] === event.old ? { ...facts, [event.field]: event.new } : null;
  }
}

function withPrice(prices: Facts['prices'], key: PriceKey, text: string | null): Facts['prices'] {
  return text === null ? without(prices, key) : inOrder({ ...prices, [key]: text });
}

function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const copy = { ...object };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the key is one of the type's own
  delete copy[key];
  return copy;
}

function inOrder(prices: Facts['prices']): Facts['prices'] {
  return Object.fromEntries(
    PRICE_KEY_ORDER.flatMap((key) => (prices[key] === undefined ? [] : [[key, prices[key]]])),
  );
}

function exchange(
  values: readonly string[] | null | undefined,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): readonly string[] | null {
  if (!values || removed.some((value) => !values.includes(value))) return null;
  return [...values.filter((value) => !removed.includes(value)), ...added].sort();
}
