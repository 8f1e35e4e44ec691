import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Condition, TierFacts } from '../../../src/catalog/facts.ts';
import { priceTable } from '../../../src/catalog/price-table.ts';
import { sortValue, type Price } from '../../../src/catalog/price.ts';
import { momentOf, priceAt, WEEK, type Usage } from '../../../src/catalog/tiers.ts';
import { aModel } from '../../support/a-model.ts';

/** Dollars per million as upstream writes dollars per token. */
const perMillion = (usd: number) => (usd / 1e6).toFixed(9);
const above = (tokens: number): Condition => ({ kind: 'prompt-above', tokens });
const window = (start: number, end: number): Condition => ({ kind: 'utc-window', start, end });
const days = (...names: string[]): Condition => ({ kind: 'utc-days', days: names });
const tier = (input: number, ...when: Condition[]): TierFacts => ({
  when,
  prices: { input: perMillion(input) },
});
const priced = (...tiers: TierFacts[]) =>
  aModel('a/m', { prices: { input: perMillion(1), output: perMillion(2) }, tiers });
const usd = (price: Price | undefined) => sortValue(price);
const inputAt = (model: ReturnType<typeof aModel>, usage: Usage) => usd(priceAt(model, usage).input);

describe('priceAt', () => {
  it('applies a tier strictly above its threshold', () => {
    const model = priced(tier(3, above(200_000)));
    expect(inputAt(model, { promptTokens: 200_000 })).toBe(1);
    expect(inputAt(model, { promptTokens: 200_001 })).toBe(3);
  });

  it('keeps the base price of a key that the tier does not name', () => {
    const model = priced(tier(3, above(10)));
    expect(usd(priceAt(model, { promptTokens: 11 }).output)).toBe(2);
  });

  it('applies the later of two tiers that hold, key by key', () => {
    const model = priced(
      { when: [above(10)], prices: { input: perMillion(3), cacheRead: perMillion(0.5) } },
      tier(4, above(20)),
    );
    const prices = priceAt(model, { promptTokens: 21 });
    expect(usd(prices.input)).toBe(4);
    expect(usd(prices.cacheRead)).toBe(0.5);
    expect(inputAt(priced(tier(4, above(20)), tier(3, above(10))), { promptTokens: 21 })).toBe(3);
  });

  it('applies a tier only when all its conditions hold', () => {
    const model = priced(tier(3, above(10), window(60, 120), days('monday')));
    const at = { minutes: 60, day: 'monday' };
    expect(inputAt(model, { promptTokens: 11, at })).toBe(3);
    expect(inputAt(model, { promptTokens: 10, at })).toBe(1);
    expect(inputAt(model, { promptTokens: 11, at: { ...at, minutes: 120 } })).toBe(1);
    expect(inputAt(model, { promptTokens: 11, at: { ...at, day: 'sunday' } })).toBe(1);
    expect(inputAt(model, { promptTokens: 11 })).toBe(1);
  });

  test.each([
    [60, 240, 59, false],
    [60, 240, 60, true],
    [60, 240, 239, true],
    [60, 240, 240, false],
    [600, 60, 599, false],
    [600, 60, 600, true],
    [600, 60, 0, true],
    [600, 60, 59, true],
    [600, 60, 60, false],
    [600, 1440, 1439, true],
    [600, 1440, 0, false],
    [0, 1440, 0, true],
  ])('applies the window from %i to %i at minute %i: %s', (start, end, minutes, isIn) => {
    const at = { minutes, day: 'monday' };
    expect(inputAt(priced(tier(3, window(start, end))), { promptTokens: 1, at })).toBe(isIn ? 3 : 1);
  });

  it('bills nothing for an extra price that a tier sets to zero', () => {
    const model = aModel('a/m', {
      prices: { input: '0.1', output: '0.1', cacheRead: '0.1' },
      tiers: [{ when: [above(10)], prices: { cacheRead: '0' } }],
    });
    expect(priceAt(model, { promptTokens: 10 }).cacheRead?.kind).toBe('amount');
    expect(Object.keys(priceAt(model, { promptTokens: 11 }))).toEqual(['input', 'output']);
  });

  it('momentOf gives the minute and the day of a UTC time', () => {
    expect(momentOf('2026-08-22T12:08:31Z')).toEqual({ minutes: 728, day: 'saturday' });
    expect(momentOf('2026-08-23T00:00:00Z')).toEqual({ minutes: 0, day: 'sunday' });
    expect(momentOf('2026-08-24T23:59:59Z')).toEqual({ minutes: 1439, day: 'monday' });
  });
});

describe('priceTable', () => {
  const inputs = (model: ReturnType<typeof aModel>) => {
    const { headings, rows } = priceTable(model);
    const cells = rows.find(({ key }) => key === 'input')?.cells ?? [];
    return headings.map((heading, i) => [heading, usd(cells[i])]);
  };

  it('has one column without tiers', () => {
    expect(inputs(priced())).toEqual([['Price', 1]]);
  });

  it('has one column for each range of prompt lengths', () => {
    expect(inputs(priced(tier(3, above(200_000))))).toEqual([
      ['Prompt up to 200K', 1],
      ['Above 200K', 3],
    ]);
    expect(inputs(priced(tier(4, above(256_000)), tier(3, above(32_000))))).toEqual([
      ['Prompt up to 32K', 1],
      ['Above 32K', 3],
    ]);
    expect(inputs(priced(tier(3, above(32_000)), tier(4, above(256_000))))).toEqual([
      ['Prompt up to 32K', 1],
      ['32K to 256K', 3],
      ['Above 256K', 4],
    ]);
  });

  it('names a threshold with every digit when the short form would change it', () => {
    expect(inputs(priced(tier(3, above(131_072)), tier(4, above(1_050_000))))).toEqual([
      ['Prompt up to 131,072', 1],
      ['131,072 to 1.05M', 3],
      ['Above 1.05M', 4],
    ]);
  });

  it('uses the unit of the base price of images in every tier', () => {
    const cellsOf = (image: string, tierPrices: TierFacts['prices']) =>
      priceTable(
        aModel('a/m', {
          prices: { input: perMillion(2), output: perMillion(8), image },
          tiers: [{ when: [above(200_000)], prices: tierPrices }],
        }),
      ).rows.find(({ key }) => key === 'image')?.cells;
    const perToken = (usd: string) => ({ kind: 'amount', usd, unit: 'million image tokens' });
    const perImage = (usd: string) => ({ kind: 'amount', usd, unit: 'image' });
    const four = perMillion(4);
    expect(cellsOf(perMillion(2), { image: four })).toEqual([perToken('2'), perToken('4')]);
    expect(cellsOf(perMillion(2), { input: four })).toEqual([perToken('2'), perToken('2')]);
    expect(cellsOf('0.01', { input: '0.02', image: '0.02' })).toEqual([perImage('0.01'), perImage('0.02')]);
    expect(cellsOf('0', { input: four, image: four })).toEqual([{ kind: 'none' }, perToken('4')]);
    expect(cellsOf('0', { image: perMillion(2) })).toEqual([{ kind: 'none' }, perToken('2')]);
  });

  it('takes a threshold of zero as always', () => {
    expect(inputs(priced(tier(3, above(0))))).toEqual([['Price', 3]]);
  });

  it('joins time windows of the same price, cheapest first, without the base when windows cover the day', () => {
    const model = priced(
      tier(4, window(600, 60)),
      tier(8, window(60, 240)),
      tier(4, window(240, 360)),
      tier(8, window(360, 600)),
    );
    expect(inputs(model)).toEqual([
      ['04:00–06:00, 10:00–01:00 UTC', 4],
      ['01:00–04:00, 06:00–10:00 UTC', 8],
    ]);
  });

  it('shows the base price for the rest of the day', () => {
    expect(inputs(priced(tier(0.5, window(990, 30))))).toEqual([
      ['16:30–00:30 UTC', 0.5],
      ['00:30–16:30 UTC', 1],
    ]);
    expect(inputs(priced(tier(3, window(720, 1440))))).toEqual([
      ['00:00–12:00 UTC', 1],
      ['12:00–24:00 UTC', 3],
    ]);
  });

  it('names the days of a tier', () => {
    expect(inputs(priced(tier(0.5, days('saturday', 'sunday'))))).toEqual([
      ['Sat, Sun UTC', 0.5],
      ['Mon–Fri UTC', 1],
    ]);
    expect(inputs(priced(tier(3, days('monday', 'tuesday', 'wednesday'), window(480, 1080))))).toEqual([
      ['Mon–Wed 00:00–08:00, 18:00–24:00; Thu–Sun UTC', 1],
      ['Mon–Wed 08:00–18:00 UTC', 3],
    ]);
  });

  it('combines prompt lengths with times', () => {
    expect(inputs(priced(tier(2, above(100)), tier(0.5, above(100), window(0, 60))))).toEqual([
      ['Prompt up to 100, 00:00–01:00 UTC', 1],
      ['Prompt up to 100, 01:00–24:00 UTC', 1],
      ['Above 100, 00:00–01:00 UTC', 0.5],
      ['Above 100, 01:00–24:00 UTC', 2],
    ]);
  });

  it('leaves out times and lengths that make no difference', () => {
    expect(inputs(priced(tier(1, above(100)), tier(1, window(0, 60))))).toEqual([['Price', 1]]);
  });

  it('has a row for each price that any column bills', () => {
    const model = aModel('a/m', {
      prices: { input: '0.1', output: '0.2', webSearch: '0.01' },
      tiers: [{ when: [above(10)], prices: { cacheRead: '0.01' } }],
    });
    const { rows } = priceTable(model);
    expect(rows.map(({ key }) => key)).toEqual(['input', 'output', 'cacheRead', 'webSearch']);
    expect(rows[2]?.cells[0]).toEqual({ kind: 'none' });
    expect(usd(rows[2]?.cells[1])).toBe(10_000);
  });

  it('shows what any request costs at any length and time', () => {
    const conditions = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map(above),
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }))
        .map(([a, b]) => window(a * 240, b * 240)),
      fc.subarray([...WEEK], { minLength: 1 }).map((names) => days(...names)),
    );
    const tiers = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.array(conditions, { minLength: 1, maxLength: 3 }))
        .map(([price, when]) => tier(price, ...when)),
      { maxLength: 4 },
    );
    const usage = fc.record({
      promptTokens: fc.integer({ min: 1, max: 40 }),
      at: fc.record({ minutes: fc.integer({ min: 0, max: 1439 }), day: fc.constantFrom(...WEEK) }),
    });
    fc.assert(
      fc.property(tiers, usage, (list, use) => {
        const cells = inputs(priced(...list));
        const matching = cells.filter(([heading]) => matches(String(heading), use));
        expect(matching.map(([, price]) => price)).toEqual([inputAt(priced(...list), use)]);
      }),
    );
  });
});

/** Reads a heading as a person would. */
function matches(
  heading: string,
  { promptTokens, at }: Usage & { at: { minutes: number; day: string } },
): boolean {
  const [, atMost] = /^Prompt up to (\d+)/.exec(heading) ?? [];
  const [, above] = /^Above (\d+)/.exec(heading) ?? [];
  const [, from = above, to = atMost] = /^(\d+) to (\d+)/.exec(heading) ?? [];
  if (from !== undefined && promptTokens <= Number(from)) return false;
  if (to !== undefined && promptTokens > Number(to)) return false;
  const times = heading.replace(/^(Prompt up to \d+|Above \d+|\d+ to \d+)(, )?/, '').replace(/ UTC$/, '');
  return times === '' || times === 'Price' || times.split('; ').some((part) => timeMatches(part, at));
}

function timeMatches(part: string, { minutes, day }: { minutes: number; day: string }): boolean {
  const dayNames = part.match(/[A-Z][a-z]{2}(–[A-Z][a-z]{2})?/g) ?? [];
  const place = (name: string) => WEEK.findIndex((each) => each.startsWith(name.toLowerCase()));
  const dayMatches = dayNames.some((range) => {
    const [from = '', to = from] = range.split('–');
    const today = WEEK.findIndex((each) => each === day);
    return today >= place(from) && today <= place(to);
  });
  if (dayNames.length > 0 && !dayMatches) return false;
  const windows = [...part.matchAll(/(\d\d):(\d\d)–(\d\d):(\d\d)/g)].map((match) =>
    match.slice(1).map(Number),
  );
  if (windows.length === 0) return true;
  return windows.some(([h1 = 0, m1 = 0, h2 = 0, m2 = 0]) => {
    const [start, end] = [h1 * 60 + m1, h2 * 60 + m2];
    return start < end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
  });
}
