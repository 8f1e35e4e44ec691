import type { Facts } from '../../src/catalog/facts.ts';
import { historyFrom, type History } from '../../src/history/history.ts';
import type { CapturedFacts } from '../../src/ledger/record.ts';
import { captured, facts, ledgerOf } from './ledger.ts';

/** A model that is listed every day, so that no capture is empty. */
export const STAYING = facts({ created: 1, permanentSlug: 'maker/staying' });

/** The history of these captures, as of the last of them. */
export function historyOf(...captures: readonly CapturedFacts[]): History {
  const ledger = ledgerOf(...captures);
  return historyFrom(ledger, ledger.state.last.any ?? '');
}

/** The history of one model's facts by day of January; `null` is a day without it. */
export function daily(days: Readonly<Record<number, Partial<Facts> | null>>, id = 'maker/a'): History {
  return historyOf(
    ...Object.entries(days).map(([day, over]) =>
      captured(`2026-01-${day.padStart(2, '0')}`, {
        'maker/staying': STAYING,
        ...(over && { [id]: facts(over) }),
      }),
    ),
  );
}

/** Facts with these prices, US dollars per token. */
export const priced = (input: string, output = input): Partial<Facts> => ({ prices: { input, output } });
