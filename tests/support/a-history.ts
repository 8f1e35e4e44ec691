import type { Facts } from '../../src/catalog/facts.ts';
import type { Model } from '../../src/catalog/model.ts';
import { diffCapture } from '../../src/ledger/diff.ts';
import { historyFrom, type History } from '../../src/history/history.ts';
import { emptyLedger, extend } from '../../src/ledger/ledger.ts';

type Rows = Readonly<Record<Model['id'], Facts>>;

/** Facts of a text model with prices per token. */
export function facts(input: string, output: string, more: Partial<Facts> = {}): Facts {
  return { name: 'Maker: Model', created: 1_700_000_000, context: 8192, prices: { input, output }, ...more };
}

/** The history that captures of these days would leave behind, as of the last of them. */
export function historyOfDays(days: Readonly<Record<string, Rows>>): History {
  const ledger = emptyLedger();
  for (const [day, rows] of Object.entries(days)) {
    const capturedAt = `${day}T00:00:00.000Z`;
    const captured = { capturedAt, scope: 'text', rows: new Map(Object.entries(rows)) } as const;
    extend(ledger, diffCapture(ledger.state, captured));
  }
  return historyFrom(ledger, ledger.state.last.any ?? '');
}
