import type { Facts } from '../catalog/facts.ts';
import { diffCapture } from './diff.ts';
import { isPreferred, type Rival } from './is-preferred.ts';
import type { PriceField } from './kinds/kind.ts';
import { emptyLedger, extend, type Ledger } from './ledger.ts';
import type { Block, CapturedFacts } from './record.ts';
import { applyBlock, emptyState, listedRows } from './state.ts';

interface Merged extends Ledger {
  /** Times at which the two ledgers hold different captures; one of them was kept. */
  readonly conflicts: readonly string[];
}

/**
 * Merges two ledgers into the ledger that one site would have written from all captures of both. The order of
 * the arguments does not matter, and merging the same data again changes nothing. Tie-break for different
 * captures of the same instant: the wider scope, then the longer list, then the text that sorts first.
 */
export function mergeLedgers(a: Pick<Ledger, 'blocks'>, b: Pick<Ledger, 'blocks'>): Merged {
  const merged = emptyLedger();
  const conflicts: string[] = [];
  for (const [left, right] of byTime(capturesOf(a.blocks), capturesOf(b.blocks))) {
    const captured = left && right ? preferred(left, right) : (left ?? right);
    if (!captured) continue;
    if (left && right && textOf(left) !== textOf(right)) conflicts.push(captured.capturedAt);
    const fields = new Set([...(left?.fields ?? []), ...(right?.fields ?? [])]);
    extend(merged, diffCapture(merged.state, { ...captured, fields }));
  }
  return { ...merged, conflicts };
}

/** Rebuilds each capture of a ledger. */
export function* capturesOf(blocks: readonly Block[]): Generator<CapturedFacts> {
  const state = emptyState();
  for (const block of blocks) {
    applyBlock(state, block);
    yield {
      capturedAt: block.capture.at,
      scope: block.capture.scope,
      rows: listedRows(state),
      fields: new Set<PriceField>(state.fields),
    };
  }
}

/** Walks both in order of time; captures of the same instant come together. */
function* byTime(
  a: Iterator<CapturedFacts, unknown>,
  b: Iterator<CapturedFacts, unknown>,
): Generator<readonly [CapturedFacts | null, CapturedFacts | null]> {
  const next = (source: Iterator<CapturedFacts, unknown>): CapturedFacts | null => {
    const result = source.next();
    return result.done ? null : result.value;
  };
  let [left, right] = [next(a), next(b)];
  while (left || right) {
    const takesLeft = left !== null && (right === null || left.capturedAt <= right.capturedAt);
    const takesRight = right !== null && (left === null || right.capturedAt <= left.capturedAt);
    yield [takesLeft ? left : null, takesRight ? right : null];
    if (takesLeft) left = next(a);
    if (takesRight) right = next(b);
  }
}

function preferred(a: CapturedFacts, b: CapturedFacts): CapturedFacts {
  const rival = (captured: CapturedFacts): Rival => ({
    scope: captured.scope,
    size: captured.rows.size,
    text: textOf(captured),
  });
  return isPreferred(rival(a), rival(b)) ? a : b;
}

function textOf({ scope, rows }: CapturedFacts): string {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([scope, sorted.map(([id, facts]) => [id, inKeyOrder(facts)])]);
}

/** Facts with sorted keys, because learned facts come last. */
function inKeyOrder(facts: Facts): object {
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
