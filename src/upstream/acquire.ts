import type { Category } from '../catalog/categories.ts';
import { CATEGORY_NAMES } from '../catalog/categories.ts';
import type { ModelId } from '../catalog/model.ts';
import type { RankedIds, Scope } from '../catalog/snapshot.ts';
import { CHECK_URL } from './answer-problem.ts';
import { everyCategory, type Capture } from './capture.ts';
import type { UpstreamClient } from './client.ts';
import { readEnvelope } from './envelope.ts';
import { UpstreamError } from './errors.ts';

interface AcquireOptions {
  /** Dates an answer that has no `Date` header; this machine's clock by default. */
  readonly clock?: () => Date;
  /** Size limit for all pages of a list together; by default the limit of one answer. */
  readonly maxListBytes?: number;
}

interface List {
  readonly rows: readonly unknown[];
  readonly totalCount: number | null;
  readonly date: string | null;
}

const MAX_QUOTE = 200;
const MAX_PAGES = 100;
const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** A shorter list may be the same in two orders by chance. */
const MIN_COMPARABLE_LENGTH = 20;

/**
 * Takes a capture from the endpoint: all models, then the order of each category and the most-popular order.
 * A failed request for an order is recorded with its reason. A failed list of models throws `UpstreamError`.
 */
export async function acquire(
  client: UpstreamClient,
  scope: Scope,
  { clock = () => new Date(), maxListBytes = MAX_LIST_BYTES }: AcquireOptions = {},
): Promise<Capture> {
  // The endpoint's own default is `text`.
  const parameters: Readonly<Record<string, string>> = scope === 'all' ? { output_modalities: 'all' } : {};
  const all = await fetchList(client, parameters, maxListBytes);
  const usualOrder = idsOf(all.rows);
  const orderOf = async (parameter: string, value: string): Promise<RankedIds> => {
    try {
      const { rows } = await fetchList(client, { ...parameters, [parameter]: value }, maxListBytes);
      const ids = idsOf(rows);
      return isSameOrder(ids, usualOrder)
        ? {
            ids: null,
            problem: `OpenRouter answered with every model in its usual order, as if ${parameter}=${value} had not been asked.`,
          }
        : { ids, problem: null };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return { ids: null, problem: `OpenRouter was asked for ${parameter}=${value}: it ${error.problem}.` };
    }
  };
  const [popularity, ...lists] = await Promise.all([
    orderOf('sort', 'most-popular'),
    ...CATEGORY_NAMES.map(async (category) => [category, await orderOf('category', category)] as const),
  ]);
  const orders = new Map<Category, RankedIds>(lists);
  const categories = everyCategory(
    (category) => orders.get(category) ?? { ids: null, problem: 'It was not asked for.' },
  );
  return {
    capturedAt: all.date ?? clock().toISOString(),
    scope,
    rows: all.rows,
    totalCount: all.totalCount,
    popularity,
    categories,
    categoriesOrigin: Object.values(categories).some(({ ids }) => ids !== null) ? 'endpoint' : 'none',
    categoriesNote: null,
  };
}

/** The whole list, read page by page. */
async function fetchList(
  client: UpstreamClient,
  parameters: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<List> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let answer = await client.get('models', parameters);
  const { date, url: firstUrl } = answer;
  let bytes = 0;
  for (;;) {
    bytes += answer.bytes;
    if (bytes > maxBytes) {
      throw unusable(answer.url, `has pages of more than ${Math.round(maxBytes / 1000)} kB together`);
    }
    const read = readEnvelope(answer.json);
    if ('problem' in read) {
      throw unusable(answer.url, `answered with JSON that is no list of models: ${read.problem}`);
    }
    const { envelope } = read;
    for (const row of envelope.rows) rows.push(row);
    if (envelope.next === null) return { rows, totalCount: envelope.totalCount, date };
    const next = URL.parse(envelope.next, answer.url);
    // An address on another host could hold anything.
    if (next?.origin !== new URL(firstUrl).origin) {
      throw unusable(answer.url, `names a next page on another host (${envelope.next.slice(0, MAX_QUOTE)})`);
    }
    [next.username, next.password] = ['', ''];
    if (seen.has(next.href) || seen.size >= MAX_PAGES) throw unusable(answer.url, 'has pages without an end');
    seen.add(next.href);
    answer = await client.getUrl(next);
  }
}

function unusable(url: string, problem: string): UpstreamError {
  return new UpstreamError({
    url,
    status: 200,
    problem,
    whatToDo: CHECK_URL,
  });
}

function idsOf(rows: readonly unknown[]): readonly ModelId[] {
  return rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [],
  );
}

function isSameOrder(a: readonly ModelId[], b: readonly ModelId[]): boolean {
  return (
    a.length >= MIN_COMPARABLE_LENGTH && a.length === b.length && a.every((id, index) => id === b[index])
  );
}
