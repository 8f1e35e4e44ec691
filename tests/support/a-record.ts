import { CATEGORY_NAMES, type Category } from '../../src/catalog/categories.ts';
import type { Model } from '../../src/catalog/model.ts';
import { listEntry, modelRecord, type FullContext } from '../../src/outputs/write-record.ts';
import {
  listEntrySchema,
  modelRecordSchema,
  type ListEntry,
  type ModelRecord,
} from '../../src/outputs/record/record.ts';

const link = 'https://models.example/models/maker/a';
const AT = '2026-02-10T00:00:00.000Z';

export const CONTEXT: FullContext = {
  snapshot: { capturedAt: AT, generatedAt: AT, source: 'embedded' },
  counts: {
    popularity: 10,
    categories: Object.fromEntries(CATEGORY_NAMES.map((name) => [name, 5])) as Record<Category, number>,
  },
  status: { kind: 'listed' },
  replacement: null,
  alternatives: null,
  variants: [],
  history: null,
  monthEnds: [],
  links: {
    page: `${link}/`,
    json: `${link}.json`,
    markdown: `${link}.md`,
    history: 'https://models.example/api/v1/history/maker/a.json',
    openrouter: 'https://openrouter.ai/maker/a',
    feeds: { rss: `${link}.xml`, atom: `${link}.atom`, json: `${link}.json` },
  },
};

/** A model's record as a program reads it. Throws where it does not have the form of the schema. */
export function aRecord(model: Model, context: Partial<FullContext> = {}): ModelRecord {
  const written: unknown = JSON.parse(JSON.stringify(modelRecord(model, { ...CONTEXT, ...context })));
  return modelRecordSchema.parse(written);
}

/** The same within a list. */
export function aListEntry(model: Model, context: Partial<FullContext> = {}): ListEntry {
  const written: unknown = JSON.parse(JSON.stringify(listEntry(model, { ...CONTEXT, ...context })));
  return listEntrySchema.parse(written);
}
