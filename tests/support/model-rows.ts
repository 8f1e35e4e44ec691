import type { CheerioAPI } from 'cheerio';
import { pathOf } from '../../src/catalog/address.ts';

/** Rows of tables of models. The id of a row is in its first cell. */
export const MODEL_ROWS = 'table[data-models] tbody tr';

/** The selector of a model's row, for Playwright and for cheerio. */
export const modelRow = (id: string): string => `tr:has(> th > a[href$="/models/${pathOf(id)}/"])`;

/** The ids of rows in the browser. Runs there, so it uses nothing of this file. */
export const idsOfRows = (rows: readonly Element[]): string[] =>
  rows.map((row) => row.querySelector('th code')?.textContent ?? '');

/** The id of each row of a built page that the selector finds. */
export const builtIds = ({ $ }: { readonly $: CheerioAPI }, rows = MODEL_ROWS): string[] =>
  $(rows)
    .toArray()
    .map((row) => $(row).find('th code').first().text());
