import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sdk from '@openrouter/sdk/models';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { unknownFields, unknownValues } from '../../../src/upstream/unknown.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { KNOWN_VALUES } from '../../../src/upstream/vocabulary.ts';
import { wireRow, type WireOverride, type WireRow } from '../../../src/upstream/wire.ts';
import { ROOT } from '../../support/paths.ts';

const OPENAPI = join(ROOT, '../shared/openapi/models.json');

interface JsonSchema {
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

/** Which properties of an object an example has. */
type Fill = 'all' | 'required';

describe.skipIf(!existsSync(OPENAPI))('validateRows for the official OpenAPI description', () => {
  const schemas = existsSync(OPENAPI)
    ? (
        JSON.parse(readFileSync(OPENAPI, 'utf8')) as {
          components: { schemas: Readonly<Record<string, JsonSchema>> };
        }
      ).components.schemas
    : {};

  function resolved(schema: JsonSchema): JsonSchema {
    const [first] = schema.allOf ?? [];
    if (first !== undefined) return resolved(first);
    if (schema.$ref === undefined) return schema;
    const target = schemas[schema.$ref.replace('#/components/schemas/', '')];
    if (target === undefined) throw new Error(`no schema ${schema.$ref}`);
    return resolved(target);
  }

  const typesOf = ({ type }: JsonSchema): readonly unknown[] =>
    typeof type === 'string' ? [type] : (type ?? []);

  /** A value that the schema describes; where it may be null, it is null when `nulls` says so. */
  function example(reference: JsonSchema, fill: Fill, nulls: boolean): unknown {
    const schema = resolved(reference);
    const types = typesOf(schema);
    if (nulls && types.includes('null')) return null;
    if (schema.properties) {
      const names = fill === 'all' ? Object.keys(schema.properties) : (schema.required ?? []);
      return Object.fromEntries(
        names.map((name) => [name, example(schema.properties?.[name] ?? {}, fill, nulls)]),
      );
    }
    if (schema.items) return [example(schema.items, fill, nulls)];
    if (schema.enum) return schema.enum[0];
    if (schema.example !== undefined) return schema.example;
    if (types.includes('number') || types.includes('integer')) return 1;
    if (types.includes('boolean')) return true;
    return '0.000001';
  }

  const model: JsonSchema = { $ref: '#/components/schemas/Model' };

  it.each<[Fill, boolean]>([
    ['all', false],
    ['all', true],
    ['required', false],
    ['required', true],
  ])('accepts a row with %s fields (null where allowed: %s) and finds nothing unknown', (fill, nulls) => {
    const row = example(model, fill, nulls);
    expect(validateRows([row])).toEqual({ rows: [row], quarantined: [], dropped: [], unknown: [] });
  });

  it('accepts the official example', () => {
    const list = resolved({ $ref: '#/components/schemas/ModelsListResponse' }).example as { data: unknown[] };
    expect(validateRows([...list.data]).quarantined).toEqual([]);
  });

  it.each([
    ['InputModality', 'architecture.input_modalities[]'],
    ['OutputModality', 'architecture.output_modalities[]'],
    ['ModelGroup', 'architecture.tokenizer'],
    ['InstructType', 'architecture.instruct_type'],
    ['Parameter', 'supported_parameters[]'],
    ['ReasoningEffort', 'reasoning.supported_efforts[]'],
    ['ReasoningEffort', 'reasoning.default_effort'],
  ] as const)('knows every %s of the description', (schema, place) => {
    const values = schemas[schema]?.enum?.filter((value) => value !== null) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(KNOWN_VALUES[place]).toEqual(expect.arrayContaining([...values]));
  });
});

describe('the wire schema and the official client', () => {
  it.each([
    [sdk.InputModality, 'architecture.input_modalities[]'],
    [sdk.OutputModality, 'architecture.output_modalities[]'],
    [sdk.ModelGroup, 'architecture.tokenizer'],
    [sdk.InstructType, 'architecture.instruct_type'],
    [sdk.Parameter, 'supported_parameters[]'],
    [sdk.ReasoningEffort, 'reasoning.supported_efforts[]'],
    [sdk.UtcDay, 'pricing.overrides[].utc_days[]'],
  ] as const)('agree on the values of the client: %o', (values, place) => {
    expect(KNOWN_VALUES[place]).toEqual(expect.arrayContaining(Object.values(values)));
  });

  it('agree on types, and the schema has every field of the client', () => {
    expectTypeOf<Snake<sdk.Model>>().toExtend<WireRow>();
    expectTypeOf<Snake<sdk.PricingOverride>>().toExtend<WireOverride>();
    expectTypeOf<Exclude<keyof Snake<sdk.Model>, keyof typeof wireRow.shape>>().toEqualTypeOf<never>();
    expectTypeOf<Exclude<keyof Snake<sdk.PublicPricing>, keyof Pricing>>().toEqualTypeOf<never>();
    expectTypeOf<Exclude<keyof Snake<sdk.PricingOverride>, keyof Override>>().toEqualTypeOf<never>();
    expectTypeOf<Exclude<keyof Snake<sdk.ModelReasoning>, keyof Inner<'reasoning'>>>().toEqualTypeOf<never>();
    expectTypeOf<
      Exclude<keyof Snake<sdk.TopProviderInfo>, keyof Inner<'top_provider'>>
    >().toEqualTypeOf<never>();
  });
});

type Shape = typeof wireRow.shape;
type Pricing = Shape['pricing']['shape'];
type Override = ReturnType<ReturnType<Pricing['overrides']['unwrap']>['unwrap']>['element']['shape'];
type Inner<Key extends 'reasoning' | 'top_provider'> =
  ReturnType<ReturnType<Shape[Key]['unwrap']>['unwrap']> extends z.ZodObject<infer Fields> ? Fields : never;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** `inputCacheWrite1h` → `input_cache_write_1h`. */
type SnakeKey<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Digit
    ? `_${First}${SnakeKey<Rest>}`
    : First extends Lowercase<First>
      ? `${First}${SnakeKey<Rest>}`
      : `_${Lowercase<First>}${SnakeKey<Rest>}`
  : '';

/** The client's types are in camel case; the wire is in snake case. */
type Snake<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Snake<Item>[]
    : { [Key in keyof T as Key extends string ? SnakeKey<Key> : never]: Snake<T[Key]> };

describe('unknownFields and unknownValues', () => {
  it('give the path in the row, and the pattern for any row', () => {
    const row = { pricing: { overrides: [{}, { region: 'eu' }] }, supported_parameters: ['tools', 'x'] };
    expect(unknownFields(wireRow, row)).toEqual([
      { path: 'pricing.overrides[1].region', pattern: 'pricing.overrides[].region', value: 'eu' },
    ]);
    expect(unknownValues(row)).toEqual([
      { path: 'supported_parameters[1]', pattern: 'supported_parameters[]', value: 'x' },
    ]);
  });
});
