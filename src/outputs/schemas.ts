import { z } from 'zod';
import { historyAnswerSchema } from './api/history.ts';
import { catalogSchema, categorySchema, changesSchema, retiredSchema } from './api/list-schemas.ts';
import { answerHeadShape } from './record/answer-head.ts';
import { modelRecordSchema } from './record/record.ts';

/** The list in upstream's format. Its rows are described by upstream alone. */
const wireSchema = z.looseObject({
  ...answerHeadShape,
  data: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  total_count: z.number(),
  links: z.strictObject({ next: z.null() }),
  attribution: z.record(z.string(), z.string()),
});

/** The schema of each kind of JSON file, by the name of its own file. */
const SCHEMAS = {
  model: { title: 'The record of a model', schema: modelRecordSchema },
  models: { title: 'Every listed model in the format of OpenRouter’s endpoint', schema: wireSchema },
  catalog: { title: 'Every listed model', schema: catalogSchema },
  retired: { title: 'Every retired model', schema: retiredSchema },
  category: { title: 'The models of a category', schema: categorySchema },
  changes: { title: 'Every change', schema: changesSchema },
  history: { title: 'The history of a model', schema: historyAnswerSchema },
} as const;

export type SchemaName = keyof typeof SCHEMAS;

export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[];

export const schemaTitle = (name: SchemaName): string => SCHEMAS[name].title;

/** A schema as JSON Schema 2020-12. `address` is that of its file. */
export function jsonSchema(name: SchemaName, address: string): Readonly<Record<string, unknown>> {
  const { title, schema } = SCHEMAS[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema: written }) => {
      // A later version may have more properties, and a program should not mind.
      if (written.additionalProperties === false) delete written.additionalProperties;
      // The format says the same.
      if (written.format !== undefined) delete written.pattern;
    },
  });
  return { $schema, $id: address, title, ...rest };
}
