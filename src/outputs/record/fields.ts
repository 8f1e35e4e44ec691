import { z } from 'zod';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import { FIELDS } from '../../catalog/fields.ts';
import type { Model } from '../../catalog/model.ts';
import { pricesRecord, tierRecord, writePrices, writeTiers } from './price-record.ts';

/** The number of models that each ranking holds. */
export interface RankedCounts {
  readonly popularity: number;
  readonly categories: Readonly<Record<Category, number>>;
}

/** How one field of a model is written for machines. */
interface FieldOutput<Value> {
  /** Its name in JSON. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly write: (value: Value, counts: RankedCounts) => unknown;
}

type FieldOutputs = { readonly [Key in keyof Model]: FieldOutput<Model[Key]> };

function output<Name extends string, Schema extends z.ZodType, Value>(
  name: Name,
  schema: Schema,
  write: (value: Value, counts: RankedCounts) => z.input<Schema>,
) {
  return { name, schema, write };
}

const same = <Value>(value: Value): Value => value;
const texts = z.array(z.string());
const copy = (values: readonly string[]): string[] => [...values];
const text = <Name extends string>(name: Name) => output(name, z.string(), same<string>);
const textOrNull = <Name extends string>(name: Name) =>
  output(name, z.string().nullable(), same<string | null>);
const numberOrNull = <Name extends string>(name: Name) =>
  output(name, z.number().nullable(), same<number | null>);
const yesNo = <Name extends string>(name: Name) => output(name, z.boolean(), same<boolean>);

/** 1 is the most used. */
const rank = z.strictObject({ rank: z.number(), of: z.number() });

export const reasoningRecord = z.strictObject({
  mandatory: z.boolean(),
  default_enabled: z.boolean().nullable(),
  default_effort: z.string().nullable(),
  /** Highest first. */
  efforts: texts,
  token_budget: z.boolean().nullable(),
});

/** Who measured the benchmarks, to be named wherever they are shown. */
export const BENCHMARK_SOURCES = {
  artificial_analysis: 'Artificial Analysis, https://artificialanalysis.ai',
  design_arena: 'Design Arena, https://www.designarena.ai',
} as const;

const benchmarks = z.strictObject({
  artificial_analysis: z
    .strictObject({
      attribution: z.literal(BENCHMARK_SOURCES.artificial_analysis),
      intelligence: z.number().nullable(),
      coding: z.number().nullable(),
      agentic: z.number().nullable(),
    })
    .nullable(),
  design_arena: z
    .strictObject({
      attribution: z.literal(BENCHMARK_SOURCES.design_arena),
      results: z.array(
        z.strictObject({
          arena: z.string(),
          category: z.string(),
          elo: z.number(),
          /** Percent. */
          win_rate: z.number(),
          rank: z.number(),
        }),
      ),
    })
    .nullable(),
});

/**
 * Every field of a model for machines, in the order in which they are written. The type requires every field
 * of `Model`.
 */
export const FIELD_OUTPUTS = {
  id: text('id'),
  name: text('name'),
  fullName: text('full_name'),
  author: output(
    'author',
    z.strictObject({ slug: z.string(), name: z.string() }),
    ({ slug, name }: Model['author']) => ({
      slug,
      name,
    }),
  ),
  slug: text('slug'),
  variant: textOrNull('variant'),
  baseId: text('base_id'),
  isAlias: yesNo('is_alias'),
  aliasTarget: output(
    'alias_target',
    z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    (target: Model['aliasTarget']) => target && { ...target },
  ),
  isRouter: yesNo('is_router'),
  permanentSlug: textOrNull('permanent_slug'),
  description: textOrNull('description'),
  addedAt: textOrNull('added_at'),
  knowledgeCutoff: textOrNull('knowledge_cutoff'),
  expiration: textOrNull('expiration'),
  prices: output('prices', pricesRecord, (prices: Model['prices']) => writePrices(prices)),
  tiers: output('tiers', z.array(tierRecord), (tiers: Model['tiers']) => writeTiers(tiers)),
  discount: numberOrNull('discount'),
  context: numberOrNull('context'),
  maxOutput: numberOrNull('max_output'),
  topProviderContext: numberOrNull('top_provider_context'),
  requestLimits: output(
    'request_limits',
    z.strictObject({ input_tokens: z.number().nullable(), output_tokens: z.number().nullable() }).nullable(),
    (limits: Model['requestLimits']) =>
      limits && { input_tokens: limits.inputTokens, output_tokens: limits.outputTokens },
  ),
  inputModalities: output('input_modalities', texts, copy),
  outputModalities: output('output_modalities', texts, copy),
  reasoning: output('reasoning', reasoningRecord.nullable(), writeReasoning),
  parameters: output('parameters', texts.nullable(), (names: Model['parameters']) => names && [...names]),
  parameterDefaults: output(
    'parameter_defaults',
    z.record(z.string(), z.number()),
    (defaults: Model['parameterDefaults']) => Object.fromEntries(defaults),
  ),
  tokenizer: textOrNull('tokenizer'),
  instructType: textOrNull('instruct_type'),
  voices: output('voices', texts, copy),
  isModerated: output('is_moderated', z.boolean().nullable(), same<boolean | null>),
  huggingFaceId: textOrNull('hugging_face_id'),
  detailsPath: textOrNull('endpoints_path'),
  popularity: output('popularity', rank.nullable(), (place: Model['popularity'], { popularity: of }) =>
    place === null ? null : { rank: place, of },
  ),
  ranks: output(
    'category_ranks',
    z.partialRecord(z.enum(CATEGORY_NAMES as [Category, ...Category[]]), rank),
    (ranks: Model['ranks'], { categories }) =>
      Object.fromEntries(
        CATEGORY_NAMES.flatMap((category) => {
          const place = ranks[category];
          return place === undefined ? [] : [[category, { rank: place, of: categories[category] }]];
        }),
      ),
  ),
  benchmarks: output('benchmarks', benchmarks.nullable(), writeBenchmarks),
  other: output(
    'other_fields',
    z.array(z.strictObject({ path: z.string(), json: z.string() })),
    (fields: Model['other']) => fields.map(({ path, json }) => ({ path, json })),
  ),
} as const satisfies FieldOutputs;

type Outputs = typeof FIELD_OUTPUTS;
type FieldShape = { [Key in keyof Outputs as Outputs[Key]['name']]: Outputs[Key]['schema'] };

/** The shape of the fields for a schema, with the hint of each as its description. */
export const FIELD_SHAPE = Object.fromEntries(
  (Object.keys(FIELD_OUTPUTS) as (keyof Outputs)[]).map((key) => {
    const { name, schema } = FIELD_OUTPUTS[key];
    return [name, (schema as z.ZodType).describe(FIELDS[key].hint)];
  }),
) as unknown as FieldShape;

export type FieldRecord = { [Name in keyof FieldShape]: z.infer<FieldShape[Name]> };

export function writeFields(model: Model, counts: RankedCounts): FieldRecord {
  const outputs: Readonly<Record<string, FieldOutput<never>>> = FIELD_OUTPUTS;
  return Object.fromEntries(
    Object.entries(outputs).map(([key, { name, write }]) => [
      name,
      write(model[key as keyof Model] as never, counts),
    ]),
  ) as FieldRecord;
}

export function writeReasoning(known: Model['reasoning']): z.infer<typeof reasoningRecord> | null {
  return (
    known && {
      mandatory: known.mandatory,
      default_enabled: known.defaultEnabled,
      default_effort: known.defaultEffort,
      efforts: [...known.efforts],
      token_budget: known.tokenBudget,
    }
  );
}

function writeBenchmarks(known: Model['benchmarks']): z.infer<typeof benchmarks> | null {
  if (known === null) return null;
  const { artificialAnalysis, designArena } = known;
  return {
    artificial_analysis: artificialAnalysis && {
      attribution: BENCHMARK_SOURCES.artificial_analysis,
      ...artificialAnalysis,
    },
    design_arena:
      designArena.length === 0
        ? null
        : {
            attribution: BENCHMARK_SOURCES.design_arena,
            results: designArena.map(({ arena, category, elo, winRate, rank: place }) => ({
              arena,
              category,
              elo,
              win_rate: winRate,
              rank: place,
            })),
          },
  };
}
