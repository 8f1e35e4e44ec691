import { beforeAll, describe, expect, it } from 'vitest';
import { blendedPrice, measureOf } from '../../../src/catalog/blend.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { COLUMNS } from '../../../src/ui/models-table/columns.ts';
import { frozenWideModels } from '../../support/frozen-models.ts';

/** Prices of speech and transcription in a real answer: most are numbers whose unit is not in the answer. */

const BILLED_PER_TOKEN = [
  'google/gemini-3.1-flash-tts-preview',
  'openai/gpt-4o-mini-transcribe',
  'openai/gpt-4o-transcribe',
];
const FREE = 'fish-audio/s2.1-pro-free:free';

let models: readonly Model[];
let sound: readonly Model[];
beforeAll(async () => {
  models = await frozenWideModels();
  sound = models.filter(({ outputModalities: [first] }) => first === 'speech' || first === 'transcription');
});

const idsWith = (value: (model: Model) => unknown): readonly string[] =>
  sound
    .filter((model) => value(model) != null)
    .map(({ id }) => id)
    .sort();

describe('the 32 models of speech and transcription in the frozen wide capture', () => {
  it('have a value above zero in an order by price only when they are billed per token', () => {
    expect(sound).toHaveLength(32);
    const orders = COLUMNS.filter(({ unit }) => unit?.includes('$')).flatMap(({ sort }) => sort ?? []);
    expect(orders.length).toBeGreaterThanOrEqual(3);
    const inOrders = idsWith((model) => orders.find(({ value }) => Number(value(model) ?? 0) > 0));
    expect(inOrders).toEqual(BILLED_PER_TOKEN);
    const freeIn = idsWith((model) => orders.find(({ value }) => value(model) === 0));
    expect(freeIn).toEqual([FREE]);
  });

  it('have a blended price only when they are billed per token', () => {
    expect(idsWith(blendedPrice)).toEqual(BILLED_PER_TOKEN);
  });

  it('have a measure of price changes only when they are free or billed per token', () => {
    expect(idsWith(({ prices }) => measureOf(prices))).toEqual([FREE, ...BILLED_PER_TOKEN]);
  });

  it('have a number for a price in search only when they are billed per token', () => {
    const entries = new Map(searchEntries(models).map((entry) => [entry.id, entry]));
    const ofNumber = idsWith(({ id }) => {
      const entry = entries.get(id);
      return [entry?.input, entry?.output].find((price) => price !== undefined && /^\d/.test(price));
    });
    expect(ofNumber).toEqual(BILLED_PER_TOKEN);
  });
});

it('readPrices gives no amount above $1,000 in the frozen wide capture', () => {
  const amounts = models.flatMap(({ id, prices }) =>
    Object.values(prices).flatMap((price) =>
      price.kind === 'amount' ? [{ id, usd: Number(price.usd) }] : [],
    ),
  );
  expect(amounts.length).toBeGreaterThan(1000);
  expect(amounts.filter(({ usd }) => !(usd > 0 && usd <= 1000))).toEqual([]);
});
