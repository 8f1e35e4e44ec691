import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareLexicon } from '../../../src/search/match/lexicon.ts';
import { packNames, type NamesFiles } from '../../../src/search/index/pack.ts';
import { nameTable } from '../../../src/search/index/name-index.ts';
import { answerWithNeeds } from '../../../src/search/needs/answer.ts';
import { authorsByName } from '../../../src/search/needs/read-needs.ts';
import { NO_REQUEST, search } from '../../../src/search/search.ts';
import { entry, readAllEntries, readSyntheticEntries } from '../../support/search-entries.ts';

// Rows of results have buttons, which listen to the document; only answers are tested here.
vi.mock('../../../src/ui/row-actions/client/row-actions.ts', () => ({ actionMarks: () => [] }));

const NOW = '2026-08-22T12:00:00Z';
const MANY = 10_000;
/** What the budget of 120 kB leaves for names when scripts and headers are taken off. */
const MAX_BYTES = 90_000;

const entries = await readSyntheticEntries(MANY);
const files = packNames(entries, NOW, digest);
const whole = prepareLexicon(entries);
const authors = authorsByName(nameTable(entries).authors);

/** Tells texts apart by their length, which is enough here. */
function digest(text: string): string {
  return String(text.length);
}

let bytes = 0;
let fails = false;
/** What is on the server, the index and its parts. */
let site: NamesFiles = files;
let asked: { address: string; cache: RequestCache | undefined }[] = [];

beforeEach(() => {
  vi.resetModules();
  bytes = 0;
  fails = false;
  site = files;
  asked = [];
  vi.stubGlobal('fetch', (address: string, options?: RequestInit) => {
    asked.push({ address, cache: options?.cache });
    if (fails) return Promise.reject(new TypeError('Failed to fetch'));
    const part = /names\/(\d+)\.json\?/.exec(address)?.[1];
    const whole = address.includes('/details.json?') ? site.details : site.first;
    const file = part === undefined ? whole : site.parts[Number(part)];
    if (!file) return Promise.resolve(new Response('', { status: 404 }));
    const body = JSON.stringify(file);
    bytes += gzipSync(body).length;
    return Promise.resolve(new Response(body));
  });
});

async function ask(
  typed: string,
  whole = false,
): Promise<{ ids: string[]; bytes: number; isFinal: boolean }[]> {
  const { answers } = await import('../../../src/ui/search/client/engine.ts');
  const all = [];
  for await (const { answer, isFinal } of answers({ ...NO_REQUEST, typed }, whole)) {
    all.push({ ids: answer.results.map(({ entry }) => entry.id), bytes, isFinal });
  }
  return all;
}

describe('answers over ten thousand names', () => {
  it('read the names in parts', () => {
    expect(files.parts.length).toBeGreaterThan(5);
    expect(files.first.rows).toBeNull();
  });

  it.each([
    ['openai/gpt-4o-mini', 'openai/gpt-4o-mini'],
    ['gpt4o', 'openai/gpt-4o'],
    ['antropic opus 4.7', 'anthropic/claude-opus-4.7'],
    ['codestral', 'mistralai/codestral-2508'],
    ['mistralai codestral', 'mistralai/codestral-2508'],
    ['zai glm 5', 'z-ai/glm-5'],
    ['mistralai-5 codestral', 'mistralai-5/codestral-2508'],
  ])('find %s within the byte budget and end with the right model', async (typed, id) => {
    const all = await ask(typed);
    expect(all[0]?.bytes).toBeLessThan(MAX_BYTES);
    expect(all[0]?.ids.length).toBeGreaterThan(0);
    expect(all.at(-1)?.isFinal).toBe(true);
    expect(all.at(-1)?.ids[0]).toBe(id);
  });

  it.each(['claude', 'gpt', 'qwen', 'llama 70b', 'cl', 'ge', 'gp', 'c', 'g', 'l', 'o'])(
    'answer %s finally within the byte budget, with the same first result as the whole list',
    async (typed) => {
      const all = await ask(typed);
      expect(all.at(-1)?.isFinal).toBe(true);
      expect(all.at(-1)?.bytes).toBeLessThan(MAX_BYTES);
      const { results } = answerWithNeeds(whole, authors, { ...NO_REQUEST, typed }, true).answer;
      expect(all.at(-1)?.ids[0]).toBe(results[0]?.entry.id);
    },
  );

  it.each(['cheapest with tools', 'coding', 'feeds'])('load no names for the need %s', async (typed) => {
    expect((await ask(typed)).at(-1)?.bytes).toBe(gzipSync(JSON.stringify(files.first)).length);
  });

  it('load no names for an empty box', async () => {
    expect((await ask('')).at(-1)?.bytes).toBe(gzipSync(JSON.stringify(files.first)).length);
  });

  it('load all names when facets are counted or the query has only operators', async () => {
    const everything = gzipSync(JSON.stringify(files.first)).length;
    const total = files.parts.reduce((sum, part) => sum + gzipSync(JSON.stringify(part)).length, everything);
    expect((await ask('gpt4o', true)).at(-1)?.bytes).toBe(total);
    vi.resetModules();
    bytes = 0;
    expect((await ask('ctx>1m')).at(-1)?.bytes).toBe(total);
  });
});

describe('answers over real names in parts', async () => {
  const real = await readAllEntries();
  const extra = Array.from({ length: 700 }, (_, place) => entry({ id: `zz-labs/zz-${place}` }));
  const inParts = packNames([...real, ...extra], NOW, digest);

  it('find any text that names a model in the part that holds it', async () => {
    site = inParts;
    expect(site.parts.length).toBe(3);
    const texts = real
      .flatMap(({ id, slug, permanentSlug, formerly }) => [id, slug, permanentSlug ?? id, ...formerly])
      .filter((_, place) => place % 40 === 0);
    expect(texts.length).toBeGreaterThan(60);
    const whole = prepareLexicon([...real, ...extra]);
    for (const typed of texts) {
      const { results } = search(whole, { ...NO_REQUEST, typed });
      const found = await ask(typed);
      expect(found.at(-1)?.ids[0], typed).toBe(results[0]?.entry.id);
    }
  });
});

describe('answers while the site is rebuilt', () => {
  const TYPED = 'openai/gpt-4o-mini';
  // Another author at the front shifts the indices of all authors; removing a few models moves models to
  // other parts.
  const newer = packNames(
    [entry({ id: '0-author/model', authorNames: ['0 Author'] }), ...entries.slice(300)],
    NOW,
    digest,
  );
  const finalIds = async (): Promise<string[]> => (await ask(TYPED)).at(-1)?.ids ?? [];

  it('load the index again instead of mixing two builds', async () => {
    await ask('');
    site = newer;
    const { results } = search(prepareLexicon([...entries.slice(300)]), { ...NO_REQUEST, typed: TYPED });
    expect(await finalIds()).toEqual(results.map((result) => result.entry.id));
    const indexes = asked.filter(({ address }) => address.endsWith('/names.json'));
    expect(indexes.map(({ cache }) => cache)).toEqual(['default', 'no-cache']);
  });

  it('load the index again when a part of the old build is missing', async () => {
    await ask('');
    site = { ...files, parts: [] };
    await expect(ask(TYPED)).rejects.toThrow();
    site = newer;
    expect((await finalIds()).length).toBeGreaterThan(0);
  });

  it('fail when the index and its parts never match', async () => {
    site = { ...files, parts: newer.parts };
    await expect(ask(TYPED)).rejects.toThrow('build');
  });
});

describe('answers over names in one file', () => {
  const few = [
    entry({ id: 'acme/oak', capabilities: ['tools'], popularity: 1 }),
    entry({ id: 'acme/fir', maxOutput: 64_000, popularity: 2 }),
  ];
  const short = packNames(few, NOW, digest);
  const askedFor = (file: string): number =>
    asked.filter(({ address }) => address.includes(`/${file}.json`)).length;

  beforeEach(() => {
    site = short;
  });

  it('find a name before the details are loaded', async () => {
    const { answers } = await import('../../../src/ui/search/client/engine.ts');
    for await (const { answer } of answers({ ...NO_REQUEST, typed: 'oak' }, false)) {
      expect(answer.results[0]?.entry.id).toBe('acme/oak');
      break;
    }
    expect([askedFor('names'), askedFor('details')]).toEqual([1, 0]);
  });

  it.each([
    ['tools', 'acme/oak'],
    ['can:tools', 'acme/oak'],
    ['max>50k', 'acme/fir'],
  ])('read the details for %s', async (typed, first) => {
    expect((await ask(typed)).at(-1)?.ids[0]).toBe(first);
    expect(askedFor('details')).toBe(1);
  });

  it('never mix details of another build with the names', async () => {
    await ask('');
    const newer = packNames([entry({ id: 'acme/elm', capabilities: ['tools'] }), ...few], NOW, digest);
    site = { ...short, details: newer.details };
    await expect(ask('tools')).rejects.toThrow('build');
    site = newer;
    expect((await ask('tools')).at(-1)?.ids).toContain('acme/elm');
  });
});

describe('loadNames without the network', () => {
  it('fails, and works when the network is back', async () => {
    const { loadNames } = await import('../../../src/ui/search/client/engine.ts');
    fails = true;
    await expect(loadNames()).rejects.toThrow('Failed to fetch');
    fails = false;
    await expect(loadNames()).resolves.toMatchObject({ now: NOW });
  });
});
