import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPABILITY_KEYS } from '../../../src/catalog/capabilities.ts';
import { CATEGORY_NAMES } from '../../../src/catalog/categories.ts';
import { FILTER_KEYS, type FilterKey } from '../../../src/search/filters.ts';
import { readRequest, writeRequest, type ListRequest, type ListTerms } from '../../../src/search/params.ts';

const TODAY = '2026-08-22';
const TERMS: ListTerms = {
  sorts: { popularity: 'asc', input: 'asc', context: 'desc', newest: 'desc' },
  ownOrder: { sort: 'popularity', direction: 'asc' },
  columns: ['input', 'output', 'context'],
};
const read = (text: string): ListRequest => readRequest(new URLSearchParams(text), TERMS, TODAY);
const write = (request: ListRequest): string => writeRequest(request, TERMS).toString();
const NOTHING: ListRequest = { typed: '', filters: {}, order: null, columns: [] };

const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9._~-]{1,12}$/), { minLength: 1, maxLength: 4 });
const someOf = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const one = (values: fc.Arbitrary<string>) => values.map((value) => [value]);
const usd = fc
  .tuple(fc.nat(10_000), fc.stringMatching(/^(?:|\.\d{0,8}[1-9])$/), fc.constantFrom('', '<'))
  .map(([whole, fraction, sign]) => `${sign}${whole}${fraction}`);
const tokens = fc.integer({ min: 1, max: 20_000_000 }).map(String);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(10, 7, 4).map((length) => date.toISOString().slice(0, length)));

/** Canonical values of each filter. */
const VALUES: Readonly<Record<FilterKey, fc.Arbitrary<string[]>>> = {
  author: slugs,
  in: slugs,
  out: slugs,
  can: someOf(CAPABILITY_KEYS.filter((key) => key !== 'open-weights')),
  param: slugs,
  category: someOf(CATEGORY_NAMES),
  price: one(fc.constantFrom('free', 'paid')),
  open: fc.constant(['1']),
  input_max: one(usd),
  output_max: one(usd),
  context_min: one(tokens),
  max_output_min: one(tokens),
  added_after: one(day),
  cutoff_after: one(day),
  retired_after: one(day),
  moderated: one(fc.constantFrom('yes', 'no')),
  stable: fc.constant(['1']),
  hide: someOf(['variants', 'routers', 'retiring']),
};

const order = fc.oneof(
  fc.constant(null),
  fc.record({
    sort: fc.constantFrom(...Object.keys(TERMS.sorts)),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
);
const request: fc.Arbitrary<ListRequest> = fc.record({
  typed: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim()),
  filters: fc.record(VALUES, { requiredKeys: [] }),
  order: order.map((it) => (it?.sort === 'popularity' && it.direction === 'asc' ? null : it)),
  columns: fc.subarray([...TERMS.columns]),
});

describe('an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(read(write(asked))).toEqual(asked);
      }),
    );
  });

  it('leaves out defaults', () => {
    expect(write(NOTHING)).toBe('');
    expect(write({ ...NOTHING, typed: '  ', order: TERMS.ownOrder })).toBe('');
    expect(write({ ...NOTHING, order: { sort: 'context', direction: 'desc' } })).toBe('sort=context');
    expect(write({ ...NOTHING, order: { sort: 'popularity', direction: 'desc' } })).toBe('dir=desc');
  });

  it('takes any text without an error, and leaves out invalid values', () => {
    const name = fc.oneof(fc.constantFrom(...FILTER_KEYS, 'q', 'sort', 'dir', 'cols', 'added'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const asked = readRequest(new URLSearchParams(pairs), TERMS, TODAY);
        expect(read(write(asked))).toEqual(asked);
      }),
    );
  });

  it.each([
    'can=flying',
    'category=cooking',
    'price=cheap',
    'open=yes',
    'open=0',
    'input_max=abc',
    'input_max=-1',
    'input_max=1e3',
    'context_min=-5',
    'context_min=0',
    'context_min=lots',
    'added_after=yesterday',
    'added_after=2026-02-30',
    'moderated=maybe',
    'stable=2',
    'hide=everything',
    'sort=constructor&dir=sideways',
    'sort=__proto__',
    'cols=toString',
    'color=red',
    'price=under-the-table',
    'added=soon',
    '__proto__=1&constructor=2',
  ])('without a meaning changes nothing: %s', (text) => {
    expect(read(text)).toEqual(NOTHING);
  });

  it.each<[string, Partial<ListRequest>]>([
    ['can=tools&can=reasoning,tools', { filters: { can: ['tools', 'reasoning'] } }],
    ['author=openai, x-ai,', { filters: { author: ['openai', 'x-ai'] } }],
    ['can=tools,flying', { filters: { can: ['tools'] } }],
    ['context_min=200k', { filters: { context_min: ['200000'] } }],
    [
      'context_min=1.5M&max_output_min=8k',
      { filters: { context_min: ['1500000'], max_output_min: ['8000'] } },
    ],
    ['input_max=$1.50', { filters: { input_max: ['1.5'] } }],
    ['input_max=nothing&input_max=02.0', { filters: { input_max: ['2'] } }],
    ['price=paid&price=free', { filters: { price: ['paid'] } }],
    ['cols=context,input,context,smell', { columns: ['context', 'input'] }],
    ['q=+gpt+', { typed: 'gpt' }],
  ])('reads %s', (text, asked) => {
    expect(read(text)).toEqual({ ...NOTHING, ...asked });
  });
});

describe('a former address', () => {
  it.each<[former: string, today: string]>([
    ['takes=image', 'in=image'],
    ['takes=image&takes=audio', 'in=image,audio'],
    ['input=1', 'input_max=1'],
    ['context=128000', 'context_min=128000'],
    ['context=128k', 'context_min=128000'],
    ['context=1m', 'context_min=1000000'],
    ['can=open-weights', 'open=1'],
    ['can=tools&can=open-weights', 'can=tools&open=1'],
    ['can=reasoning&can=open-weights,tools', 'can=reasoning,tools&open=1'],
    ['added=7d', 'added_after=2026-08-15'],
    ['added=30d', 'added_after=2026-07-23'],
    ['added=90d', 'added_after=2026-05-24'],
    ['added=1y', 'added_after=2025-08-22'],
    ['price=free', 'price=free'],
    ['price=under-0.5', 'input_max=<0.5'],
    ['price=under-2', 'input_max=<2'],
    ['price=under-5', 'input_max=<5'],
    ['sort=price-low', 'sort=input&dir=asc'],
    ['sort=price-high', 'sort=input&dir=desc'],
    ['sort=context', 'sort=context'],
    ['takes=image&input=1', 'in=image&input_max=1'],
    ['out=image&author=openai&author=x-ai&in=text', 'author=openai,x-ai&in=text&out=image'],
    ['in=image&takes=audio', 'in=image'],
    ['input=3&input_max=1', 'input_max=1'],
  ])('%s is %s', (former, today) => {
    const asked = read(former);
    expect(asked).not.toEqual(NOTHING);
    expect(asked).toEqual(read(today));
  });
});
