import type { Costed } from '../../catalog/cost/cost.ts';
import { includesText } from '../../catalog/modalities.ts';
import type { Category } from '../../catalog/categories.ts';
import type { Model } from '../../catalog/model.ts';
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

/** The model as pages know it. */
export function modelIn(record: ModelRecord): Model {
  return {
    id: record.id,
    name: record.name,
    fullName: record.full_name,
    author: record.author,
    slug: record.slug,
    variant: record.variant,
    baseId: record.base_id,
    isAlias: record.is_alias,
    aliasTarget: record.alias_target,
    isRouter: record.is_router,
    permanentSlug: record.permanent_slug,
    description: record.description,
    addedAt: record.added_at,
    knowledgeCutoff: record.knowledge_cutoff,
    expiration: record.expiration,
    prices: readPricesRecord(record.prices),
    tiers: readTiersRecord(record.tiers),
    discount: record.discount,
    context: record.context,
    maxOutput: record.max_output,
    topProviderContext: record.top_provider_context,
    requestLimits: limitsIn(record),
    inputModalities: record.input_modalities,
    outputModalities: record.output_modalities,
    reasoning: reasoningIn(record),
    parameters: record.parameters,
    parameterDefaults: new Map(Object.entries(record.parameter_defaults)),
    tokenizer: record.tokenizer,
    instructType: record.instruct_type,
    voices: record.voices,
    isModerated: record.is_moderated,
    huggingFaceId: record.hugging_face_id,
    detailsPath: record.endpoints_path,
    popularity: record.popularity?.rank ?? null,
    ranks: ranksIn(record),
    benchmarks: benchmarksIn(record),
    other: record.other_fields,
  };
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
