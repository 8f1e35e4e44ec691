import { describe, expect, it } from 'vitest';
import { listedWords, stabilityWords, thenAndNow, whenWords } from '../../../../src/site/words/history.ts';
import { facts, historyOfDays } from '../../../support/a-history.ts';

const OTHER = { 'a/other': facts('0.000001', '0.000001', { name: 'Other', created: 1 }) };

function known(days: Parameters<typeof historyOfDays>[0]) {
  const history = historyOfDays(days);
  const model = history.historyOf('a/b');
  const stability = history.stability('a/b');
  if (!model || !stability) throw new Error('The model was never listed.');
  return { model, stability };
}

/** Percent signs stand after a space that does not break. */
function plainSpaces(text: string | null): string | null {
  return text?.replaceAll('\u00a0', ' ') ?? null;
}

function stabilityOf(days: Parameters<typeof historyOfDays>[0]): string | null {
  const { model, stability } = known(days);
  return plainSpaces(stabilityWords(stability, model.moves[0]?.between ?? null));
}

describe('listedWords', () => {
  it('dates a model that was added between two close captures', () => {
    const { model } = known({ '2026-01-01': OTHER, '2026-01-02': { ...OTHER, 'a/b': facts('0', '0') } });
    expect(listedWords(model)).toBe('In our records since Jan 2, 2026.');
  });

  it('gives a range for a model that was added between two captures far apart', () => {
    const { model } = known({ '2026-01-01': OTHER, '2026-03-01': { ...OTHER, 'a/b': facts('0', '0') } });
    expect(listedWords(model)).toBe('In our records since Mar 1, 2026 (listed some time after Jan 1, 2026).');
  });

  it('says “then or earlier” for a model of the first capture', () => {
    const { model } = known({ '2026-01-01': { 'a/b': facts('0', '0') } });
    expect(listedWords(model)).toBe('In our records since Jan 1, 2026 (listed then or earlier).');
  });

  it('ends with the last capture that listed the model', () => {
    const { model } = known({
      '2026-01-01': OTHER,
      '2026-01-02': { ...OTHER, 'a/b': facts('0', '0') },
      '2026-01-03': OTHER,
    });
    expect(listedWords(model)).toBe('In our records from Jan 2, 2026 to Jan 2, 2026.');
  });
});

describe('thenAndNow', () => {
  const between = (then: ReturnType<typeof facts>, now: ReturnType<typeof facts>) =>
    plainSpaces(thenAndNow(known({ '2026-01-01': { 'a/b': then }, '2026-03-01': { 'a/b': now } }).model));

  it('gives prices and context with their percent', () => {
    expect(between(facts('0.000001', '0.000004'), facts('0.000002', '0.000004', { context: 16_384 }))).toBe(
      'At first it cost $1.00 in and $4.00 out per million tokens, with a context of 8.2K; now it costs $2.00 in and $4.00 out, with 16K (input up 100% and context up 100%).',
    );
  });

  it('gives no percent for a price that was free', () => {
    expect(between(facts('0', '0'), facts('0.000001', '0.000002'))).toBe(
      'At first it was free, with a context of 8.2K; now it costs $1.00 in and $2.00 out per million tokens.',
    );
  });

  it('is null when nothing changed', () => {
    expect(between(facts('0.000001', '0.000004'), facts('0.000001', '0.000004'))).toBeNull();
  });
});

describe('stabilityWords', () => {
  it('counts price changes, including those without a date', () => {
    const words = stabilityOf({
      '2025-01-01': { 'a/b': facts('0.000001', '0.000001') },
      '2025-07-02': { 'a/b': facts('0.000003', '0.000003') },
      '2026-01-01': { 'a/b': facts('0.000002', '0.000002') },
    });
    expect(words).toBe('2 price changes, 2 a year, the last some time between Jul 2, 2025 and Jan 1, 2026.');
  });

  it('gives the largest increase among those with a date', () => {
    const words = stabilityOf({
      '2025-01-01': { 'a/b': facts('0.000001', '0.000001') },
      '2025-01-02': { 'a/b': facts('0.000002', '0.000002') },
      '2025-01-06': { 'a/b': facts('0.0000025', '0.0000025') },
      '2025-07-02': { 'a/b': facts('0.00001', '0.00001') },
    });
    expect(words).toContain('Largest increase: 100%, on Jan 2, 2025.');
  });

  it('gives no rate for a young model', () => {
    const words = stabilityOf({
      '2026-01-01': { 'a/b': facts('0.000002', '0.000002') },
      '2026-01-05': { 'a/b': facts('0.000001', '0.000001') },
      '2026-01-12': { 'a/b': facts('0.000001', '0.000001') },
    });
    expect(words).toBe('1 price change, on Jan 5, 2026. No increase of 1% or more.');
  });

  it('does not say that a price never rose when it stopped being free', () => {
    const words = stabilityOf({
      '2026-01-01': { 'a/b': facts('0', '0') },
      '2026-01-05': { 'a/b': facts('0.000001', '0.000001') },
    });
    expect(words).toBe('1 price change, on Jan 5, 2026.');
  });

  const daily = (...prices: readonly string[]) =>
    stabilityOf(
      Object.fromEntries(
        prices.map((price, index) => {
          const [input = '', output = input] = price.split(' ');
          return [`2026-01-${String(index + 1).padStart(2, '0')}`, { 'a/b': facts(input, output) }];
        }),
      ),
    );

  it.each([
    ['once', ['1', '4', '1']],
    ['2 times', ['1', '4', '1', '1', '1', '1', '4', '1']],
    ['once', ['1 1', '4 1', '4 4', '1 4', '1 1']],
  ])('counts prices that were restored within three days: %s', (times, prices) => {
    expect(daily(...prices)).toContain(`Its price changed ${times} and was back within three days`);
  });

  it('does not say that a price has not changed when it became a number', () => {
    expect(daily('-1', '0')).toBe('No price change that can be measured is known.');
  });

  it('names the prices without a known change where others changed', () => {
    const prices = { input: '0.000001', output: '0.000002' };
    const cached = (cacheRead: string) => facts('0', '0', { prices: { ...prices, cacheRead } });
    expect(
      stabilityOf({
        '2026-01-01': { 'a/b': cached('0.0000005') },
        '2026-01-20': { 'a/b': cached('0.0000001') },
      }),
    ).toBe('No change of the input and output price is known.');
  });

  it('says that no change is known', () => {
    expect(stabilityOf({ '2026-01-01': { 'a/b': facts('0', '0') } })).toBe('No price change is known.');
  });
});

it('whenWords gives the day, or the range between two captures', () => {
  expect(whenWords({ after: '2026-01-01T00:00:00Z', by: '2026-01-02T00:00:00Z', isDated: true })).toBe(
    'on Jan 2, 2026',
  );
  expect(whenWords({ after: '2026-01-01T00:00:00Z', by: '2026-03-02T00:00:00Z', isDated: false })).toBe(
    'some time between Jan 1, 2026 and Mar 2, 2026',
  );
});
