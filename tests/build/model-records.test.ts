import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { exactUsd } from '../../src/catalog/format.ts';
import { headlineOf } from '../../src/catalog/names.ts';
import { PRICE_KEYS, type PriceKey } from '../../src/catalog/price-keys.ts';
import { priceTable } from '../../src/catalog/price-table.ts';
import { PRICE_NAMES } from '../../src/outputs/record/names.ts';
import { readPricesRecord, readTiersRecord } from '../../src/outputs/record/read.ts';
import { modelRecordSchema, type ModelRecord } from '../../src/outputs/record/record.ts';
import { attributes, fromPages, readBuilt, recordFilesOf } from '../support/built-site.ts';
import type { SiteName } from '../support/sites.ts';

/** Every page of a model with the record beside it. */
const pairsOf = (name: SiteName) =>
  fromPages(name, 'models/**/*.html', (page) => {
    const [id] = attributes(page, 'main[data-model-id]', 'data-model-id');
    if (id === undefined) return [];
    const file = page.file.replace(/\/index\.html$/, '.json');
    const { $, path } = page;
    return [
      {
        id,
        path,
        file,
        record: modelRecordSchema.parse(JSON.parse(readBuilt(name, file))),
        name: $('h1').text(),
        isRetired: $('main[data-retired]').length === 1,
        isNotAskedFor: $('main[data-not-asked-for]').length === 1,
        alternates: attributes(page, 'link[rel=alternate][type="application/json"]', 'href'),
        pricesHtml: $.html($('[data-part=prices]')),
        moves: $('[data-part=moves] tbody tr').length,
      },
    ];
  });

const plain = pairsOf('plain');

describe('the record of a model', () => {
  it('is beside every page of a model, listed, retired and not asked for, and nowhere else', () => {
    expect(plain.length).toBeGreaterThan(900);
    expect(plain.map(({ file }) => file).toSorted()).toEqual(recordFilesOf('plain'));
    expect(plain.filter(({ id, record }) => record.id !== id)).toEqual([]);
    expect(plain.filter(({ isRetired, record }) => isRetired !== (record.status.kind === 'retired'))).toEqual(
      [],
    );
    expect(
      plain.filter(({ isNotAskedFor, record }) => isNotAskedFor !== (record.status.kind === 'not-asked-for')),
    ).toEqual([]);
  });

  it.each(['plain', 'base-path'] as const)('is linked from its page in the site "%s"', (name) => {
    const pairs = name === 'plain' ? plain : pairsOf(name);
    const odd = pairs.filter(
      ({ path, alternates, record }) =>
        alternates.join() !== path.replace(/\/$/, '.json') ||
        new URL(record.links.page).pathname !== path ||
        new URL(record.links.json).pathname !== alternates.join(),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('has the name and the prices that its page shows', () => {
    const odd = plain.filter(
      ({ record, name, pricesHtml }) => headlineOf(record) !== name || !hasPrices(record, pricesHtml),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('has the price changes that its page lists', () => {
    const odd = plain.filter(
      ({ record, moves }) => Math.min(8, record.history?.price_changes.length ?? 0) !== moves,
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('ends its history with the prices of the record, but for prices by the hour and brief changes', () => {
    const listed = plain.filter(({ record }) => record.status.kind === 'listed' && record.history !== null);
    const odd = listed.filter(({ record: { history, prices, tiers } }) => {
      const last = history?.steps.at(-1)?.prices;
      const isTimePriced = tiers.some(({ when }) => when.some(({ kind }) => kind !== 'prompt-above'));
      return !isTimePriced && JSON.stringify(last) !== JSON.stringify(prices);
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('has month ends of every month in which its model was listed at the last capture', () => {
    const sonnet = plain.find(({ id }) => id === 'anthropic/claude-3.5-sonnet');
    const months = sonnet?.record.history?.month_ends.map(({ month }) => month) ?? [];
    expect(months.length).toBeGreaterThan(12);
    expect(months).toEqual(months.toSorted());
    expect(new Set(months).size).toBe(months.length);
  });
});

it('every page of a model of the hostile capture has a record that can be read', () => {
  const pairs = pairsOf('hostile');
  expect(pairs.length).toBeGreaterThan(5);
  expect(pairs.filter(({ id, record }) => record.id !== id)).toEqual([]);
});

/** Whether the table of prices has every amount of the record, in its row and its column. */
function hasPrices(record: ModelRecord, html: string): boolean {
  const $ = load(html);
  const shown = $('tbody tr')
    .toArray()
    .map((row) => [
      $(row).find('th').text().trim(),
      ...$(row)
        .find('td[data-price-kind]')
        .toArray()
        .map((cell) => $(cell).attr('data-price-kind') ?? ''),
    ]);
  const model = { prices: readPricesRecord(record.prices), tiers: readTiersRecord(record.tiers) };
  const { rows } = priceTable(model);
  const expected = rows.map(({ key, cells }) => [PRICE_KEYS[key].label, ...cells.map(({ kind }) => kind)]);
  const firstAmounts = $('tbody tr')
    .toArray()
    .flatMap(
      (row) => $(row).find('td[data-price-kind=amount]').first().contents().first().text().trim() || [],
    );
  const amounts = rows.flatMap(({ cells }) => {
    const first = cells.find(({ kind }) => kind === 'amount');
    return first?.kind === 'amount' ? [exactUsd(first.usd)] : [];
  });
  const keys: readonly PriceKey[] = PRICE_NAMES.flatMap(([key, name]) => (record.prices[name] ? [key] : []));
  return (
    JSON.stringify(shown) === JSON.stringify(expected) &&
    JSON.stringify(firstAmounts) === JSON.stringify(amounts) &&
    keys.every((key) => rows.some((row) => row.key === key))
  );
}
