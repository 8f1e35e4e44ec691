import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TierFacts } from '../../../src/catalog/facts.ts';
import { priceTable } from '../../../src/catalog/price-table.ts';
import { WEEK, type Usage } from '../../../src/catalog/tiers.ts';
import { aModel } from '../../support/a-model.ts';
import { perMillion, above, between, days, tier, priced, usd, inputAt } from '../../support/tier-sketch.ts';

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
      tier(4, between(600, 60)),
      tier(8, between(60, 240)),
      tier(4, between(240, 360)),
      tier(8, between(360, 600)),
    );
    expect(inputs(model)).toEqual([
      ['Off-peak: 04:00–06:00, 10:00–01:00 UTC', 4],
      ['Peak: 01:00–04:00, 06:00–10:00 UTC', 8],
    ]);
  });

  it('shows the base price for the rest of the day', () => {
    expect(inputs(priced(tier(0.5, between(990, 30))))).toEqual([
      ['Off-peak: 16:30–00:30 UTC', 0.5],
      ['Peak: 00:30–16:30 UTC', 1],
    ]);
    expect(inputs(priced(tier(3, between(720, 1440))))).toEqual([
      ['Off-peak: 00:00–12:00 UTC', 1],
      ['Peak: 12:00–24:00 UTC', 3],
    ]);
  });

  it('names the days of a tier', () => {
    expect(inputs(priced(tier(0.5, days('saturday', 'sunday'))))).toEqual([
      ['Off-peak: Sat, Sun UTC', 0.5],
      ['Peak: Mon–Fri UTC', 1],
    ]);
    expect(inputs(priced(tier(3, days('monday', 'tuesday', 'wednesday'), between(480, 1080))))).toEqual([
      ['Off-peak: Mon–Wed 00:00–08:00, 18:00–24:00; Thu–Sun UTC', 1],
      ['Peak: Mon–Wed 08:00–18:00 UTC', 3],
    ]);
  });

  it('combines prompt lengths with times', () => {
    expect(inputs(priced(tier(2, above(100)), tier(0.5, above(100), between(0, 60))))).toEqual([
      ['Prompt up to 100, 00:00–01:00 UTC', 1],
      ['Prompt up to 100, 01:00–24:00 UTC', 1],
      ['Above 100, 00:00–01:00 UTC', 0.5],
      ['Above 100, 01:00–24:00 UTC', 2],
    ]);
  });

  it('names neither time where three prices or the same price for a short prompt would make the names unclear', () => {
    const headings = (model: ReturnType<typeof aModel>) => priceTable(model).headings.join();
    expect(headings(priced(tier(2, between(0, 60)), tier(3, between(60, 120))))).not.toMatch(/peak/i);
    expect(headings(priced(tier(0.5, above(100), between(0, 60))))).not.toMatch(/peak/i);
  });

  it('gives the name of a time apart from its hours, after the prompt length', () => {
    const { times } = priceTable(priced(tier(4, above(100)), tier(2, between(60, 120))));
    expect(times.map((time) => time?.name)).toEqual([
      'Prompt up to 100, off-peak',
      'Prompt up to 100, peak',
      'Above 100, off-peak',
      'Above 100, peak',
    ]);
    expect(priceTable(priced()).times).toEqual([null]);
  });

  it('leaves out times and lengths that make no difference', () => {
    expect(inputs(priced(tier(1, above(100)), tier(1, between(0, 60))))).toEqual([['Price', 1]]);
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
        .map(([a, b]) => between(a * 240, b * 240)),
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
  const times = heading
    .replace(/^(Prompt up to \d+|Above \d+|\d+ to \d+)(, )?/, '')
    .replace(/^(off-)?peak: /i, '')
    .replace(/ UTC$/, '');
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
