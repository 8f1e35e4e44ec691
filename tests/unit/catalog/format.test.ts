import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDecimal } from '../../../src/catalog/decimal.ts';
import { faithfulTokens } from '../../../src/catalog/figures.ts';
import type { Price } from '../../../src/catalog/price.ts';
import * as format from '../../../src/catalog/format.ts';

const decimal = (text: string) => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal`);
  return value;
};

/** Plain decimal text above zero with up to 9 digits before and 20 after the point. */
const amounts = fc
  .tuple(fc.bigInt(0n, 999_999_999n), fc.stringMatching(/^\d{0,20}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`))
  .filter((text) => /[1-9]/.test(text));

describe('exactTitle', () => {
  const amount = (usd: string) => ({ kind: 'amount', usd: decimal(usd), unit: 'million tokens' }) as const;

  it('gives every digit of both prices when a cell rounds one of them', () => {
    expect(format.exactTitle(amount('0.0643154'))).toBe('$0.0643154 per million tokens');
    expect(format.exactTitle(amount('0.2'), amount('1.2345'))).toBe(
      '$0.20 per million tokens → $1.2345 per million tokens',
    );
    expect(format.exactTitle(null, amount('1.2345'))).toBe(
      'not billed separately → $1.2345 per million tokens',
    );
  });

  it('is undefined when the cells show every digit', () => {
    expect(format.exactTitle(amount('0.2'), amount('12.3'))).toBeUndefined();
    expect(format.exactTitle({ kind: 'free' }, undefined)).toBeUndefined();
  });
});

describe('cellUsd and cellPrice', () => {
  test.each([
    ['0.0643154', '$0.0643'],
    ['0.80267549538462', '$0.803'],
    ['1.25', '$1.25'],
    ['10', '$10.00'],
    ['75', '$75.00'],
    ['0.2', '$0.20'],
    ['0.08', '$0.08'],
    ['0.132', '$0.132'],
    ['1.875', '$1.88'],
    ['12.345', '$12.3'],
    ['12.5', '$12.50'],
    ['19.96', '$20.0'],
    ['0.09996', '$0.10'],
    ['600', '$600'],
    ['1234.5', '$1,230'],
    ['999999', '$1,000,000'],
    ['0.000001234', '$0.00000123'],
    ['0.0028', '$0.0028'],
  ])('show %s dollars as %s', (usd, shown) => {
    expect(format.cellUsd(usd)).toBe(shown);
  });

  it('show any amount with at most three significant digits, without an exponent, within half a unit of the third', () => {
    fc.assert(
      fc.property(amounts, (usd) => {
        const shown = format.cellUsd(usd);
        expect(shown).toMatch(/^\$\d{1,3}(,\d{3})*(\.\d+)?$/);
        const plain = shown.replace(/[$,]/g, '');
        const digits = plain.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
        expect(digits.length).toBeLessThanOrEqual(3);
        expect(Math.abs(Number(plain) / Number(usd) - 1)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  it('show a word for a price without an amount', () => {
    expect(format.cellPrice({ kind: 'free' })).toBe('free');
    expect(format.cellPrice({ kind: 'dynamic' })).toBe('dynamic');
    expect(format.cellPrice({ kind: 'unknown', reason: 'why' })).toBe('unknown');
    expect(format.cellPrice(undefined)).toBe('—');
  });

  it('pricesText says one word when both prices are of one kind without an amount', () => {
    const free = { kind: 'free' } as const;
    const amount = { kind: 'amount', usd: decimal('0.5'), unit: 'million tokens' } as const;
    const text = (input: Price, output: Price) => format.pricesText({ prices: { input, output } });
    expect(text(free, free)).toBe('free');
    expect(text(amount, free)).toBe('$0.50 → free');
    expect(text(amount, amount)).toBe('$0.50 → $0.50');
  });
});

it('exactPricesText has every digit of prices that pricesText rounds', () => {
  const million = (usd: string) => ({ kind: 'amount', usd: decimal(usd), unit: 'million tokens' }) as const;
  const prices = { input: million('0.06426'), output: million('0.12852') };
  expect(format.exactPricesText(prices)).toBe('$0.06426 → $0.12852');
  expect(format.pricesText({ prices })).toBe('$0.0643 → $0.129');
  expect(format.exactPricesText({ input: million('0.015625'), output: { kind: 'none' } })).toBe(
    '$0.015625 in',
  );
});

describe('exactUsd and exactPrice', () => {
  test.each([
    ['0.413772', '$0.413772'],
    ['10', '$10.00'],
    ['0.5', '$0.50'],
    ['1250.125', '$1,250.125'],
    ['0.00000080267549538462', '$0.00000080267549538462'],
  ])('show %s dollars as %s', (usd, shown) => {
    expect(format.exactUsd(usd)).toBe(shown);
  });

  it('lose no digit of any amount', () => {
    fc.assert(
      fc.property(amounts, (usd) => {
        expect(parseDecimal(format.exactUsd(usd).replace(/[$,]/g, ''))).toBe(parseDecimal(usd));
      }),
    );
  });

  it('name the unit, or why there is no amount', () => {
    const price = { kind: 'amount', usd: decimal('0.413772'), unit: 'million tokens' } as const;
    expect(format.exactPrice(price)).toBe('$0.413772 per million tokens');
    expect(format.exactPrice({ kind: 'unknown', reason: 'No price is given.' })).toBe(
      'unknown: No price is given.',
    );
    expect(format.exactPrice({ kind: 'free' })).toBe('free');
    expect(format.exactPrice(undefined)).toBe('not billed separately');
    expect(format.shortUnit('million tokens')).toBe('/ M tokens');
  });
});

test.each([
  ['1234.5', '$1,234.50'],
  ['0.004999', '$0.005'],
  ['0.0032449', '$0.0032'],
  ['0.125', '$0.13'],
  ['99.999', '$100.00'],
  ['0', '$0'],
])('costUsd shows a cost of %s as %s', (usd, shown) => {
  expect(format.costUsd(usd)).toBe(shown);
});

describe('token formats', () => {
  test.each([
    [1_048_576, '1.05M'],
    [1_310_720, '1.31M'],
    [1_000_000, '1M'],
    [2_000_000, '2M'],
    [10_485_760, '10.5M'],
    [131_072, '131K'],
    [262_144, '262K'],
    [65_536, '66K'],
    [204_800, '205K'],
    [16_385, '16K'],
    [8192, '8.2K'],
    [8000, '8K'],
    [9_960, '10K'],
    [999_499, '999K'],
    [999_999, '1M'],
    [512, '512'],
    [null, '—'],
  ])('shortTokens shows %s as %s', (tokens, shown) => {
    expect(format.shortTokens(tokens)).toBe(shown);
  });

  it('shortTokens is within six percent of any number and never shows a thousand of a smaller unit', () => {
    const factors: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (tokens) => {
        const shown = format.shortTokens(tokens);
        const value = parseFloat(shown) * (factors[shown.at(-1) ?? ''] ?? 1);
        expect(Math.abs(value / tokens - 1)).toBeLessThan(0.06);
        expect(parseFloat(shown)).toBeLessThan(1000);
      }),
    );
  });

  it.each([
    [200_000, '200K'],
    [1_050_000, '1.05M'],
    [131_072, '131,072'],
    [204_800, '204,800'],
    [1_048_576, '1,048,576'],
    [100, '100'],
  ])('faithfulTokens shows %s without a loss: %s', (tokens, shown) => {
    expect(faithfulTokens(tokens)).toBe(shown);
  });

  it('exactTokens shows every digit', () => {
    expect(format.exactTokens(1_048_576)).toBe('1,048,576 tokens');
    expect(format.exactTokens(1)).toBe('1 token');
    expect(format.exactTokens(null)).toBe('—');
  });
});

describe('change', () => {
  test.each([
    ['2.86', '↑\u00a0186%'],
    ['0.985', '↓\u00a01.5%'],
    ['0.9', '↓\u00a010%'],
    ['0.5', '↓\u00a050%'],
    ['0.00001', '↓\u00a099.9%'],
    ['0.0015', '↓\u00a099.9%'],
    ['21', '↑\u00a02,000%'],
    ['123457.7', '↑\u00a012,345,670%'],
    ['1.0001', '↑\u00a0< 0.1%'],
    ['0.999999999999999999999999999999', '↓\u00a0< 0.1%'],
    ['1.0005', '↑\u00a00.1%'],
    ['1', '0%'],
  ])('shows the ratio %s as %s', (ratio, shown) => {
    expect(format.change(decimal(ratio))).toBe(shown);
  });

  test.each([
    ['0.875', '↓\u00a013%'],
    ['0.9375', '↓\u00a06.3%'],
    ['1.125', '↑\u00a013%'],
    ['1.285', '↑\u00a029%'],
    ['1.0725', '↑\u00a07.3%'],
    ['1.0995', '↑\u00a010%'],
    ['1.09949999999999999999999999999', '↑\u00a09.9%'],
    ['0.0035', '↓\u00a099.7%'],
  ])('rounds the ratio %s half up on its size: %s', (ratio, shown) => {
    expect(format.change(decimal(ratio))).toBe(shown);
  });

  it('changeInWords says up, down or unchanged', () => {
    expect(format.changeInWords(decimal('0.5'))).toBe('down 50%');
    expect(format.changeInWords(decimal('1.5'))).toBe('up 50%');
    expect(format.changeInWords(decimal('1'))).toBe('unchanged');
  });

  test.each([
    [0.634, '63%'],
    [0.285, '29%'],
    [0.125, '13%'],
    [1, '100%'],
  ])('percent shows the share %s as %s', (share, shown) => {
    expect(format.percent(share)).toBe(shown);
  });

  it('shows any ratio within half a unit of its last digit', () => {
    fc.assert(
      fc.property(amounts, (text) => {
        const ratio = decimal(text);
        const size = Math.abs(Number(ratio) - 1) * 100;
        const shown = Number(/[\d.,]+(?=%)/.exec(format.change(ratio))?.[0].replaceAll(',', ''));
        expect(Math.abs(shown - size)).toBeLessThanOrEqual((size < 9.95 ? 0.0501 : 0.501) + size * 1e-12);
      }),
    );
  });
});

describe('date formats', () => {
  it('are in English and UTC', () => {
    expect(format.date('2026-08-22')).toBe('Aug 22, 2026');
    expect(format.date('2026-01-02T23:59:59Z')).toBe('Jan 2, 2026');
    expect(format.dateTime('2026-08-22T12:08:31.000Z')).toBe('Aug 22, 2026, 12:08 UTC');
    expect(format.dateTime('2026-08-22')).toBe('Aug 22, 2026');
    expect(format.month('2024-09')).toBe('September 2024');
    expect(format.date('2024-06')).toBe('June 2024');
    expect(format.date('2024')).toBe('2024');
    expect(format.date('soon')).toBe('soon');
    expect(format.date('2026-13-01')).toBe('2026-13-01');
  });

  test.each([
    ['2026-08-22T23:00:00Z', 'today'],
    ['2026-08-21', 'yesterday'],
    ['2026-08-23', 'tomorrow'],
    ['2026-08-10', '12 days ago'],
    ['2026-08-24', 'in 2 days'],
    ['2026-03-20', '5 months ago'],
    ['2024-08-22', '2 years ago'],
    ['2026-12-31', 'in 4 months'],
  ])('ago shows %s as %s', (iso, shown) => {
    expect(format.ago(iso, '2026-08-22T00:30:00Z')).toBe(shown);
  });

  it('daysBefore counts calendar days', () => {
    expect(format.daysBefore('2026-08-15T23:59:00Z', '2026-08-22T00:01:00Z')).toBe(7);
  });
});

test('list and count write lists and counts in English', () => {
  expect(format.list([])).toBe('');
  expect(format.list(['a'])).toBe('a');
  expect(format.list(['a', 'b'])).toBe('a and b');
  expect(format.list(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(format.count(1, 'model')).toBe('1 model');
  expect(format.count(1421, 'model')).toBe('1,421 models');
  expect(format.count(2, 'category', 'categories')).toBe('2 categories');
  expect(format.integer(-1234)).toBe('−1,234');
});
