import { OpenRouter } from '@openrouter/sdk';
import { HTTPClient } from '@openrouter/sdk/lib/http.js';
import { modelsListResponseFromJSON } from '@openrouter/sdk/models';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import { pathOf } from '../../src/catalog/address.ts';
import { historyAnswerSchema } from '../../src/outputs/api/history.ts';
import {
  catalogSchema,
  categorySchema,
  changesSchema,
  retiredSchema,
} from '../../src/outputs/api/list-schemas.ts';
import { BENCHMARK_SOURCES } from '../../src/outputs/record/benchmarks.ts';
import { answerHeadShape } from '../../src/outputs/record/answer-head.ts';
import { readPricesRecord, readTiersRecord } from '../../src/outputs/record/read.ts';
import { modelRecordSchema } from '../../src/outputs/record/record.ts';
import { readCapture } from '../../src/upstream/capture.ts';
import { filesOf, readBuilt, recordFilesOf } from '../support/built-site.ts';
import { FROZEN_CAPTURE } from '../support/paths.ts';
import { rawRowsOf } from '../support/real-captures.ts';
import { readBuildReport, type SiteName } from '../support/sites.ts';
import { read } from '../support/translated.ts';

const readJson = (file: string, site: SiteName = 'plain'): unknown => JSON.parse(readBuilt(site, file));

const capture = await readCapture(FROZEN_CAPTURE);
const rows = rawRowsOf(FROZEN_CAPTURE);
const expected: Pick<Snapshot, 'models' | 'facts'> = read(rows, {
  categories: capture.categories,
  popularity: capture.popularity.ids,
});
const expectedById = new Map(expected.models.map((model) => [model.id, model]));
const captured = { schema_version: 1, captured_at: capture.capturedAt, generated_at: capture.capturedAt };

const catalog = catalogSchema.parse(readJson('api/v1/catalog.json'));
const retired = retiredSchema.parse(readJson('api/v1/retired.json'));
const changes = changesSchema.parse(readJson('api/v1/changes.json'));
const everyModel = [...catalog.models, ...retired.models];

describe('/api/v1/models.json', () => {
  const file = 'api/v1/models.json';
  const list = z
    .looseObject({
      ...answerHeadShape,
      data: z.array(z.looseObject({ id: z.string() })),
      total_count: z.number(),
    })
    .parse(readJson(file));

  it('has every row of the capture in its order, with the same content', () => {
    expect(list).toMatchObject({ ...captured, total_count: rows.length, links: { next: null } });
    const again = read(list.data, { categories: capture.categories, popularity: capture.popularity.ids });
    expect(again.models).toEqual(expected.models);
  });

  it('has the prices of every row of the capture, digit for digit', () => {
    const pricing = (all: readonly unknown[]) =>
      z
        .array(z.looseObject({ id: z.string(), pricing: z.looseObject({}) }))
        .parse(all)
        .map(({ id, pricing: of }) => ({ id, of }));
    expect(pricing(list.data)).toEqual(pricing(rows));
  });

  it('is accepted by the parser of the official client', () => {
    const { ok, value, error } = modelsListResponseFromJSON(readBuilt('plain', file));
    expect(error).toBeUndefined();
    expect(ok && value.data.map(({ id }) => id)).toEqual(expected.models.map(({ id }) => id));
  });

  it('is read by the official client with a hook that asks for the file', async () => {
    const httpClient = new HTTPClient({
      fetcher: (request) => {
        const { pathname } = new URL(request instanceof Request ? request.url : request);
        return Promise.resolve(
          new Response(readBuilt('plain', pathname.slice(1)), {
            headers: { 'content-type': 'application/json' },
          }),
        );
      },
    });
    httpClient.addHook('beforeRequest', (request) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.replace(/\/models$/, '/models.json');
      return new Request(url, request);
    });
    const client = new OpenRouter({ serverURL: 'https://catalog.example/api/v1', httpClient });
    const pages = await client.models.list({ limit: 1_000_000 });
    const ids: string[] = [];
    for await (const page of pages) ids.push(...page.result.data.map(({ id }) => id));
    expect(ids).toEqual(expected.models.map(({ id }) => id));
  });
});

describe('/api/v1/catalog.json', () => {
  it('has every row of the capture, most used first', () => {
    expect(catalog).toMatchObject({ ...captured, scope: capture.scope });
    expect(catalog.models.map(({ id }) => id).toSorted()).toEqual(
      expected.models.map(({ id }) => id).toSorted(),
    );
    const used = catalog.models.flatMap(({ popularity }) => popularity?.rank ?? []);
    expect(used.length).toBeGreaterThan(100);
    expect(used).toEqual(used.toSorted((a, b) => a - b));
  });

  it('has the prices, tiers, limits, ranks and dates of every row', () => {
    for (const entry of catalog.models) {
      const model = expectedById.get(entry.id);
      expect(readPricesRecord(entry.prices)).toEqual(model?.prices);
      expect(readTiersRecord(entry.tiers)).toEqual(model?.tiers);
      expect({
        ...entry,
        popularity: entry.popularity?.rank ?? null,
        ranks: Object.fromEntries(
          Object.entries(entry.category_ranks).map(([name, { rank }]) => [name, rank]),
        ),
      }).toMatchObject({
        name: model?.name,
        full_name: model?.fullName,
        context: model?.context,
        max_output: model?.maxOutput,
        parameters: model?.parameters,
        input_modalities: model?.inputModalities,
        output_modalities: model?.outputModalities,
        added_at: model?.addedAt,
        knowledge_cutoff: model?.knowledgeCutoff,
        expiration: model?.expiration,
        popularity: model?.popularity,
        ranks: model?.ranks,
      });
    }
  });

  it('names the variants of each model and summarizes its history', () => {
    for (const { id, baseId } of expected.models.filter(({ variant }) => variant !== null)) {
      const base = catalog.models.find((entry) => entry.id === baseId);
      if (base) expect(base.variants).toContain(id);
    }
    for (const { id, variants, history } of catalog.models) {
      expect(variants.every((variant) => expectedById.has(variant) && variant !== id)).toBe(true);
      const record = modelRecordSchema.parse(readJson(`models/${pathOf(id)}.json`));
      expect(variants).toEqual(record.variants.map((variant) => variant.id));
      expect(history?.price_change_count).toBe(record.history?.price_changes.length);
      expect(history?.last_price_change ?? null).toEqual(record.history?.price_changes[0] ?? null);
    }
  });

  it('names a replacement for models that are about to be retired', () => {
    const retiring = catalog.models.filter(({ status }) => status.kind === 'retiring');
    expect(retiring.length).toBeGreaterThan(0);
    expect(retiring.filter(({ replacement }) => replacement !== null).length).toBeGreaterThan(0);
    expect(
      catalog.models.filter(({ status, replacement }) => status.kind === 'listed' && replacement),
    ).toEqual([]);
  });
});

describe('/api/v1/retired.json', () => {
  it('has every retired model, most recently retired first', () => {
    expect(retired).toMatchObject(captured);
    expect(retired.models).toHaveLength(readBuildReport('plain').retired);
    const found = retired.models.map(({ status }) => (status.kind === 'retired' ? status.by : ''));
    expect(found).toEqual(found.toSorted().toReversed());
    expect(retired.models.some(({ id }) => expectedById.has(id))).toBe(false);
  });
});

describe('/api/v1/categories/', () => {
  it.each(CATEGORY_NAMES)('has the models of %s in the order of the answer', (category) => {
    const answer = categorySchema.parse(readJson(`api/v1/categories/${category}.json`));
    expect(answer).toMatchObject({ ...captured, category, origin: capture.categoriesOrigin });
    const ids = capture.categories[category].ids?.filter((id) => expectedById.has(id));
    expect(answer.models.map(({ id }) => id)).toEqual(ids);
    expect(answer.models.map(({ rank }) => rank)).toEqual(
      ids?.map((id) => expectedById.get(id)?.ranks[category]),
    );
  });
});

describe('/api/v1/changes.json', () => {
  it('has the changes of every model that its history has, newest first', () => {
    expect(changes).toMatchObject(captured);
    const times = changes.changes.map(({ by }) => by);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(new Set(changes.changes.map(({ key }) => key)).size).toBe(changes.changes.length);
  });
});

describe('/api/v1/history/', () => {
  it('has a file for every model with a page, with the prices of its record', () => {
    const files = filesOf('plain', 'api/v1/history/**/*.json');
    const records = recordFilesOf('plain');
    expect(files.map((file) => file.replace('api/v1/history/', 'models/'))).toEqual(records);
    const shared = new Set(changes.changes.map(({ key }) => key));
    for (const { id, name } of everyModel) {
      const answer = historyAnswerSchema.parse(readJson(`api/v1/history/${pathOf(id)}.json`));
      const record = modelRecordSchema.parse(readJson(`models/${pathOf(id)}.json`));
      expect(answer).toMatchObject({ ...captured, id, name });
      expect(answer.history).toEqual(record.history);
      const keys = answer.changes.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) shared.delete(key);
    }
    // A change of a model that has no page has no file of its own.
    const paged = new Set(everyModel.map(({ id }) => id));
    expect(changes.changes.filter(({ key, id }) => shared.has(key) && paged.has(id))).toEqual([]);
  });

  it('is linked from every record', () => {
    for (const { id, links } of everyModel) {
      expect(new URL(links.history).pathname).toBe(`/api/v1/history/${pathOf(id)}.json`);
    }
  });
});

it('every answer about the hostile capture can be read', () => {
  const answer = catalogSchema.parse(readJson('api/v1/catalog.json', 'hostile'));
  expect(answer.models.length).toBe(readBuildReport('hostile').models);
  changesSchema.parse(readJson('api/v1/changes.json', 'hostile'));
  retiredSchema.parse(readJson('api/v1/retired.json', 'hostile'));
});

it.each(['plain', 'hostile'] as const)(
  'names who measured the benchmarks wherever the site "%s" has some',
  (site) => {
    const { data, attribution } = z
      .looseObject({ data: z.array(z.looseObject({})), attribution: z.record(z.string(), z.string()) })
      .parse(readJson('api/v1/models.json', site));
    const hasBenchmarks = data.some((row) => row.benchmarks !== undefined);
    expect(hasBenchmarks).toBe(site === 'hostile');
    expect(Object.values(attribution)).toEqual(hasBenchmarks ? Object.values(BENCHMARK_SOURCES) : []);
    const { models } = catalogSchema.parse(readJson('api/v1/catalog.json', site));
    expect(models.some(({ benchmarks }) => benchmarks !== null)).toBe(hasBenchmarks);
  },
);
