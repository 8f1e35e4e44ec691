import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FILTERS } from '../../../src/catalog/search/filters.ts';
import { packNames } from '../../../src/catalog/search/pack.ts';
import type { SearchEntry } from '../../../src/catalog/search/entry.ts';
import { readListedEntries } from '../../support/search-entries.ts';

const NOW = '2026-08-22T12:00:00Z';
const MANY = 10_000;
/** What the budget leaves for names when the scripts are taken off. */
const MOST_BYTES = 100_000;

const listed = await readListedEntries();
const files = packNames(lengthen(listed, MANY), NOW);

/** As many entries, copies under made-up authors and with a made-up word more. */
function lengthen(entries: readonly SearchEntry[], wanted: number): SearchEntry[] {
  return Array.from({ length: wanted }, (_, place): SearchEntry => {
    const original = entries[place % entries.length];
    if (!original) throw new Error('The embedded capture is empty.');
    const round = Math.floor(place / entries.length);
    if (round === 0) return original;
    const author = `lab-${round}${original.author}`;
    const word = `${'abcdefghijklmnopqrstuvwxyz'[round]}olum${round}`;
    return {
      ...original,
      id: `${original.isAlias ? '~' : ''}${author}/${original.slug}-${word}${original.variant ? `:${original.variant}` : ''}`,
      slug: `${original.slug}-${word}`,
      name: `${original.name} ${word}`,
      author,
      authorNames: [author],
      permanentSlug: null,
      popularity: original.popularity === null ? null : original.popularity + round * entries.length,
    };
  });
}

let bytes = 0;
let fails = false;

beforeEach(() => {
  vi.resetModules();
  bytes = 0;
  fails = false;
  vi.stubGlobal('fetch', (address: string) => {
    if (fails) return Promise.reject(new TypeError('Failed to fetch'));
    const part = /names\/(\d+)\.json$/.exec(address)?.[1];
    const body = JSON.stringify(part === undefined ? files.first : files.parts[Number(part)]);
    bytes += gzipSync(body).length;
    return Promise.resolve(new Response(body));
  });
});

async function ask(
  typed: string,
  whole = false,
): Promise<{ ids: string[]; bytes: number; isFinal: boolean }[]> {
  const { answers } = await import('../../../src/elements/search-engine.ts');
  const all = [];
  for await (const { answer, isFinal } of answers({ typed, filters: NO_FILTERS, sort: 'relevance' }, whole)) {
    all.push({ ids: answer.results.map(({ entry }) => entry.id), bytes, isFinal });
  }
  return all;
}

describe('a list of ten thousand names', () => {
  it('comes in parts', () => {
    expect(files.parts.length).toBeGreaterThan(10);
    expect(files.first.rows).toBeNull();
  });

  it.each([
    ['openai/gpt-4o-mini', 'openai/gpt-4o-mini'],
    ['gpt4o', 'openai/gpt-4o'],
    ['antropic opus 4.7', 'anthropic/claude-opus-4.7'],
    ['codestral', 'mistralai/codestral-2508'],
    ['mistralai codestral', 'mistralai/codestral-2508'],
    ['zai glm 5', 'z-ai/glm-5'],
    ['codestral 2508 folum5', 'lab-5mistralai/codestral-2508-folum5'],
  ])('answers %s within the budget, rightly in the end', async (typed, id) => {
    const all = await ask(typed);
    expect(all[0]?.bytes).toBeLessThan(MOST_BYTES);
    expect(all[0]?.ids.length).toBeGreaterThan(0);
    expect(all.at(-1)?.isFinal).toBe(true);
    expect(all.at(-1)?.ids[0]).toBe(id);
  });

  it('is loaded whole where facets are counted, and for a query of only operators', async () => {
    const everything = gzipSync(JSON.stringify(files.first)).length;
    const total = files.parts.reduce((sum, part) => sum + gzipSync(JSON.stringify(part)).length, everything);
    expect((await ask('gpt4o', true)).at(-1)?.bytes).toBe(total);
    vi.resetModules();
    bytes = 0;
    expect((await ask('ctx>1m')).at(-1)?.bytes).toBe(total);
  });
});

describe('without the network', () => {
  it('fails, and works again when it is back', async () => {
    const { loadNames } = await import('../../../src/elements/search-engine.ts');
    fails = true;
    await expect(loadNames()).rejects.toThrow('Failed to fetch');
    fails = false;
    await expect(loadNames()).resolves.toMatchObject({ now: NOW });
  });
});
