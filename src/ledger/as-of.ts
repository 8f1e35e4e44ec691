import { capturedFacts, type Present } from './captured-facts.ts';
import { diffCapture } from './diff.ts';
import { isCovered } from './known-row.ts';
import { extend, ledgerUntil, type Ledger } from './ledger.ts';
import type { Block, CapturedFacts, LedgerEvent } from './record.ts';

/**
 * The ledger as of a snapshot: up to its time, with the snapshot as the last capture. If the ledger has a
 * different capture of the same instant, the snapshot replaces it. A snapshot from before the ledger's first
 * day has no history. The given ledger stays as it is.
 */
export function ledgerAsOf(whole: Ledger, present: Present): Ledger {
  const ledger = ledgerUntil(whole, present.capturedAt);
  const { blocks, state } = ledger;
  const last = blocks.at(-1);
  if (!last) return ledger;
  const captured = capturedFacts(present);
  const block = diffCapture(state, captured);
  if (last.capture.at < present.capturedAt) {
    extend(ledger, block);
    return ledger;
  }
  const isSameCapture = block.events.length === 0 && state.scope === captured.scope;
  return isSameCapture ? ledger : withLastReplaced(ledger, captured);
}

/** The ledger with the last capture replaced by another capture of the same instant. */
function withLastReplaced(ledger: Ledger, captured: CapturedFacts): Ledger {
  const [previous, last] = [ledger.blocks.at(-2), ledger.blocks.at(-1)];
  const before = ledgerUntil(ledger, previous?.capture.at ?? '');
  const block = diffCapture(before.state, captured);
  const replaced = Map.groupBy(last?.events ?? [], ({ id }) => id);
  let rows = block.capture.rows;
  // Keep the models that only the replaced capture listed.
  const onlyInReplaced = [...ledger.state.rows].flatMap(([id, row]): readonly LedgerEvent[] => {
    const [first] = replaced.get(id) ?? [];
    if (!first || before.state.rows.has(id) || captured.rows.has(id)) return [];
    const { by, after, scope } = first;
    const kind = first.kind === 'baseline' ? 'baseline' : 'added';
    const listed: LedgerEvent = { by, after, scope, id, kind, facts: row.facts };
    if (!isCovered({ ...row, seenIn: scope }, captured.scope)) return [listed];
    if (captured.unread?.has(id)) {
      rows += 1;
      return [listed];
    }
    return [listed, { by, after: by, scope: captured.scope, id, kind: 'removed' }];
  });
  const events = [...block.events, ...onlyInReplaced];
  const both: Block = { capture: { ...block.capture, rows, events: events.length }, events };
  extend(before, both);
  return before;
}
