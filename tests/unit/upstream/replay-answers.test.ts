import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../../src/catalog/categories.ts';
import { readReplayCapture } from '../../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { FROZEN_WIDE_CAPTURE, ROOT } from '../../support/paths.ts';
import { REPLAY_SAMPLE } from '../../support/replay-sample.ts';

const TEXT_IDS = ['a/cheap', 'a/cheap:free', 'b/dear', 'b/router', 'c/speaker', '~c/speaker-latest'];

let server: ReplayServer;

beforeAll(async () => {
  server = await startReplay({ capture: REPLAY_SAMPLE });
});
afterAll(() => server.close());

const get = (query = '', init: RequestInit = {}) => fetch(`${server.url}/models${query}`, init);

async function idsOf(query: string): Promise<string[]> {
  const response = await get(query);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { id: string }[] };
  return data.map(({ id }) => id);
}

describe('startReplay: the list', () => {
  it('serves the rows of the default scope unchanged and in order', async () => {
    const response = await get();
    expect(await response.json()).toEqual({
      data: REPLAY_SAMPLE.rows.filter((row) => (row as { id: string }).id !== 'c/painter'),
      total_count: 6,
      links: { next: null },
    });
  });

  it('dates the answer by the capture and sends upstream’s headers', async () => {
    const { headers } = await get();
    expect(headers.get('date')).toBe('Wed, 04 Mar 2026 05:06:07 GMT');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('etag')).toBeNull();
  });

  it('serves broken rows', async () => {
    const broken = [null, 17, 'text', [], {}, { id: 3, architecture: 4, pricing: 5 }];
    const own = await startReplay({ capture: { ...REPLAY_SAMPLE, rows: broken } });
    for (const sort of ['newest', 'pricing-low-to-high', 'most-popular', 'context-high-to-low']) {
      const response = await fetch(`${own.url}/models?output_modalities=all&sort=${sort}&q=`);
      expect(await response.json()).toMatchObject({ data: broken });
    }
    const feed = await fetch(`${own.url}/models?use_rss=true`);
    expect(feed.status).toBe(200);
    await own.close();
  });
});

describe('startReplay: filters', () => {
  it.each([
    ['output_modalities=all', [...TEXT_IDS.slice(0, 4), 'c/painter', ...TEXT_IDS.slice(4)]],
    ['output_modalities=image', ['c/painter']],
    ['output_modalities=image,audio', ['c/painter', 'c/speaker']],
    ['output_modalities=', TEXT_IDS],
    ['input_modalities=image', ['~c/speaker-latest']],
    ['input_modalities=text,image', ['~c/speaker-latest']],
    ['supported_parameters=tools', ['b/dear']],
    ['supported_parameters=tools,max_tokens', []],
    ['model_authors=b', ['b/dear', 'b/router']],
    ['model_authors=b,c', ['b/dear', 'b/router', 'c/speaker', '~c/speaker-latest']],
    ['q=DEAR%20%26', ['b/dear']],
    ['q=speaker', ['c/speaker', '~c/speaker-latest']],
    ['unheard_of=1', TEXT_IDS],
  ])('answers the query %s', async (query, ids) => {
    expect(await idsOf(`?${query}`)).toEqual(ids);
  });
});

describe('startReplay: categories', () => {
  it('serves a category in its own order, without ids that the capture lacks', async () => {
    expect(await idsOf('?category=programming')).toEqual(['b/dear', 'a/cheap']);
    expect(await idsOf('?category=programming&output_modalities=all')).toEqual([
      'b/dear',
      'a/cheap',
      'c/painter',
    ]);
    expect(await idsOf('?category=programming&sort=pricing-low-to-high')).toEqual(['a/cheap', 'b/dear']);
  });

  it.each(['health', 'marketing/seo'])('serves an empty category: %s', async (category) => {
    const response = await get(`?category=${encodeURIComponent(category)}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: [], total_count: 0, links: { next: null } });
  });

  it('knows every category', async () => {
    for (const category of CATEGORY_NAMES) expect((await get(`?category=${category}`)).status).toBe(200);
  });
});

describe('startReplay: orders', () => {
  it.each([
    ['most-popular', ['c/speaker', 'b/dear', 'a/cheap', 'a/cheap:free', 'b/router', '~c/speaker-latest']],
    ['newest', ['c/speaker', '~c/speaker-latest', 'a/cheap:free', 'b/dear', 'a/cheap', 'b/router']],
    [
      'pricing-low-to-high',
      ['a/cheap:free', 'a/cheap', 'b/dear', 'c/speaker', '~c/speaker-latest', 'b/router'],
    ],
    [
      'pricing-high-to-low',
      ['c/speaker', '~c/speaker-latest', 'b/dear', 'a/cheap', 'a/cheap:free', 'b/router'],
    ],
    [
      'context-high-to-low',
      ['a/cheap:free', 'c/speaker', '~c/speaker-latest', 'b/dear', 'a/cheap', 'b/router'],
    ],
    ['throughput-high-to-low', TEXT_IDS],
  ])('sorts by %s', async (sort, ids) => {
    expect(await idsOf(`?sort=${sort}`)).toEqual(ids);
  });
});

describe('startReplay: pages', () => {
  it('pages only on request, and links to the next page with the same query', async () => {
    const first: unknown = await (await get('?limit=4&sort=newest')).json();
    expect(first).toMatchObject({
      data: { length: 4 },
      total_count: 6,
      links: { next: '/api/v1/models?limit=4&sort=newest&offset=4' },
    });
    const { links } = first as { links: { next: string } };
    const second: unknown = await (await fetch(new URL(links.next, server.url))).json();
    expect(second).toMatchObject({ data: { length: 2 }, total_count: 6, links: { next: null } });
    expect(await idsOf('?offset=5')).toEqual(['~c/speaker-latest']);
    expect(await idsOf('?offset=6')).toEqual([]);
  });
});

describe('startReplay of a real answer with all outputs', () => {
  interface Envelope {
    readonly data: readonly { readonly id: string }[];
    readonly total_count: number;
    readonly links: { readonly next: string | null };
  }
  let wide: ReplayServer;
  let rows: readonly unknown[];
  beforeAll(async () => {
    const capture = await readReplayCapture(FROZEN_WIDE_CAPTURE, ROOT);
    rows = capture.rows;
    wide = await startReplay({ capture });
  });
  afterAll(() => wide.close());
  const ask = async (address: string): Promise<Envelope> =>
    (await (await fetch(new URL(address, `${wide.url}/`))).json()) as Envelope;

  it.each([
    ['', 338],
    ['output_modalities=text', 338],
    ['output_modalities=image', 40],
    ['output_modalities=speech,transcription', 32],
    ['output_modalities=embeddings,rerank,audio', 41],
    ['output_modalities=decisions', 0],
    ['output_modalities=all', 457],
    ['output_modalities=all&input_modalities=audio,text', 30],
    ['output_modalities=all&sort=most-popular', 457],
    ['output_modalities=embeddings&q=nvidia', 2],
  ])('answers the query "%s" with %i rows', async (query, count) => {
    const { data, total_count, links } = await ask(`models?${query}`);
    expect({ rows: data.length, total_count, links }).toEqual({
      rows: count,
      total_count: count,
      links: { next: null },
    });
  });

  it('serves all rows in order over pages, each with the total count', async () => {
    const pages: Envelope[] = [];
    let next: string | null = 'models?output_modalities=all&limit=200';
    while (next !== null) {
      const page: Envelope = await ask(next);
      pages.push(page);
      next = page.links.next;
    }
    expect(pages.map(({ data, total_count }) => [data.length, total_count])).toEqual([
      [200, 457],
      [200, 457],
      [57, 457],
    ]);
    expect(pages.flatMap(({ data }) => data)).toEqual(rows);
  });

  it('dates the answer by the time in the file name', async () => {
    const { headers } = await fetch(`${wide.url}/models`);
    expect(headers.get('date')).toBe('Wed, 05 Aug 2026 03:19:00 GMT');
  });
});
