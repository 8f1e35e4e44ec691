import { capturedFacts, type Present } from './captured-facts.ts';
import { compare } from './diff.ts';
import { readLedger, type Ledger } from './files.ts';
import type { Block, CapturedFacts, LedgerEvent } from './record.ts';
import { isCovered } from './known-row.ts';
import { applyBlock, emptyState } from './state.ts';

/**
 * The history as of a snapshot: the ledger up to its time, with the snapshot as the last capture. If the
 * ledger has a different capture of the same instant, the snapshot replaces it. A snapshot from before the
 * ledger's first day has no history.
 */
export async function loadBlocks(folder: string, present: Present): Promise<readonly Block[]> {
  const ledger = await readLedger(folder, { until: present.capturedAt });
  const { blocks, state } = ledger;
  if (state.last.any === null) return blocks;
  const captured = capturedFacts(present);
  const block = compare(state, captured);
  if (state.last.any < present.capturedAt) return [...blocks, block];
  const isSameCapture = block.events.length === 0 && state.scope === captured.scope;
  return isSameCapture ? blocks : replaceLast(ledger, captured);
}

/** The blocks with the last capture replaced by another capture of the same instant. */
function replaceLast({ blocks, state }: Ledger, captured: CapturedFacts): readonly Block[] {
  const earlier = blocks.slice(0, -1);
  const before = emptyState();
  for (const block of earlier) applyBlock(before, block);
  const block = compare(before, captured);
  const replaced = Map.groupBy(blocks.at(-1)?.events ?? [], ({ id }) => id);
  let rows = block.capture.rows;
  // Keep the models that only the replaced capture listed.
  const onlyInReplaced = [...state.rows].flatMap(([id, row]): readonly LedgerEvent[] => {
    const [first] = replaced.get(id) ?? [];
    if (!first || before.rows.has(id) || captured.rows.has(id)) return [];
    const { by, after, scope } = first;
    const kind = first.kind === 'baseline' ? 'baseline' : 'added';
    const met: LedgerEvent = { by, after, scope, id, kind, facts: row.facts };
    if (!isCovered({ ...row, seenIn: scope }, captured.scope)) return [met];
    if (captured.unread?.has(id)) {
      rows += 1;
      return [met];
    }
    return [met, { by, after: by, scope: captured.scope, id, kind: 'removed' }];
  });
  const events = [...block.events, ...onlyInReplaced];
  return [...earlier, { capture: { ...block.capture, rows, events: events.length }, events }];
}
