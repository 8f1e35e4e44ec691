import { compare } from './compare.ts';
import type { Ledger } from './ledger-files.ts';
import type { Block, CapturedFacts } from './ledger-record.ts';
import { applyBlock } from './state.ts';

/** The ledger's next block, or in one sentence why there is none. */
export type Appended = { readonly block: Block } | { readonly skipped: string };

/**
 * Compares a capture with the ledger and moves the ledger's state past it. A ledger grows at its end only, and a second capture
 * of a day that found nothing new is left out.
 */
export function append(ledger: Ledger, captured: CapturedFacts): Appended {
  const { state } = ledger;
  const last = state.last.any;
  if (captured.rows.size === 0) return { skipped: 'It lists no model.' };
  if (last !== null && captured.capturedAt <= last) {
    return {
      skipped: ledger.blocks.some(({ capture }) => capture.at === captured.capturedAt)
        ? 'The ledger holds it already.'
        : "It was taken before the ledger's last capture, and a ledger grows at its end only. Import it into a ledger of its own and merge the two.",
    };
  }
  const block = compare(state, captured);
  const isSameDay = last?.slice(0, 10) === captured.capturedAt.slice(0, 10);
  if (isSameDay && block.events.length === 0 && state.scope === captured.scope) {
    return { skipped: 'Nothing has changed since an earlier capture of the same day.' };
  }
  applyBlock(state, block);
  return { block };
}
