import type { Costed } from '../../catalog/cost/cost.ts';
import type { Unrecorded } from '../../catalog/cost/unrecorded.ts';
import { givesText } from '../../catalog/modalities.ts';
import type { Category } from '../../catalog/categories.ts';
import type { Model } from '../../catalog/model.ts';
import type { PriceKey } from '../../catalog/price-keys.ts';
import type { Price, Prices, Tier } from '../../catalog/price.ts';
import { camelCase, PRICE_NAMES } from './names.ts';
import type { FieldRecord } from './fields.ts';
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

/** What a record holds besides the fields of a model. */
const BESIDES: ReadonlySet<string> = new Set<Exclude<keyof ModelRecord, keyof FieldRecord>>([
  'schema_version',
  'generated_at',
  'captured_at',
  'source',
  'status',
  'replacement',
  'features',
  'alternatives',
  'variants',
  'history',
  'links',
]);
/** Fields with another name than that in a record. */
const RENAMED: ReadonlySet<string> = new Set<keyof FieldRecord>([
  'endpoints_path',
  'category_ranks',
  'other_fields',
]);

/**
 * The model as pages know it. Most fields have the same value in a record, under their name in snake case;
 * only the others are named here.
 */
export function modelIn(record: ModelRecord): Model {
  const fields = Object.entries(record).filter(([name]) => !BESIDES.has(name) && !RENAMED.has(name));
  const model = {
    ...Object.fromEntries(fields.map(([name, value]) => [camelCase(name), value])),
    prices: readPricesRecord(record.prices),
    tiers: readTiersRecord(record.tiers),
    requestLimits: limitsIn(record),
    reasoning: reasoningIn(record),
    parameterDefaults: new Map(Object.entries(record.parameter_defaults)),
    detailsPath: record.endpoints_path,
    popularity: record.popularity?.rank ?? null,
    ranks: ranksIn(record),
    benchmarks: benchmarksIn(record),
    other: record.other_fields,
  };
  return model as unknown as Model;
}

function limitsIn({ request_limits: limits }: ModelRecord): Model['requestLimits'] {
  return limits && { inputTokens: limits.input_tokens, outputTokens: limits.output_tokens };
}

function reasoningIn({ reasoning }: ModelRecord): Model['reasoning'] {
  return (
    reasoning && {
      mandatory: reasoning.mandatory,
      defaultEnabled: reasoning.default_enabled,
      defaultEffort: reasoning.default_effort,
      efforts: reasoning.efforts,
      tokenBudget: reasoning.token_budget,
    }
  );
}

function ranksIn({ category_ranks: ranks }: ModelRecord): Model['ranks'] {
  const known = Object.entries(ranks) as [Category, { readonly rank: number }][];
  return Object.fromEntries(known.map(([category, { rank }]) => [category, rank]));
}

function benchmarksIn({ benchmarks }: ModelRecord): Model['benchmarks'] {
  if (benchmarks === null) return null;
  const { artificial_analysis: indices, design_arena: arenas } = benchmarks;
  return {
    artificialAnalysis: indices && {
      intelligence: indices.intelligence,
      coding: indices.coding,
      agentic: indices.agentic,
    },
    designArena: (arenas?.results ?? []).map(({ arena, category, elo, win_rate: winRate, rank }) => ({
      arena,
      category,
      elo,
      winRate,
      rank,
    })),
  };
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
    givesText: givesText(record.output_modalities),
    canReason: record.features.includes('reasoning'),
  };
}

/** The prices that captures did not have yet at a time (ISO). */
export function unrecordedAt(
  { steps, recorded_since: times = {} }: NonNullable<ModelRecord['history']>,
  at: string,
): readonly Unrecorded[] {
  return Object.entries(times).flatMap(([name, since]): Unrecorded[] => {
    if (at >= since) return [];
    if (name !== 'tiers') return [{ since, key: camelCase(name) as PriceKey }];
    const first = steps.findLast(({ from }) => from <= since);
    return [{ since, tiers: readTiersRecord(first?.tiers ?? []) }];
  });
}

function pricesBy(record: PricesRecord): Tier['prices'] {
  return Object.fromEntries(
    PRICE_NAMES.flatMap(([key, name]) => {
      const price = record[name];
      return price === undefined ? [] : [[key, price as Price]];
    }),
  );
}
