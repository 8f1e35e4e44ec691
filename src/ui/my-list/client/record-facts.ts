import type { SeenFacts } from '../../../catalog/seen-facts.ts';
import { readPricesRecord, readTiersRecord } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';

/** What the list keeps of a model's record. */
export function factsOf(record: ModelRecord): SeenFacts {
  const { captured_at: capturedAt, status, context, max_output: maxOutput } = record;
  return {
    capturedAt,
    status: status.kind === 'retiring' ? 'listed' : status.kind,
    prices: readPricesRecord(record.prices),
    tiers: readTiersRecord(record.tiers),
    context,
    maxOutput,
    expiration: status.kind === 'retiring' ? status.on : null,
  };
}

/** The days of the price changes after a time of the data, oldest first. */
export function priceDaysAfter({ history }: ModelRecord, capturedAt: string): readonly string[] {
  const days = (history?.price_changes ?? [])
    .filter(({ by, is_dated: isDated }) => isDated && by > capturedAt)
    .map(({ by }) => by.slice(0, 10));
  return days.reverse();
}

/** The day of the first capture without a retired model; `null` for other models. */
export function retiredOn({ status }: ModelRecord): string | null {
  return status.kind === 'retired' ? status.by.slice(0, 10) : null;
}
