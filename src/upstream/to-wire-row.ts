import { DAY_MINUTES } from '../catalog/day.ts';
import type { Condition, Facts, PriceText, TierFacts } from '../catalog/facts.ts';
import type { Model, OtherField } from '../catalog/model.ts';
import { PRICE_WORDS } from './prices.ts';
import { WIRE_PRICE_KEYS } from './wire.ts';

/**
 * A model as a row in upstream's format, for programs that read upstream's list: the inverse of `translate`.
 * Cleaned text stays clean, and fields left out of the model, such as a description, stay out.
 */
export function toWireRow(
  model: Model,
  { prices, tiers = [] }: Pick<Facts, 'prices' | 'tiers'>,
): Readonly<Record<string, unknown>> {
  const { reasoning, requestLimits } = model;
  const row: Record<string, unknown> = {
    id: model.id,
    canonical_slug: model.permanentSlug,
    hugging_face_id: model.huggingFaceId,
    name: model.fullName,
    created: model.addedAt === null ? null : Date.parse(model.addedAt) / 1000,
    ...(model.description !== null && { description: model.description }),
    context_length: model.context,
    architecture: {
      modality: `${model.inputModalities.join('+')}->${model.outputModalities.join('+')}`,
      input_modalities: model.inputModalities,
      output_modalities: model.outputModalities,
      tokenizer: model.tokenizer,
      instruct_type: model.instructType,
    },
    pricing: {
      ...wirePrices(prices),
      ...(model.discount !== null && { discount: model.discount }),
      ...((tiers.length > 0 || model.other.some(isTier)) && { overrides: tiers.map(wireTier) }),
    },
    top_provider: {
      context_length: model.topProviderContext,
      max_completion_tokens: model.maxOutput,
      is_moderated: model.isModerated,
    },
    per_request_limits: requestLimits && {
      prompt_tokens: requestLimits.inputTokens,
      completion_tokens: requestLimits.outputTokens,
    },
    supported_parameters: model.parameters,
    default_parameters: Object.fromEntries(model.parameterDefaults),
    supported_voices: model.voices.length > 0 ? model.voices : null,
    knowledge_cutoff: model.knowledgeCutoff,
    expiration_date: model.expiration,
    links: { details: model.detailsPath },
    ...(reasoning && {
      reasoning: {
        mandatory: reasoning.mandatory,
        ...(reasoning.defaultEnabled !== null && { default_enabled: reasoning.defaultEnabled }),
        ...(reasoning.efforts.length > 0 && { supported_efforts: reasoning.efforts }),
        ...(reasoning.defaultEffort !== null && { default_effort: reasoning.defaultEffort }),
        ...(reasoning.tokenBudget !== null && { supports_max_tokens: reasoning.tokenBudget }),
      },
    }),
    ...(model.benchmarks && { benchmarks: wireBenchmarks(model.benchmarks) }),
    ...(model.aliasTarget && {
      alias_target: { slug: model.aliasTarget.id, name: model.aliasTarget.name },
    }),
  };
  // Skipped tiers shift the positions of later ones, so restore the skipped tiers first.
  const [skipped, fields] = [model.other.filter(isTier), model.other.filter((field) => !isTier(field))];
  for (const { path, json } of [...skipped, ...fields]) put(row, path, JSON.parse(json) as unknown);
  return row;
}

function wirePrices(prices: PriceText): Readonly<Record<string, string>> {
  return Object.fromEntries(
    WIRE_PRICE_KEYS.flatMap((key) => {
      const text = prices[PRICE_WORDS[key]];
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

function wireTier({ when, prices }: TierFacts): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...when.map(wireCondition), wirePrices(prices)) as Record<string, unknown>;
}

function wireCondition(condition: Condition): Readonly<Record<string, unknown>> {
  switch (condition.kind) {
    case 'prompt-above':
      return { min_prompt_tokens: condition.tokens };
    case 'utc-window':
      return { utc_start: hhmm(condition.start), utc_end: hhmm(condition.end % DAY_MINUTES) };
    case 'utc-days':
      return { utc_days: condition.days };
  }
}

/** 630 minutes → `1030`. */
function hhmm(minutes: number): number {
  return Math.floor(minutes / 60) * 100 + (minutes % 60);
}

function wireBenchmarks({ artificialAnalysis, designArena }: NonNullable<Model['benchmarks']>): object {
  return {
    ...(artificialAnalysis && {
      artificial_analysis: {
        intelligence_index: artificialAnalysis.intelligence,
        coding_index: artificialAnalysis.coding,
        agentic_index: artificialAnalysis.agentic,
      },
    }),
    design_arena: designArena.map(({ winRate, ...entry }) => ({ ...entry, win_rate: winRate })),
  };
}

function isTier({ path }: OtherField): boolean {
  return /^pricing\.overrides\[\d+\]$/.test(path);
}

/** Writes a value back to a path such as `pricing.overrides[2].region`, if the row has the parent. */
function put(row: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split(/\.|(?=\[)/);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(childOf, row);
  if (Array.isArray(parent)) parent.splice(indexOf(last), 0, value);
  else if (typeof parent === 'object' && parent !== null) {
    // Assignment would set the prototype for a field named `__proto__`.
    Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  }
}

function childOf(parent: unknown, step: string): unknown {
  if (Array.isArray(parent)) return parent[indexOf(step)];
  const isOwn = typeof parent === 'object' && parent !== null && Object.hasOwn(parent, step);
  return isOwn ? (parent as Readonly<Record<string, unknown>>)[step] : undefined;
}

function indexOf(step: string): number {
  return Number(step.slice(1, -1));
}
