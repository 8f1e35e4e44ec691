import { afterEach, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../src/catalog/categories.ts';
import { acquire } from '../../../src/upstream/acquire.ts';
import type { Capture } from '../../../src/upstream/capture.ts';
import { createClient } from '../../../src/upstream/client.ts';
import { UpstreamError } from '../../../src/upstream/errors.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { rawRow } from '../../support/raw-row.ts';

const NOW = '2026-03-04T05:06:07.000Z';
const rows = Array.from({ length: 30 }, (_, index) => rawRow(`maker/model-${index}`));
const picture = rawRow('maker/picture', { architecture: { output_modalities: ['image'] } });
const idsOf = (some: readonly Record<string, unknown>[]): unknown[] => some.map(({ id }) => id);

let server: ReplayServer | TestServer | undefined;
afterEach(() => server?.close());

const HASTY = { apiKey: null, retries: 1, retryDelayMs: 1, timeoutMs: 2_000 };

async function replayed(scope: 'text' | 'all', ...faults: string[]): Promise<Capture> {
  server = await startReplay({
    capture: {
      rows: [...rows, picture],
      capturedAt: NOW,
      categories: {
        programming: ['maker/model-3', 'maker/model-1', 'maker/picture'],
        legal: ['maker/model-2'],
      },
      popularity: ['maker/model-7', 'maker/model-5'],
    },
    faults,
  });
  return acquire(createClient({ apiUrl: server.url, ...HASTY }), scope);
}

/** A capture of an endpoint that gives each request the answer that `bodyOf` makes of its query. */
async function captureOf(bodyOf: (query: URLSearchParams, origin: string) => unknown): Promise<Capture> {
  server = await startServer((_, { url = '' }, response) => {
    const { searchParams, origin } = new URL(url, server?.url);
    response.end(JSON.stringify(bodyOf(searchParams, origin)));
  });
  return acquire(createClient({ apiUrl: server.url, ...HASTY }), 'text', {
    clock: () => new Date(NOW),
  });
}

describe('acquire', () => {
  it('takes all models, every category and the popularity order, dated by the answer', async () => {
    const capture = await replayed('all');
    expect(capture.rows).toEqual([...rows, picture]);
    expect(capture).toMatchObject({
      capturedAt: NOW,
      scope: 'all',
      totalCount: 31,
      categoriesOrigin: 'endpoint',
      categoriesNote: null,
    });
    expect(capture.categories.programming).toEqual({
      ids: ['maker/model-3', 'maker/model-1', 'maker/picture'],
      problem: null,
    });
    expect(capture.categories.health).toEqual({ ids: [], problem: null });
    expect(capture.popularity.ids?.slice(0, 2)).toEqual(['maker/model-7', 'maker/model-5']);
  });

  it('asks once for each list, each time with the scope', async () => {
    await replayed('all');
    const queries = (server as ReplayServer).requests.map(({ query }) => query);
    expect(queries).toHaveLength(2 + CATEGORY_NAMES.length);
    expect(queries[0]).toEqual({ output_modalities: 'all' });
    expect(new Set(queries.map((query) => query.category ?? query.sort))).toEqual(
      new Set([undefined, 'most-popular', ...CATEGORY_NAMES]),
    );
    expect(queries.every((query) => query.output_modalities === 'all')).toBe(true);
  });

  it('asks for the endpoint’s default when the scope is text', async () => {
    const capture = await replayed('text');
    expect(capture.scope).toBe('text');
    expect(capture.rows).toEqual(rows);
    expect((server as ReplayServer).requests[0]?.query).toEqual({});
  });

  it('takes the machine’s clock when the answer has no date', async () => {
    const capture = await captureOf(() => ({ data: rows }));
    // Node’s server dates every answer, so the clock is not asked here: the header is.
    expect(Math.abs(Date.parse(capture.capturedAt) - Date.now())).toBeLessThan(60_000);
    await server?.close();
    server = await startReplay({
      capture: { rows, capturedAt: NOW, categories: {}, popularity: [] },
      faults: ['date=none'],
    });
    const clock = new Date('2031-01-01T00:00:00Z');
    const other = await acquire(createClient({ apiUrl: server.url, ...HASTY }), 'text', {
      clock: () => clock,
    });
    expect(other.capturedAt).toBe(clock.toISOString());
  });

  it('loses only the category whose request failed, and says why', async () => {
    const capture = await replayed('all', 'category=legal status=500');
    expect(capture.categories.legal).toEqual({
      ids: null,
      problem:
        'OpenRouter was asked for category=legal: it answered 500 Internal Server Error: "Replayed fault 500" (2 attempts).',
    });
    expect(capture.categories.programming.ids).toHaveLength(3);
    expect(capture.categoriesOrigin).toBe('endpoint');
  });

  it('loses only the popularity order when its request failed', async () => {
    const capture = await replayed('all', 'sort=most-popular body=html');
    expect(capture.popularity.ids).toBeNull();
    expect(capture.popularity.problem).toMatch(
      /^OpenRouter was asked for sort=most-popular: it answered with a web page/,
    );
    expect(capture.categories.legal.ids).toEqual(['maker/model-2']);
  });

  it('has no category order when all category requests failed', async () => {
    const capture = await replayed('all', 'category=* status=503');
    expect(capture.categoriesOrigin).toBe('none');
    expect(capture.rows).toHaveLength(31);
  });

  it('takes an endpoint that ignores category and sort as one without orders', async () => {
    const capture = await captureOf(() => ({ data: rows }));
    expect(capture.categories.legal.ids).toBeNull();
    expect(capture.categories.legal.problem).toContain('as if category=legal had not been asked');
    expect(capture.popularity.problem).toContain('as if sort=most-popular had not been asked');
  });

  it('loses the orders that had not arrived when the total time was over', async () => {
    server = await startReplay({
      capture: { rows, capturedAt: NOW, categories: {}, popularity: [] },
      faults: ['category=* hang'],
    });
    const begun = Date.now();
    const capture = await acquire(createClient({ apiUrl: server.url, ...HASTY, totalMs: 600 }), 'all');
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(capture.rows).toHaveLength(30);
    expect(capture.popularity.problem).toContain('as if sort=most-popular had not been asked');
    expect(capture.categories.legal.problem).toBe(
      'OpenRouter was asked for category=legal: it had not answered when the 0.01 minutes for all requests of a capture were over.',
    );
  });

  it('fails when the list of models has not arrived when the total time is over', async () => {
    server = await startReplay({
      capture: { rows, capturedAt: NOW, categories: {}, popularity: [] },
      faults: ['hang'],
    });
    const client = createClient({ apiUrl: server.url, ...HASTY, totalMs: 300 });
    await expect(acquire(client, 'all')).rejects.toThrow(
      /models\?output_modalities=all had not answered when the 0\.005 minutes for all requests of a capture were over\. Try again later, or build from a capture with CATALOG_SOURCE=capture\.$/,
    );
  });

  it.each([
    ['the server fails', 'status=500', 'answered 500'],
    ['it is a web page', 'body=html', 'answered with a web page instead of JSON'],
    ['it is cut', 'cut=50%', 'broke off in the middle'],
    ['it is not a list', 'body=wrong-envelope', 'answered with JSON that is no list of models'],
  ])('fails when the list of models fails: %s', async (_, effect, words) => {
    const error: unknown = await replayed('all', `!category !sort ${effect}`).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UpstreamError);
    expect((error as UpstreamError).message).toContain(words);
    expect((server as ReplayServer).requests.every(({ query }) => !('category' in query))).toBe(true);
  });
});

describe('acquire: pages', () => {
  const paged =
    (next: (from: number, origin: string) => string | null) => (query: URLSearchParams, origin: string) => {
      const from = Number(query.get('offset'));
      return {
        data: rows.slice(from, from + 10),
        total_count: rows.length,
        links: { next: next(from, origin) },
      };
    };
  const plain = (from: number): string | null => (from < 20 ? `/api/v1/models?offset=${from + 10}` : null);

  it('follows pages to the end', async () => {
    const capture = await captureOf(paged(plain));
    expect(idsOf(capture.rows as Record<string, unknown>[])).toEqual(idsOf(rows));
    expect(capture.totalCount).toBe(30);
  });

  it('stops when the pages together are too large', async () => {
    let asked = 0;
    server = await startServer((number, _, response) => {
      asked = number;
      response.end(
        JSON.stringify({
          data: [],
          pad: 'x'.repeat(1000),
          links: { next: `/api/v1/models?offset=${number}` },
        }),
      );
    });
    const client = createClient({ apiUrl: server.url, ...HASTY });
    await expect(acquire(client, 'text', { maxListBytes: 5_000 })).rejects.toThrow(
      'has pages of more than 5 kB together. Check OPENROUTER_API_URL',
    );
    expect(asked).toBe(5);
  });

  it('follows a page without the password in its address', async () => {
    const capture = await captureOf(
      paged((from, origin) =>
        from < 20 ? `${origin.replace('//', '//me:secret@')}/api/v1/models?offset=${from + 10}` : null,
      ),
    );
    expect(capture.rows).toHaveLength(30);
  });

  it.each([
    ['to another host', () => 'https://elsewhere.example/models', 'names a next page on another host'],
    [
      'to another host with a password',
      () => 'https://me:secret@elsewhere.example/models',
      'another host (https://…@elsewhere.example/models)',
    ],
    ['to no address', () => 'http://[', 'names a next page on another host'],
    ['in a circle', () => '/api/v1/models?offset=0', 'has pages without an end'],
    ['on and on', (from: number) => `/api/v1/models?offset=${from + 1}`, 'has pages without an end'],
  ])('does not follow pages %s', async (_, next, words) => {
    await expect(captureOf(paged(next))).rejects.toThrow(words);
  });
});
