import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { z } from 'zod';

/** A query as people type it, with the models, or the addresses of pages, any of which it must find. */
export interface KnownItem {
  readonly query: string;
  readonly expect: readonly string[];
}

/**
 * The results of a query. `rank` is the position of the first expected one among all results, from 1; 0 if
 * it is missing.
 */
export interface Ranked extends KnownItem {
  readonly rank: number;
  readonly found: readonly string[];
}

export interface Quality {
  readonly meanReciprocalRank: number;
  /** Queries whose model is not among the first three results. */
  readonly missed: readonly Ranked[];
}

const FIRST = 3;

const file = z.array(z.object({ query: z.string().min(1), expect: z.array(z.string().min(1)).min(1) }));

/** Reads `[{"query": …, "expect": [ids or addresses]}, …]`. */
export function readKnownItems(path: string): KnownItem[] {
  return file.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * Types each query into the search dialog, key by key, and reads the results. The site must be open in the
 * page.
 */
export async function rankQueries(page: Page, items: readonly KnownItem[]): Promise<Ranked[]> {
  await page.keyboard.press('/');
  const input = page.locator('dialog[open] input[type=search]');
  await input.waitFor();
  const results = page.locator('dialog[open] search-results');
  const ranked: Ranked[] = [];
  for (const item of items) {
    await input.fill(item.query);
    await results
      .and(page.locator(`[data-answered=${JSON.stringify(item.query)}]`))
      .waitFor({ state: 'attached' });
    const found = await results
      .locator('[data-search-result]')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('data-model-id') ?? link.getAttribute('href') ?? ''),
      );
    ranked.push({ ...item, found, rank: found.findIndex((id) => item.expect.includes(id)) + 1 });
  }
  return ranked;
}

export function measureQuality(ranked: readonly Ranked[]): Quality {
  const sum = ranked.reduce((total, { rank }) => total + (rank === 0 ? 0 : 1 / rank), 0);
  return {
    meanReciprocalRank: ranked.length === 0 ? 0 : sum / ranked.length,
    missed: ranked.filter(({ rank }) => rank === 0 || rank > FIRST),
  };
}
