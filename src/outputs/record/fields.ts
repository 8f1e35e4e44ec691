import { z } from 'zod';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import { FIELD_KEYS, FIELDS, type FieldKey, type PlainTypes } from '../../catalog/fields.ts';
import type { Model } from '../../catalog/model.ts';
import { BENCHMARK_COLUMNS, benchmarksRecord, writeBenchmarks } from './benchmarks.ts';
import { column, jsonColumn } from './column.ts';
import { output, PLAIN_OUTPUTS, type FieldOutput, type RankedCounts } from './field-output.ts';
import { snakeCase, type SnakeCase } from './names.ts';
import { PRICE_COLUMNS, pricesRecord, tierRecord, writePrices, writeTiers } from './price-record.ts';

/** 1 is the most used. */
const rank = z.strictObject({ rank: z.number(), of: z.number() });

export const reasoningRecord = z.strictObject({
  mandatory: z.boolean(),
  default_enabled: z.boolean().nullable(),
  default_effort: z.string().nullable(),
  /** Highest first. */
  efforts: z.array(z.string()),
  token_budget: z.boolean().nullable(),
});

/** The fields whose value has parts, or another name in files than in `Model`. */
const OTHER_OUTPUTS = {
  author: output(
    'author',
    z.strictObject({ slug: z.string(), name: z.string() }),
    ({ slug, name }: Model['author']) => ({ slug, name }),
    [column('author', 'text', ({ slug }) => slug), column('author_name', 'text', ({ name }) => name)],
  ),
  aliasTarget: output(
    'alias_target',
    z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    (target: Model['aliasTarget']) => target && { ...target },
    [column('alias_target', 'text', (target) => target?.id ?? null)],
  ),
  prices: output('prices', pricesRecord, (prices: Model['prices']) => writePrices(prices), PRICE_COLUMNS),
  tiers: output('tiers', z.array(tierRecord), (tiers: Model['tiers']) => writeTiers(tiers), [
    jsonColumn('tiers'),
  ]),
  requestLimits: output(
    'request_limits',
    z.strictObject({ input_tokens: z.number().nullable(), output_tokens: z.number().nullable() }).nullable(),
    (limits: Model['requestLimits']) =>
      limits && { input_tokens: limits.inputTokens, output_tokens: limits.outputTokens },
    [
      column('request_input_tokens', 'integer', (limits) => limits?.input_tokens ?? null),
      column('request_output_tokens', 'integer', (limits) => limits?.output_tokens ?? null),
    ],
  ),
  reasoning: output('reasoning', reasoningRecord.nullable(), writeReasoning, [jsonColumn('reasoning')]),
  parameterDefaults: output(
    'parameter_defaults',
    z.record(z.string(), z.number()),
    (defaults: Model['parameterDefaults']) => Object.fromEntries(defaults),
    [jsonColumn('parameter_defaults')],
  ),
  detailsPath: PLAIN_OUTPUTS.textOrNull('endpoints_path'),
  popularity: output(
    'popularity',
    rank.nullable(),
    (place: Model['popularity'], { popularity: of }) => (place === null ? null : { rank: place, of }),
    [column('popularity_rank', 'integer', (place) => place?.rank ?? null)],
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
    CATEGORY_NAMES.map((category) =>
      column(
        `rank_${category.replace('/', '_')}`,
        'integer',
        (places: Partial<Record<Category, z.infer<typeof rank>>>) => places[category]?.rank ?? null,
      ),
    ),
  ),
  benchmarks: output('benchmarks', benchmarksRecord, writeBenchmarks, BENCHMARK_COLUMNS),
  other: output(
    'other_fields',
    z.array(z.strictObject({ path: z.string(), json: z.string() })),
    (fields: Model['other']) => fields.map(({ path, json }) => ({ path, json })),
    [jsonColumn('other_fields')],
  ),
} as const satisfies { readonly [Key in OtherKey]: FieldOutput<Model[Key]> };

type Fields = typeof FIELDS;
type OtherKey = { [Key in FieldKey]: Fields[Key] extends { record: unknown } ? never : Key }[FieldKey];

type PlainOutput<Key extends FieldKey> = Fields[Key] extends { record: infer Type extends keyof PlainTypes }
  ? Omit<ReturnType<(typeof PLAIN_OUTPUTS)[Type]>, 'name'> & { readonly name: SnakeCase<Key> }
  : never;

type Outputs = {
  readonly [Key in FieldKey]: Key extends OtherKey ? (typeof OTHER_OUTPUTS)[Key] : PlainOutput<Key>;
};

/**
 * Every field of a model for machines, in the order of `FIELDS`. The types require each field to have
 * `record` there or an entry in `OTHER_OUTPUTS`.
 */
export const FIELD_OUTPUTS = Object.fromEntries(
  FIELD_KEYS.map((key) => {
    const { record } = FIELDS[key] as { readonly record?: keyof PlainTypes };
    return [
      key,
      record === undefined ? OTHER_OUTPUTS[key as OtherKey] : PLAIN_OUTPUTS[record](snakeCase(key)),
    ];
  }),
) as unknown as Outputs;

type FieldShape = { [Key in keyof Outputs as Outputs[Key]['name']]: Outputs[Key]['schema'] };

/** The shape of the fields for a schema, with the hint of each as its description. */
export const FIELD_SHAPE = Object.fromEntries(
  FIELD_KEYS.map((key) => {
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
