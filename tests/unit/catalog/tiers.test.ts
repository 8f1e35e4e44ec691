import { describe, expect, it, test } from 'vitest';
import { momentOf, priceAt } from '../../../src/catalog/tiers.ts';
import { aModel } from '../../support/a-model.ts';
import { perMillion, above, between, days, tier, priced, usd, inputAt } from '../../support/tier-sketch.ts';

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
    const model = priced(tier(3, above(10), between(60, 120), days('monday')));
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
    expect(inputAt(priced(tier(3, between(start, end))), { promptTokens: 1, at })).toBe(isIn ? 3 : 1);
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
