import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_FILTERS } from '../../../src/catalog/search/filters.ts';
import { prepareLexicon } from '../../../src/catalog/search/lexicon.ts';
import { packNames } from '../../../src/catalog/search/pack.ts';
import { search } from '../../../src/catalog/search/search.ts';
import { readSyntheticEntries } from '../../support/search-entries.ts';

const NOW = '2026-08-22T12:00:00Z';
const MANY = 10_000;
/** What the budget of 120 kB leaves for names when scripts and headers are taken off. */
const MOST_BYTES = 90_000;

const entries = await readSyntheticEntries(MANY);
const files = packNames(entries, NOW);
const whole = prepareLexicon(entries);

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
  ])('answers %s within the budget, rightly in the end', async (typed, id) => {
    const all = await ask(typed);
    expect(all[0]?.bytes).toBeLessThan(MOST_BYTES);
    expect(all[0]?.ids.length).toBeGreaterThan(0);
    expect(all.at(-1)?.isFinal).toBe(true);
    expect(all.at(-1)?.ids[0]).toBe(id);
  });

  it.each(['claude', 'gpt', 'qwen', 'llama 70b', 'cl', 'ge', 'gp', 'c', 'g', 'l', 'o'])(
    'has answered %s for good within the budget, with the first result of the whole list',
    async (typed) => {
      const all = await ask(typed);
      expect(all.at(-1)?.isFinal).toBe(true);
      expect(all.at(-1)?.bytes).toBeLessThan(MOST_BYTES);
      const { results } = search(whole, { typed, filters: NO_FILTERS, sort: 'relevance' }, NOW);
      expect(all.at(-1)?.ids[0]).toBe(results[0]?.entry.id);
    },
  );

  it('loads no names for an empty box', async () => {
    expect((await ask('')).at(-1)?.bytes).toBe(gzipSync(JSON.stringify(files.first)).length);
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
