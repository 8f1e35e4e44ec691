import { diffCapture } from './diff.ts';
import { extend, type Ledger } from './ledger.ts';
import type { Block, CapturedFacts } from './record.ts';

/**
 * Why a capture adds no block: it is in the ledger already (`held`), older than the last capture, unchanged,
 * empty, or different from the ledger's capture of the same instant.
 */
type Why = 'held' | 'older' | 'unchanged' | 'empty' | 'different';

/** The ledger's next block, or a sentence on why there is no new block. */
type Appended = { readonly block: Block } | { readonly skipped: string; readonly why: Why };

const SENTENCES: Readonly<Record<Why, string>> = {
  held: 'The ledger holds it already.',
  older:
    "It was taken before the ledger's last capture, and a ledger grows at its end only. Import it into a ledger of its own and merge the two.",
  unchanged: 'Nothing has changed since an earlier capture of the same day.',
  empty: 'It lists no model.',
  different: "It differs from the ledger's last capture, which was taken at the same instant. Take another.",
};

/**
 * Compares a capture with the ledger and extends the ledger by it, in place. Skips captures that are older
 * than the last one, and a second capture of a day without changes.
 */
export function append(ledger: Ledger, captured: CapturedFacts): Appended {
  const { state, blocks } = ledger;
  const last = state.last.any;
  const { capturedAt, rows, scope } = captured;
  const skip = (why: Why): Appended => ({ skipped: SENTENCES[why], why });
  if (rows.size === 0) return skip('empty');
  if (last !== null && capturedAt < last) {
    return skip(blocks.some(({ capture }) => capture.at === capturedAt) ? 'held' : 'older');
  }
  const block = diffCapture(state, captured);
  if (capturedAt === last) return skip(block.events.length === 0 ? 'held' : 'different');
  const isSameDay = last?.slice(0, 10) === capturedAt.slice(0, 10);
  if (isSameDay && block.events.length === 0 && state.scope === scope) return skip('unchanged');
  extend(ledger, block);
  return { block };
}
