import type { Facts } from '../../src/catalog/facts.ts';
import type { Scope } from '../../src/catalog/snapshot.ts';
import { append } from '../../src/ledger/append.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { CapturedFacts } from '../../src/ledger/record.ts';

/** Facts of a text model in the ledger's form; `over` replaces whole fields. */
export function facts(over: Partial<Facts> = {}): Facts {
  return {
    name: 'Maker: Model',
    created: 1_700_000_000,
    permanentSlug: 'maker/model',
    context: 8192,
    maxOutput: 4096,
    inputModalities: ['text'],
    outputModalities: ['text'],
    parameters: ['max_tokens', 'temperature'],
    expiration: null,
    prices: { input: '0.000001', output: '0.000002' },
    ...over,
  };
}

/** A capture taken at midnight of a day. */
export function captured(
  day: string,
  rows: Readonly<Record<string, Facts>>,
  over: Partial<CapturedFacts> & { readonly scope?: Scope } = {},
): CapturedFacts {
  return { capturedAt: `${day}T00:00:00.000Z`, scope: 'text', rows: new Map(Object.entries(rows)), ...over };
}

/** The ledger that captures make, in the order given; throws when one adds nothing. */
export function ledgerOf(...captures: readonly CapturedFacts[]): Ledger {
  const ledger = emptyLedger();
  for (const capture of captures) {
    const appended = append(ledger, capture);
    if ('skipped' in appended) throw new Error(`${capture.capturedAt}: ${appended.skipped}`);
  }
  return ledger;
}

/** The events found by the last capture, without where and when. */
export function lastEvents({ blocks }: Ledger): readonly object[] {
  return (blocks.at(-1)?.events ?? []).map((event) => without(event, 'by', 'after', 'scope'));
}

export function without<T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> {
  const names = new Set<PropertyKey>(keys);
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.has(name))) as Omit<T, K>;
}
