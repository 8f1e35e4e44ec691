import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
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

describe('startServer: pages', () => {
  it.each([
    ['', 'Home'],
    ['models/openai/gpt-4.1/', 'GPT-4.1'],
    ['models/openai/gpt-4.1', 'GPT-4.1'],
    ['models/openai/gpt-4.1?a=b', 'GPT-4.1'],
    ['models/openai/gpt-4.1/batch', 'GPT-4.1 (batch)'],
    ['models/~openai/gpt-latest/', 'GPT latest'],
    ['models/%7Eopenai/gpt-latest/', 'GPT latest'],
  ])('serves the page %s', async (path, title) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });

  it.each(['models/', 'models/openai/gpt-4', 'nothing', '..%2f..%2fetc/passwd', '%', '%00'])(
    'answers %s with 404 and the site’s own page',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(FILES['404.html']);
    },
  );

  it('answers 405 to a request that would write', async () => {
    expect((await get('', { method: 'POST' })).status).toBe(405);
    const head = await get('', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  it('compresses pages', async () => {
    const response = await get('models/openai/gpt-4.1/');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(FILES['models/openai/gpt-4.1/index.html']);
  });

  it('serves a file as it is after a rebuild', async () => {
    await writeFile(join(dir, 'again.txt'), 'one');
    expect(await (await get('again.txt')).text()).toBe('one');
    await writeFile(join(dir, 'again.txt'), 'another');
    expect(await (await get('again.txt')).text()).toBe('another');
  });
});

describe('startServer: content types', () => {
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
  ])('serves %s as %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });
});

describe('startServer: headers', () => {
  it.each(['', 'nothing', '_astro/page.Dx3.js'])('sends security headers with /%s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('lets no other site put a page into a frame', async () => {
    expect((await get('')).headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('allows long caching of hashed files only', async () => {
    expect((await get('_astro/page.Dx3.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('')).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('startServer: base path', () => {
  it('serves everything below it', async () => {
    expect(new URL(based.url).pathname).toBe('/catalog/');
    for (const path of ['', 'models/openai/gpt-4.1', 'feeds/new.xml']) {
      expect((await fetch(new URL(path, based.url))).status).toBe(200);
    }
    expect((await fetch(based.url.slice(0, -1))).status).toBe(200);
    const asset = await fetch(new URL('_astro/page.Dx3.js', based.url));
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/', '/feeds/new.xml', '/catalogue/', '/catalogfeeds/new.xml'])(
    'answers 404 to %s, which is outside it',
    async (path) => {
      expect((await fetch(new URL(path, based.url))).status).toBe(404);
    },
  );
});

describe('startServer: ranges', () => {
  const PATH = 'models/openai/gpt-4.1/';
  const text = FILES['models/openai/gpt-4.1/index.html'];
  const size = text.length;

  it.each([
    ['bytes=5-9', 5, 9],
    ['bytes=-5', size - 5, size - 1],
    [`bytes=-${size + 7}`, 0, size - 1],
    ['bytes=7-', 7, size - 1],
    [`bytes=${size - 1}-${size + 7}`, size - 1, size - 1],
    ['bytes=0-1', 0, 1],
  ])('answers %s with these bytes, uncompressed', async (range, first, last) => {
    const response = await get(PATH, { headers: { range, 'accept-encoding': 'gzip' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${first}-${last}/${size}`);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(text.slice(first, last + 1));
  });

  it.each([`bytes=${size}-`, `bytes=${size + 1}-${size + 5}`, 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    'refuses a range beyond the end: %.20s',
    async (range) => {
      const response = await get(PATH, { headers: { range } });
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe(`bytes */${size}`);
    },
  );

  it.each([
    'bytes=9-2',
    'bytes=3-1',
    'lines=x',
    'lines=0-5',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=0x1-5',
    'bytes=1-2,4-5',
    'bytes=0-0',
    '5-9',
  ])('answers %s with the whole file', async (range) => {
    const response = await get(PATH, { headers: { range } });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
  });

  it('ignores a range for an older file and in a HEAD request', async () => {
    const headers = { range: 'bytes=5-9' };
    expect((await get(PATH, { headers: { ...headers, 'if-range': 'W/"1"' } })).status).toBe(200);
    expect((await get(PATH, { headers, method: 'HEAD' })).status).toBe(200);
  });
});

describe('startServer: hostile requests', () => {
  /** Sends bytes as they are, and gives what comes back until the server hangs up or falls silent. */
  function send(bytes: string): Promise<string> {
    return new Promise((settle) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
      let answer = '';
      socket.setTimeout(2_000, () => socket.destroy());
      socket.on('data', (data) => (answer += data.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        settle(answer);
      });
    });
  }
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

  const anyText = fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  });
  const piece = fc.oneof(
    fc.nat(),
    fc.bigInt(),
    fc.constantFrom('', '-', '0', '-0', ',', ' ', '1e3', 'NaN'),
    anyText,
  );
  const range = fc.oneof(
    anyText,
    fc
      .tuple(
        fc.constantFrom('bytes=', 'bytes', 'lines=', 'Bytes=', ''),
        fc.array(piece, { maxLength: 4 }),
        fc.constantFrom('-', ',', '--'),
      )
      .map(([unit, pieces, by]) => unit + pieces.join(by)),
  );

  it('answers a request with any Range header', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        range,
        fc.constantFrom('llms.txt', '', 'nothing', 'feeds/new.xml'),
        async (header, path) => {
          const answer = await send(
            `GET /${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nRange: ${header}\r\n\r\n`,
          );
          // Node itself answers 400 to an invalid header.
          expect([200, 206, 400, 404, 416]).toContain(statusOf(answer));
        },
      ),
      { numRuns: 400 },
    );
    expect((await get('')).status).toBe(200);
  });

  it('keeps running after a request of any bytes', { timeout: 60_000 }, async () => {
    const line = fc.oneof(
      anyText,
      fc
        .tuple(fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE'), anyText)
        .map(([method, path]) => `${method} ${path} HTTP/1.1`),
    );
    const header = fc
      .tuple(
        fc.constantFrom('Range', 'If-Range', 'If-None-Match', 'Accept-Encoding', 'Host', 'Upgrade', 'Expect'),
        anyText,
      )
      .map(([name, value]) => `${name}: ${value}`);
    await fc.assert(
      fc.asyncProperty(line, fc.array(header, { maxLength: 5 }), async (first, headers) => {
        await send([first, ...headers, 'Connection: close', '', ''].join('\r\n'));
      }),
      { numRuns: 200 },
    );
    expect((await get('')).status).toBe(200);
  });

  it('keeps running when a file disappears while it is read', async () => {
    const gone = join(dir, 'gone.txt');
    await writeFile(gone, 'x'.repeat(1_000_000));
    const over = new AbortController();
    const swapping = (async () => {
      while (!over.signal.aborted) {
        await rename(gone, `${gone}.aside`);
        await rename(`${gone}.aside`, gone);
      }
    })();
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, () =>
        get('gone.txt').then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    over.abort();
    await swapping;
    expect(outcomes).toContain(200);
    expect((await get('')).status).toBe(200);
  });
});

it('startServer refuses a folder without a site', async () => {
  const start = startServer({ dir: join(dir, 'models') });
  await expect(start).rejects.toThrow(NoSiteError);
  await expect(start).rejects.toThrow('npm run build');
});
