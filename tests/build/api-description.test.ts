import { createConfig, lint } from '@redocly/openapi-core';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import { ENDPOINTS, exampleOf } from '../../src/outputs/openapi.ts';
import { catalogSchema } from '../../src/outputs/api/list-schemas.ts';
import { SCHEMA_NAMES, type SchemaName } from '../../src/outputs/schemas.ts';
import { filesOf, readBuilt, readPage, recordFilesOf } from '../support/built-site.ts';
import { duckdb, rowsOf } from '../support/duckdb.ts';
import { SITE_URL, siteDir, type SiteName } from '../support/sites.ts';

const readJson = (file: string, site: SiteName = 'plain'): unknown => JSON.parse(readBuilt(site, file));
const fileAt = (address: string): string => address.replace(`${SITE_URL}/`, '');

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats(ajv);
const validators = new Map<SchemaName, ValidateFunction>(
  SCHEMA_NAMES.map((name) => [name, ajv.compile(readJson(`api/schemas/${name}.json`) as object)]),
);

/** What a schema says is wrong with files of a site. */
function problemsIn(name: SchemaName, files: readonly string[], site: SiteName): readonly string[] {
  const isValid = validators.get(name);
  return files.flatMap((file) =>
    isValid?.(readJson(file, site)) ? [] : [`${file}: ${ajv.errorsText(isValid?.errors)}`],
  );
}

describe('the JSON Schemas', () => {
  it('have addresses of their own', () => {
    for (const name of SCHEMA_NAMES) {
      expect(readJson(`api/schemas/${name}.json`)).toMatchObject({
        $id: `${SITE_URL}/api/schemas/${name}.json`,
        $schema: 'https://json-schema.org/draft/2020-12/schema',
      });
    }
  });

  it.each<[SchemaName, readonly string[]]>([
    ['models', ['api/v1/models.json']],
    ['catalog', ['api/v1/catalog.json']],
    ['retired', ['api/v1/retired.json']],
    ['changes', ['api/v1/changes.json']],
    ['category', CATEGORY_NAMES.map((name) => `api/v1/categories/${name}.json`)],
  ])('describe every file of %s', (name, files) => {
    expect(problemsIn(name, files, 'plain')).toEqual([]);
    expect(problemsIn(name, files, 'hostile')).toEqual([]);
  });

  it.each<[SchemaName, (site: SiteName) => readonly string[]]>([
    ['model', recordFilesOf],
    ['history', (site) => filesOf(site, 'api/v1/history/**/*.json')],
  ])('describe every file of a %s', (name, files) => {
    expect(files('plain').length).toBeGreaterThan(900);
    expect(problemsIn(name, files('plain'), 'plain')).toEqual([]);
    expect(problemsIn(name, files('hostile'), 'hostile')).toEqual([]);
  });

  it('refuse a record without a price and a price of another kind, and accept a new property', () => {
    const record = readJson('models/openai/gpt-4o.json') as object;
    const isRecord = validators.get('model');
    expect(isRecord?.({ ...record, later: 1 })).toBe(true);
    expect(isRecord?.({ ...record, prices: undefined })).toBe(false);
    expect(isRecord?.({ ...record, prices: { input: { kind: 'cheap' }, output: { kind: 'free' } } })).toBe(
      false,
    );
  });
});

describe('the OpenAPI document', () => {
  it('is accepted by the linter of Redocly without a remark', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref: join(siteDir('plain'), 'api/openapi.json'), config });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('names files of the site, each with an example that is there', () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(readJson('api/openapi.json'));
    expect(Object.keys(paths)).toEqual(ENDPOINTS.map(({ path }) => path));
    const { models } = catalogSchema.parse(readJson('api/v1/catalog.json'));
    const missing = ENDPOINTS.filter(
      ({ path }) => filesOf('plain', (exampleOf(path, models) ?? '').slice(1)).length !== 1,
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

it('/.well-known/api-catalog leads to the description and the documentation, by RFC 9727', () => {
  const target = z.object({ href: z.string(), type: z.string().optional() });
  const { linkset } = z
    .strictObject({ linkset: z.array(z.looseObject({ anchor: z.string() }).catchall(z.array(target))) })
    .parse(readJson('.well-known/api-catalog'));
  const targets = linkset.flatMap((context) =>
    Object.entries(context).flatMap(([relation, value]) =>
      typeof value === 'string' ? [] : value.map(({ href }) => [relation, href.replace(SITE_URL, '')]),
    ),
  );
  expect(targets).toEqual([
    ['item', '/api/v1/'],
    ['service-desc', '/api/openapi.json'],
    ['service-doc', '/api/'],
    ['service-meta', '/llms.txt'],
  ]);
  expect(readBuilt('plain', '_headers')).toContain('application/linkset+json');
});

describe('/api/', () => {
  const { $ } = readPage('plain', 'api/index.html');
  const codes = $('pre code')
    .toArray()
    .map((element) => $(element).text());
  const exampleOf = (word: string): readonly [string, string] => {
    const at = codes.findIndex((code) => code.includes(word));
    return [codes[at] ?? '', codes[at + 1] ?? ''];
  };

  it('prints what its example in JavaScript prints', async () => {
    const [request, answer] = exampleOf('fetch(');
    const printed: string[] = [];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs the example as a reader would
    const run = new Function('fetch', 'console', `return (async () => { ${request} })()`) as (
      fetch: (address: string) => Promise<Response>,
      console: { readonly log: (text: string) => void },
    ) => Promise<void>;
    await run((address) => Promise.resolve(new Response(readBuilt('plain', fileAt(address)))), {
      log: (text) => printed.push(text),
    });
    expect(printed).toEqual([answer]);
  });

  it('prints what its example in SQL gives', async () => {
    const [request, answer] = exampleOf('SELECT');
    const rows = await rowsOf(await duckdb(), request.replace(SITE_URL, siteDir('plain')));
    expect(rows.map(({ author, models }) => `${String(author)}  ${String(models)}`).join('\n')).toBe(answer);
  });

  it('prints the prices of the record that its first example asks for', () => {
    const [request, answer] = exampleOf("jq '{id");
    const address = /https:\S+/.exec(request)?.[0] ?? '';
    const record = z
      .looseObject({ id: z.string(), context: z.number(), prices: z.looseObject({}) })
      .parse(readJson(fileAt(address)));
    const { id, context, prices } = record;
    expect(JSON.parse(answer)).toEqual({ id, context, input: prices.input, output: prices.output });
  });
});
