import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoSiteError, startServer, type StaticServer } from '../../../src/cli/static-server.ts';

const FILES = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'models/openai/gpt-4.1/index.html': `<h1>GPT-4.1</h1>${'<p>long enough to be worth packing</p>'.repeat(100)}`,
  'models/openai/gpt-4.1/batch/index.html': '<h1>GPT-4.1 (batch)</h1>',
  'models/openai/gpt-4.1.json': '{}',
  'models/openai/gpt-4.1.md': '# GPT-4.1',
  'models/~openai/gpt-latest/index.html': '<h1>GPT latest</h1>',
  'feeds/new.xml': '<rss/>',
  'feeds/new.atom': '<feed/>',
  'feeds/retiring.ics': 'BEGIN:VCALENDAR',
  'data/models.csv': 'id',
  'llms.txt': 'Modeldex',
  '_astro/page.Dx3.css': 'body{}',
  '_astro/page.Dx3.js': '0',
  'pagefind/wasm.en.pagefind': 'x',
  'favicon.svg': '<svg/>',
};

let dir: string;
let server: StaticServer;
let based: StaticServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'modeldex-site-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(join(dir, dirname(path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  server = await startServer({ dir });
  based = await startServer({ dir, basePath: '/catalog' });
});
afterAll(async () => {
  await Promise.all([server.close(), based.close()]);
  await rm(dir, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

describe('pages', () => {
  it.each([
    ['', 'Home'],
    ['models/openai/gpt-4.1/', 'GPT-4.1'],
    ['models/openai/gpt-4.1', 'GPT-4.1'],
    ['models/openai/gpt-4.1?a=b', 'GPT-4.1'],
    ['models/openai/gpt-4.1/batch', 'GPT-4.1 (batch)'],
    ['models/~openai/gpt-latest/', 'GPT latest'],
    ['models/%7Eopenai/gpt-latest/', 'GPT latest'],
  ])('%s is found', async (path, title) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });

  it.each(['models/', 'models/openai/gpt-4', 'nothing', '..%2f..%2fetc/passwd', '%', '%00'])(
    '%s is not found, and the page for that is shown',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(FILES['404.html']);
    },
  );

  it('are only read', async () => {
    expect((await get('', { method: 'POST' })).status).toBe(405);
    const head = await get('', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  it('are compressed', async () => {
    const response = await get('models/openai/gpt-4.1/');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(FILES['models/openai/gpt-4.1/index.html']);
  });

  it('that are built again are served anew', async () => {
    await writeFile(join(dir, 'again.txt'), 'one');
    expect(await (await get('again.txt')).text()).toBe('one');
    await writeFile(join(dir, 'again.txt'), 'another');
    expect(await (await get('again.txt')).text()).toBe('another');
  });
});

describe('content types', () => {
  it.each([
    ['models/openai/gpt-4.1.json', 'application/json'],
    ['models/openai/gpt-4.1.md', 'text/markdown; charset=utf-8'],
    ['feeds/new.xml', 'application/xml; charset=utf-8'],
    ['feeds/new.atom', 'application/atom+xml'],
    ['feeds/retiring.ics', 'text/calendar; charset=utf-8'],
    ['data/models.csv', 'text/csv; charset=utf-8'],
    ['llms.txt', 'text/plain; charset=utf-8'],
    ['_astro/page.Dx3.css', 'text/css'],
    ['_astro/page.Dx3.js', 'text/javascript'],
    ['pagefind/wasm.en.pagefind', 'application/octet-stream'],
    ['favicon.svg', 'image/svg+xml'],
  ])('%s is %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });
});

describe('headers', () => {
  it.each(['', 'nothing', '_astro/page.Dx3.js'])('that guard are sent with %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('let only hashed files be kept for long', async () => {
    expect((await get('_astro/page.Dx3.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('')).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('a base path', () => {
  it('holds everything', async () => {
    expect(new URL(based.url).pathname).toBe('/catalog/');
    for (const path of ['', 'models/openai/gpt-4.1', 'feeds/new.xml']) {
      expect((await fetch(new URL(path, based.url))).status).toBe(200);
    }
    expect((await fetch(based.url.slice(0, -1))).status).toBe(200);
    const asset = await fetch(new URL('_astro/page.Dx3.js', based.url));
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/', '/feeds/new.xml', '/catalogue/', '/catalogfeeds/new.xml'])('leaves out %s', async (path) => {
    expect((await fetch(new URL(path, based.url))).status).toBe(404);
  });
});

it('says so when there is no site', async () => {
  const start = startServer({ dir: join(dir, 'models') });
  await expect(start).rejects.toThrow(NoSiteError);
  await expect(start).rejects.toThrow('npm run build');
});
