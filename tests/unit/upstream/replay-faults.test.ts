import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/upstream/replay/fault.ts';
import { FAULT_HELP, FaultError, parseFault } from '../../../src/upstream/replay/read-fault.ts';
import type { ReplayCapture } from '../../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { rawRow } from '../../support/raw-row.ts';

const CAPTURE: ReplayCapture = {
  rows: Array.from({ length: 8 }, (_, index) => rawRow(`a/model-${index}`)),
  capturedAt: '2026-03-04T05:06:07.000Z',
  categories: {},
  popularity: [],
};

let server: ReplayServer;
afterEach(() => server.close());

async function replay(...faults: (Fault | string)[]): Promise<(query?: string) => Promise<Response>> {
  server = await startReplay({ capture: CAPTURE, faults });
  return (query = '') => fetch(`${server.url}/models${query}`, { signal: AbortSignal.timeout(10_000) });
}

async function statuses(get: (query: string) => Promise<Response>, queries: string[]): Promise<number[]> {
  const found: number[] = [];
  for (const query of queries) found.push((await get(query)).status);
  return found;
}

describe('startReplay: which requests fail', () => {
  it('fails requests with a value of a parameter', async () => {
    const get = await replay('category=legal status=500');
    expect(await statuses(get, ['', '?category=legal', '?category=health'])).toEqual([200, 500, 200]);
  });

  it('fails requests with any value of a parameter, or without the parameter', async () => {
    const get = await replay('category=* status=500', '!category !sort status=503');
    expect(await statuses(get, ['', '?category=legal', '?sort=newest'])).toEqual([503, 500, 200]);
  });

  it('fails requests for a path', async () => {
    const get = await replay('path=/api/*/models status=500', 'path=/api/v1/other status=418');
    expect(await statuses(get, ['', '/more'])).toEqual([500, 404]);
    expect((await fetch(`${server.url}/other`)).status).toBe(418);
  });

  it.each([
    ['nth=2', [200, 500, 200, 200]],
    ['nth=2..3', [200, 500, 500, 200]],
    ['nth=3..', [200, 200, 500, 500]],
    ['nth=..2', [500, 500, 200, 200]],
  ])('fails the requests of %s', async (nth, expected) => {
    const get = await replay(`${nth} status=500`);
    expect(await statuses(get, ['', '', '', ''])).toEqual(expected);
  });

  it('counts requests for each fault separately, and only those that match', async () => {
    const get = await replay('category=legal nth=2 status=500', 'nth=4 status=503');
    const queries = ['', '?category=legal', '', '?category=legal', '?category=legal'];
    // The fourth request matches both faults: the first is used up, and the second has counted the request.
    expect(await statuses(get, queries)).toEqual([200, 200, 200, 500, 200]);
    expect(server.requests[3]?.fault).toEqual(parseFault('category=legal nth=2 status=500'));
  });

  it('takes new faults while it runs, and starts counting again', async () => {
    const get = await replay('nth=1 status=500');
    expect(await statuses(get, ['', ''])).toEqual([500, 200]);
    server.fail(['nth=1 status=503']);
    expect(await statuses(get, ['', ''])).toEqual([503, 200]);
    server.fail([]);
    expect(await statuses(get, [''])).toEqual([200]);
  });
});

describe('startReplay: faults', () => {
  it('sends a status with an error in upstream’s form', async () => {
    const response = await (await replay('status=502'))();
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ error: { code: 502, message: expect.any(String) as string } });
  });

  it('asks for a wait in seconds or until a time', async () => {
    const get = await replay('nth=1 status=429 retry-after=7', 'status=503 retry-after=2026-03-04T05:06:09Z');
    expect((await get()).headers.get('retry-after')).toBe('7');
    expect((await get()).headers.get('retry-after')).toBe('Wed, 04 Mar 2026 05:06:09 GMT');
  });

  it('sends another date or none', async () => {
    const get = await replay('nth=1 date=2020-01-02T03:04:05Z', 'date=none');
    expect((await get()).headers.get('date')).toBe('Thu, 02 Jan 2020 03:04:05 GMT');
    expect((await get()).headers.get('date')).toBeNull();
  });

  it('sends a web page instead of JSON', async () => {
    const get = await replay('nth=1 body=html', 'status=403 body=html');
    for (const status of [200, 403]) {
      const response = await get();
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toMatch(/^<!doctype html>/);
    }
  });

  it('sends a body that is empty, no JSON or JSON of another shape', async () => {
    const get = await replay(
      'nth=1 body=empty',
      'nth=2 body=not-json',
      'nth=3 body=wrong-envelope',
      'body=error',
    );
    expect(await (await get()).text()).toBe('');
    const notJson = await (await get()).text();
    expect(notJson.length).toBeGreaterThan(100);
    expect(() => JSON.parse(notJson) as unknown).toThrow(SyntaxError);
    expect(await (await get()).json()).toEqual({ data: { rows: 'none' } });
    const error = await get();
    expect(error.status).toBe(200);
    expect(await error.json()).toHaveProperty('error.message');
  });

  it('sends fewer rows', async () => {
    const get = await replay('nth=1 rows=3', 'rows=0');
    expect(await (await get()).json()).toMatchObject({ data: CAPTURE.rows.slice(0, 3), total_count: 3 });
    expect(await (await get()).json()).toMatchObject({ data: [], total_count: 0 });
  });

  it('sends wrong types in some or all rows and keeps their ids', async () => {
    const get = await replay('nth=1 wrong-types=2', 'wrong-types=all');
    const { data: some } = (await (await get()).json()) as { data: unknown[] };
    expect(some.slice(2)).toEqual(CAPTURE.rows.slice(2));
    expect(some.slice(0, 2)).toMatchObject([
      { id: 'a/model-0', name: 17, created: 'seventeen', pricing: 'seventeen' },
      { id: 'a/model-1', name: 17 },
    ]);
    const { data: all } = (await (await get()).json()) as { data: { name: unknown }[] };
    expect(all.map(({ name }) => name)).toEqual(Array(8).fill(17));
  });

  it('sends any other answer given in code', async () => {
    const get = await replay({
      when: { query: { category: null } },
      rewrite: (answer) => ({ ...answer, body: '{"data":[null]}' }),
    });
    expect(await (await get()).json()).toEqual({ data: [null] });
  });

  it('pads a body with white space, without its length in the headers', async () => {
    const response = await (await replay('pad=1MB'))();
    expect(response.headers.get('content-length')).toBeNull();
    const text = await response.text();
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text)).toMatchObject({ data: CAPTURE.rows });
  });

  it('sends a body in pieces', async () => {
    const response = await (await replay('drip=2000/1'))();
    expect(await response.json()).toMatchObject({ data: CAPTURE.rows });
  });

  it('sends a body too slowly to wait for', async () => {
    await replay('drip=1/60000');
    const response = await fetch(`${server.url}/models`, { signal: AbortSignal.timeout(200) });
    await expect(response.text()).rejects.toThrow();
  });

  it('waits before the first byte', async () => {
    await replay('delay=60000');
    await expect(fetch(`${server.url}/models`, { signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout/,
    );
  });

  it('sends no answer at all', async () => {
    await replay('hang');
    await expect(fetch(`${server.url}/models`, { signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout/,
    );
  });

  it.each(['cut=0', 'cut=100', 'cut=50%', 'cut=50% reset'])('breaks off a body: %s', async (words) => {
    const response = await (await replay(words))();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated/);
  });

  it('resets a connection', async () => {
    const get = await replay('reset');
    await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('closes while requests are open', async () => {
    await replay('hang');
    const waiting = fetch(`${server.url}/models`).catch((error: unknown) => error);
    await expect.poll(() => server.requests.length).toBe(1);
    await server.close();
    expect(await waiting).toBeInstanceOf(Error);
  });
});

describe('parseFault', () => {
  it('reads the words of a fault', () => {
    expect(
      parseFault('category=marketing/seo !sort nth=2..3 status=503 retry-after=2 cut=10 drip=64/100 pad=2kB'),
    ).toEqual({
      when: { query: { category: 'marketing/seo', sort: null }, nth: { first: 2, last: 3 } },
      status: 503,
      retryAfter: '2',
      cut: { bytes: 10 },
      drip: { bytes: 64, everyMs: 100 },
      pad: 2000,
    });
  });

  it.each([
    ['stauts=500', 'stauts=500'],
    ['!status', '!status'],
    ['status=5000', 'status=503'],
    ['status', 'status=503'],
    ['body=pdf', 'not-json'],
    ['drip=0/5', 'drip=64/100'],
    ['cut=half', 'cut=50%'],
    ['pad=9GB', 'pad=200MB'],
    ['date=soon', 'date=none'],
    ['retry-after=soon', 'retry-after=2'],
    ['reset=now', 'reset'],
    ['nth=0 reset', 'nth=2..4'],
    ['nth=3..2 reset', 'nth=2..4'],
    ['nth= reset', 'nth=2..4'],
    ['category=legal', 'what goes wrong'],
    ['', 'what goes wrong'],
    ['constructor=1', 'constructor=1'],
  ])('refuses wrong words and says what they may be: %s', (words, hint) => {
    expect(() => parseFault(words)).toThrow(FaultError);
    expect(() => parseFault(words)).toThrow(hint);
  });

  it('reads every example of the help', () => {
    const examples = [...FAULT_HELP.matchAll(/--fault '([^']+)'/g)].map(([, words]) => words ?? '');
    expect(examples.length).toBeGreaterThan(3);
    for (const words of examples) expect(() => parseFault(words)).not.toThrow();
  });
});
