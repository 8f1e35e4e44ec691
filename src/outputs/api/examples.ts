import { compareDecimals, type Decimal } from '../../catalog/decimal.ts';
import type { CatalogAnswer } from './list-schemas.ts';

interface Example {
  readonly title: string;
  /** What to type. */
  readonly request: string;
  /** What it prints, from this build. */
  readonly answer: string;
}

/** Examples whose answers are those of this build. `addressOf` gives the absolute address of a path. */
export function apiExamples(
  { models, captured_at: capturedAt }: CatalogAnswer,
  addressOf: (path: string) => string,
): readonly Example[] {
  const [first] = models;
  if (first === undefined) return [];
  const { id, links, prices, context } = first;
  const catalog = addressOf('/api/v1/catalog.json');
  const cheapest = models
    .flatMap((model) => {
      const { input } = model.prices;
      const isFit = model.features.includes('tools') && (model.context ?? 0) >= MIN_CONTEXT;
      return isFit && input?.kind === 'amount' && input.unit === 'million tokens'
        ? [{ id: model.id, usd: input.usd }]
        : [];
    })
    .sort((a, b) => compareDecimals(a.usd as Decimal, b.usd as Decimal))
    .slice(0, 3);
  return [
    {
      title: 'What the most used model costs, with curl and jq',
      request: `curl -s ${links.json} | jq '{id, context, input: .prices.input, output: .prices.output}'`,
      answer: JSON.stringify({ id, context, input: prices.input, output: prices.output }, null, 2),
    },
    {
      title: 'The cheapest models with tools and 200,000 tokens of context, in JavaScript',
      request: `const { models } = await (await fetch('${catalog}')).json();
const found = models
  .filter(({ features, context }) => features.includes('tools') && context >= ${MIN_CONTEXT})
  .filter(({ prices }) => prices.input.kind === 'amount' && prices.input.unit === 'million tokens')
  .map(({ id, prices }) => ({ id, usd: prices.input.usd }))
  .sort((a, b) => a.usd - b.usd)
  .slice(0, 3);
console.log(JSON.stringify(found, null, 2));`,
      answer: JSON.stringify(cheapest, null, 2),
    },
    {
      title: 'How many models each author has, with DuckDB',
      request: `SELECT author, count(*) AS models
FROM '${addressOf('/data/models.parquet')}'
GROUP BY author ORDER BY models DESC, author LIMIT 3;`,
      answer: [...Map.groupBy(models, ({ author }) => author.slug)]
        .map(([author, own]) => ({ author, models: own.length }))
        .sort((a, b) => b.models - a.models || (a.author < b.author ? -1 : 1))
        .slice(0, 3)
        .map(({ author, models: own }) => `${author}  ${own}`)
        .join('\n'),
    },
    {
      title: 'The time of the data',
      request: `curl -s ${catalog} | jq -r .captured_at`,
      answer: capturedAt,
    },
  ];
}

const MIN_CONTEXT = 200_000;
