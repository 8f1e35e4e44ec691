import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../src/catalog/decimal.ts';
import { NOTHING_KNOWN, type Filterable } from '../../../src/search/filterable.ts';
import { knownOnly, knownValuesOf, matcher, type Filters } from '../../../src/search/filters.ts';
import { entry } from '../../support/search-entries.ts';

const model = (facts: Partial<Filterable>): Filterable => ({
  ...NOTHING_KNOWN,
  id: 'acme/oak',
  author: 'acme',
  ...facts,
});
const passes = (facts: Partial<Filterable>, filters: Filters): boolean => matcher(filters)(model(facts));

describe('a filter', () => {
  it.each<[string, Filters, Partial<Filterable>, Partial<Filterable>]>([
    ['author: any', { author: ['b', 'acme'] }, {}, { author: 'c' }],
    [
      'in: all',
      { in: ['image', 'text'] },
      { inputModalities: ['text', 'image', 'file'] },
      { inputModalities: ['image'] },
    ],
    ['out: all', { out: ['audio'] }, { outputModalities: ['audio'] }, { outputModalities: ['text'] }],
    [
      'can: all',
      { can: ['tools', 'reasoning'] },
      { capabilities: ['reasoning', 'tools'] },
      { capabilities: ['tools'] },
    ],
    ['param: all', { param: ['seed', 'top_k'] }, { parameters: ['seed', 'top_k'] }, { parameters: ['seed'] }],
    [
      'category: any',
      { category: ['legal', 'health'] },
      { categories: ['health'] },
      { categories: ['trivia'] },
    ],
    ['retired_after', { retired_after: ['2025'] }, { retired: '2025-01-01' }, { retired: '2024-12-31' }],
    ['retired_after, listed', { retired_after: ['2020'] }, { retired: '2025-01-01' }, { retired: null }],
    ['price=free', { price: ['free'] }, { payment: 'free' }, { payment: 'paid' }],
    ['price=paid', { price: ['paid'] }, { payment: 'paid' }, { payment: null }],
    ['open', { open: ['1'] }, { hasOpenWeights: true }, { hasOpenWeights: null }],
    ['context_min', { context_min: ['200000'] }, { context: 200_000 }, { context: 199_999 }],
    ['context_min, not stated', { context_min: ['1'] }, { context: 1 }, { context: null }],
    ['max_output_min', { max_output_min: ['8000'] }, { maxOutput: 8_192 }, { maxOutput: null }],
    ['added_after', { added_after: ['2026-07-23'] }, { addedOn: '2026-07-23' }, { addedOn: '2026-07-22' }],
    ['added_after, a month', { added_after: ['2026-07'] }, { addedOn: '2026-07-01' }, { addedOn: null }],
    [
      'cutoff_after',
      { cutoff_after: ['2025-06-01'] },
      { knowledgeCutoff: '2025-06' },
      { knowledgeCutoff: '2025-05-31' },
    ],
    [
      'cutoff_after, a year',
      { cutoff_after: ['2025'] },
      { knowledgeCutoff: '2025' },
      { knowledgeCutoff: '2024-12' },
    ],
    [
      'cutoff_after, of less',
      { cutoff_after: ['2025-02'] },
      { knowledgeCutoff: '2025-02-01' },
      { knowledgeCutoff: '2025' },
    ],
    ['moderated=yes', { moderated: ['yes'] }, { isModerated: true }, { isModerated: null }],
    ['moderated=no', { moderated: ['no'] }, { isModerated: false }, { isModerated: null }],
    ['stable', { stable: ['1'] }, { isStable: true }, { isStable: null }],
    ['hide=variants', { hide: ['variants'] }, { isRouter: true }, { isVariant: true }],
    ['hide=routers,retiring', { hide: ['routers', 'retiring'] }, { isVariant: true }, { isRetiring: true }],
  ])('%s', (_, filters, held, missed) => {
    expect(passes(held, filters)).toBe(true);
    expect(passes(missed, filters)).toBe(false);
  });

  it('passes every model if none is set, and only models that pass all if several are set', () => {
    expect(passes({}, {})).toBe(true);
    expect(passes({ context: 9, isStable: true }, { context_min: ['8'], stable: ['1'] })).toBe(true);
    expect(passes({ context: 9, isStable: false }, { context_min: ['8'], stable: ['1'] })).toBe(false);
  });
});

describe('a price limit', () => {
  const isUnder = (input: Filterable['input'], limit: string): boolean =>
    passes({ input }, { input_max: [limit] });

  it('includes its own amount, except with a sign for strictly below', () => {
    expect(isUnder(decimalOf(2), '2')).toBe(true);
    expect(isUnder(decimalOf(2), '<2')).toBe(false);
    expect(isUnder(decimalOf(1.999), '<2')).toBe(true);
    expect(isUnder(decimalOf(10), '9.5')).toBe(false);
    expect(passes({ output: decimalOf(3) }, { output_max: ['2.99'] })).toBe(false);
  });

  it('passes free prices, and never a price that is not a number', () => {
    for (const limit of ['0', '5', '<5']) {
      expect(isUnder('free', limit)).toBe(true);
      for (const word of ['dynamic', 'unknown', 'unstated', 'none'] as const)
        expect(isUnder(word, limit)).toBe(false);
    }
    expect(isUnder('free', '<0')).toBe(false);
  });

  it('compares exactly', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => new Big(`${digits}e-${places}`).toFixed());
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(isUnder(a as never, b)).toBe(new Big(a).lte(b));
        expect(isUnder(a as never, `<${b}`)).toBe(new Big(a).lt(b));
      }),
    );
  });
});

describe('values that no model has', () => {
  it('are left out of filters whose values come from the models', () => {
    const known = knownValuesOf([entry({ id: 'acme/oak', parameters: ['seed'] })]);
    const filters = { author: ['nobody'], in: ['text', 'smell'], param: ['seed'], can: ['tools'] };
    expect(knownOnly(filters, known)).toEqual({ in: ['text'], param: ['seed'], can: ['tools'] });
  });
});
