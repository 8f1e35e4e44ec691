import type { Costed } from '../../catalog/cost/cost.ts';
import { includesText } from '../../catalog/modalities.ts';
import type { Price, Prices, Tier } from '../../catalog/price.ts';
import { PRICE_NAMES } from './names.ts';
import type { PricesRecord, TierRecord } from './price-record.ts';
import type { ModelRecord } from './record.ts';

/** Reads records in browsers: only types are imported of the schemas. */

/** A record's prices, or those of a step, variant or month end. */
export function readPricesRecord(record: PricesRecord): Prices {
  return pricesBy(record) as Prices;
}

export function readTiersRecord(tiers: readonly TierRecord[]): readonly Tier[] {
  return tiers.map(({ when, prices }) => ({ when, prices: pricesBy(prices) }));
}

/** What a cost needs, of a record or of one of its steps. */
export function costedIn(
  record: Pick<ModelRecord, 'features' | 'output_modalities'>,
  terms: Pick<ModelRecord, 'prices' | 'tiers' | 'context' | 'max_output'>,
): Costed {
  return {
    prices: readPricesRecord(terms.prices),
    tiers: readTiersRecord(terms.tiers),
    context: terms.context,
    maxOutput: terms.max_output,
    givesText: record.output_modalities.length === 0 || includesText(record.output_modalities),
    canReason: record.features.includes('reasoning'),
  };
}

function pricesBy(record: PricesRecord): Tier['prices'] {
  return Object.fromEntries(
    PRICE_NAMES.flatMap(([key, name]) => {
      const price = record[name];
      return price === undefined ? [] : [[key, price as Price]];
    }),
  );
}
