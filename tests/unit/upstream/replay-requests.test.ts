import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { rawRow } from '../../support/raw-row.ts';
import { REPLAY_SAMPLE } from '../../support/replay-sample.ts';

let server: ReplayServer;

beforeAll(async () => {
  server = await startReplay({ capture: REPLAY_SAMPLE });
});
afterAll(() => server.close());

const get = (query = '', init: RequestInit = {}) => fetch(`${server.url}/models${query}`, init);

describe('startReplay: wrong requests', () => {
  it.each([
    'category=cooking',
    'category=',
    'category=__proto__',
    'sort=best',
    'sort=constructor',
    'limit=0',
    'limit=1001',
    'limit=x',
    'offset=-1',
  ])('answers %s with 400 in upstream’s form', async (query) => {
    const response = await get(`?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      error: { code: 400, message: expect.stringMatching(/^Invalid /) as string },
    });
  });

  it('answers another path with 404', async () => {
    const response = await fetch(`${server.url}/other`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 404 } });
  });

  it('answers another method with 405, and a preflight with the allowed methods', async () => {
    expect((await get('', { method: 'POST' })).status).toBe(405);
    const preflight = await get('', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('GET');
  });

  it('sends no body for a HEAD request', async () => {
    const response = await get('', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await response.text()).toBe('');
  });
});

describe('startReplay: RSS', () => {
  const text = async (query: string) => {
    const response = await get(query);
    expect(response.headers.get('content-type')).toBe('application/rss+xml');
    return response.text();
  };
  const all = (xml: string, tag: string) =>
    [...xml.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, content]) => content);

  it('lists the newest models first, by id without variant', async () => {
    const xml = await text('?use_rss=true');
    expect(all(xml, 'title').slice(0, 5)).toEqual([
      'OpenRouter - New Models',
      '<![CDATA[Maker: c/speaker (c/speaker)]]>',
      '<![CDATA[Maker: ~c/speaker-latest (~c/speaker-latest)]]>',
      '<![CDATA[Maker: a/cheap:free (a/cheap)]]>',
      '<![CDATA[Bee: Dear & Large (b/dear)]]>',
    ]);
    expect(all(xml, 'link').slice(1, 4)).toEqual([
      'https://openrouter.ai/c/speaker',
      'https://openrouter.ai/~c/speaker-latest',
      'https://openrouter.ai/a/cheap',
    ]);
    expect(all(xml, 'pubDate')[2]).toBe('Thu, 01 Jan 1970 00:05:00 GMT');
  });

  it('repeats guids between variants, as upstream does', async () => {
    const guids = all(await text('?use_rss=true'), 'guid');
    expect(guids.filter((guid) => guid === 'a/cheap')).toHaveLength(2);
  });

  it('keeps text that would end its section', async () => {
    expect(await text('?use_rss=true')).toContain('<![CDATA[Ends ]]]]><![CDATA[> early.]]>');
  });

  it('links to the chat page on request', async () => {
    const xml = await text('?use_rss=true&use_rss_chat_links=true&model_authors=a');
    expect(all(xml, 'link')).toEqual([
      'https://openrouter.ai/models',
      'https://openrouter.ai/chat?models=a/cheap:free',
      'https://openrouter.ai/chat?models=a/cheap',
    ]);
  });
});

describe('startReplay: a running server', () => {
  it('remembers its requests', async () => {
    const own = await startReplay({ capture: REPLAY_SAMPLE });
    await fetch(`${own.url}/models?category=legal`, { headers: { 'user-agent': 'a test' } });
    await fetch(`${own.url}/models?category=no`);
    expect(own.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/v1/models',
        query: { category: 'legal' },
        headers: { 'user-agent': 'a test' },
        fault: null,
        status: 200,
      },
      { query: { category: 'no' }, status: 400 },
    ]);
    await own.close();
  });

  it('continues with another capture', async () => {
    const own = await startReplay({ capture: REPLAY_SAMPLE });
    own.use({ ...REPLAY_SAMPLE, rows: [rawRow('d/new')], capturedAt: '2026-03-05T00:00:00.000Z' });
    const response = await fetch(`${own.url}/models`);
    expect(response.headers.get('date')).toBe('Thu, 05 Mar 2026 00:00:00 GMT');
    expect(await response.json()).toMatchObject({ data: [{ id: 'd/new' }], total_count: 1 });
    await own.close();
  });

  it('listens on this machine only', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  it('survives an address that cannot be read', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    socket.write('GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const answered: unknown[] = await once(socket, 'data');
    expect(answered[0]).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
  });
});
