import { pathOf } from '../catalog/address.ts';
import { CATEGORY_NAMES } from '../catalog/categories.ts';
import type { Model } from '../catalog/model.ts';
import { SCHEMA_VERSION } from './record/schema-version.ts';
import type { SchemaName } from './schemas.ts';

/** The files for programs, as an OpenAPI 3.1 document and as a list for people. */

interface Endpoint {
  /** With parameters in braces. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Media type. */
  readonly type: string;
  readonly schema?: SchemaName;
}

const JSON_TYPE = 'application/json';
const MARKDOWN = 'text/markdown';

/** Variants have a part of their own at the end of the path. */
function perModel(endpoint: Omit<Endpoint, 'path'>, prefix: string, ending: string): readonly Endpoint[] {
  const path = `${prefix}{author}/{slug}`;
  return [
    { ...endpoint, path: `${path}${ending}` },
    {
      ...endpoint,
      id: `${endpoint.id}OfVariant`,
      summary: `${endpoint.summary} (a variant)`,
      path: `${path}/{variant}${ending}`,
    },
  ];
}

function single(path: string, id: string, summary: string, type: string, schema?: SchemaName): Endpoint {
  return { path, id, summary, type, ...(schema && { schema }) };
}

export const ENDPOINTS: readonly Endpoint[] = [
  single(
    '/api/v1/models.json',
    'listModels',
    'Every listed model in OpenRouter’s format',
    JSON_TYPE,
    'models',
  ),
  single('/api/v1/catalog.json', 'getCatalog', 'Every listed model, most used first', JSON_TYPE, 'catalog'),
  single('/api/v1/retired.json', 'listRetired', 'Every retired model', JSON_TYPE, 'retired'),
  single('/api/v1/changes.json', 'listChanges', 'Every change, newest first', JSON_TYPE, 'changes'),
  {
    path: '/api/v1/categories/{category}.json',
    id: 'getCategory',
    summary: 'The models of a category, most used first',
    type: JSON_TYPE,
    schema: 'category',
  },
  ...perModel(
    { id: 'getHistory', summary: 'The history of a model', type: JSON_TYPE, schema: 'history' },
    '/api/v1/history/',
    '.json',
  ),
  ...perModel(
    { id: 'getModel', summary: 'The record of a model', type: JSON_TYPE, schema: 'model' },
    '/models/',
    '.json',
  ),
  ...perModel(
    { id: 'getModelMarkdown', summary: 'The page of a model as Markdown', type: MARKDOWN },
    '/models/',
    '.md',
  ),
  ...perModel(
    { id: 'getBadge', summary: 'A badge with the price of a model', type: 'image/svg+xml' },
    '/models/',
    '.svg',
  ),
  ...perModel(
    { id: 'getShields', summary: 'The same badge for shields.io to draw', type: JSON_TYPE },
    '/models/',
    '.shields.json',
  ),
  single('/data/models.csv', 'getModelsCsv', 'Every listed model as CSV', 'text/csv'),
  single('/data/history.csv', 'getHistoryCsv', 'The whole price history as CSV', 'text/csv'),
  single(
    '/data/models.parquet',
    'getModelsParquet',
    'Every listed model as Parquet',
    'application/vnd.apache.parquet',
  ),
  single(
    '/data/history.parquet',
    'getHistoryParquet',
    'The whole price history as Parquet',
    'application/vnd.apache.parquet',
  ),
  single(
    '/data/modeldex.sqlite',
    'getDatabase',
    'Models and the whole price history as SQLite',
    'application/vnd.sqlite3',
  ),
];

/** An address of the kind of `path` that is there: of the first category, model or variant. */
export function exampleOf(path: string, models: readonly Pick<Model, 'id' | 'variant'>[]): string | null {
  if (!path.includes('{')) return path;
  if (path.includes('{category}')) return path.replace('{category}', CATEGORY_NAMES[0] ?? '');
  const ofVariant = path.includes('{variant}');
  const model = models.find(({ variant }) => (variant !== null) === ofVariant);
  return model ? path.replace(/\{author\}.*\}/, pathOf(model.id)) : null;
}

const PARAMETERS: Readonly<Record<string, { readonly description: string; readonly schema: object }>> = {
  author: { description: 'The part of the id before the slash.', schema: { type: 'string' } },
  slug: {
    description: 'The part of the id after the slash, without the variant.',
    schema: { type: 'string' },
  },
  variant: { description: 'The part of the id after the colon.', schema: { type: 'string' } },
  category: {
    description: 'The name of a category. A slash in it stays as it is.',
    schema: { type: 'string', enum: CATEGORY_NAMES },
  },
};

/** An OpenAPI 3.1 document. `addressOf` gives the absolute address of a path of this site. */
export function openApi(addressOf: (path: string) => string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Modeldex',
      version: `${SCHEMA_VERSION}.0.0`,
      summary: 'Every AI model that OpenRouter lists, as static files.',
      description:
        'All answers are files that are made when the site is built, so parameters of a query change nothing. Prices are OpenRouter’s, in US dollars. Modeldex is independent of OpenRouter.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: addressOf('/').replace(/\/$/, '') }],
    externalDocs: { url: addressOf('/api/'), description: 'The rules of the format, with examples' },
    security: [],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
  };
}

function operation({ path, id, summary, type, schema }: Endpoint): object {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...PARAMETERS[name],
  }));
  return {
    operationId: id,
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: {
        description: summary,
        content: { [type]: schema === undefined ? {} : { schema: { $ref: `schemas/${schema}.json` } } },
      },
      404: { description: 'The file does not exist.' },
    },
  };
}

/** A catalog of this API by RFC 9727: a linkset by RFC 9264. */
export function apiCatalog(addressOf: (path: string) => string): object {
  return {
    linkset: [
      {
        anchor: addressOf('/.well-known/api-catalog'),
        item: [{ href: addressOf('/api/v1/') }],
      },
      {
        anchor: addressOf('/api/v1/'),
        'service-desc': [{ href: addressOf('/api/openapi.json'), type: 'application/vnd.oai.openapi+json' }],
        'service-doc': [{ href: addressOf('/api/'), type: 'text/html' }],
        'service-meta': [{ href: addressOf('/llms.txt'), type: 'text/plain' }],
      },
    ],
  };
}
