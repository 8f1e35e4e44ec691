import { describe, expect, it } from 'vitest';
import { changesBetween, readSeenFacts, type SeenFacts } from '../../../src/catalog/seen-facts.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const facts = (sketch: ModelSketch & Partial<Pick<SeenFacts, 'status'>> = {}): SeenFacts => {
  const { status = 'listed', ...rest } = sketch;
  const { prices, tiers, context, maxOutput, expiration } = aModel('a/b', rest);
  return { capturedAt: '2026-08-22T00:00:00.000Z', status, prices, tiers, context, maxOutput, expiration };
};
const kinds = (before: SeenFacts, after: SeenFacts) => changesBetween(before, after).map(({ kind }) => kind);
const above = (tokens: number, input: string) => ({
  when: [{ kind: 'prompt-above' as const, tokens }],
  prices: { input },
});

describe('changesBetween', () => {
  it('finds nothing in equal facts of two times', () => {
    expect(kinds(facts(), { ...facts(), capturedAt: '2026-11-22T00:00:00.000Z' })).toEqual([]);
  });

  it('finds a price that changed, with the other main price', () => {
    const [change] = changesBetween(facts(), facts({ prices: { input: '0.000002', output: '0.000002' } }));
    expect(change).toMatchObject({ kind: 'prices', move: { direction: 'rise', ratio: '1.6' } });
    expect(change?.kind === 'prices' && change.lines.map(({ key }) => key)).toEqual(['input', 'output']);
  });

  it('finds a cached price alone, without the main prices', () => {
    const [change] = changesBetween(
      facts(),
      facts({ prices: { input: '0.000001', output: '0.000002', cacheRead: '0.0000001' } }),
    );
    expect(change?.kind === 'prices' && change.lines.map(({ key }) => key)).toEqual(['cacheRead']);
  });

  it('does not report prices that differ beyond twelve digits', () => {
    expect(
      kinds(facts(), facts({ prices: { input: '0.0000010000000000000001', output: '0.000002' } })),
    ).toEqual([]);
  });

  it('finds tiers that are new, removed and changed', () => {
    const before = facts({ tiers: [above(1000, '0.000002'), above(2000, '0.000003')] });
    const after = facts({ tiers: [above(2000, '0.000004'), above(3000, '0.000005')] });
    expect(
      changesBetween(before, after).map((change) => change.kind === 'tier' && [change.above, change.state]),
    ).toEqual([
      [1000, 'removed'],
      [2000, 'changed'],
      [3000, 'new'],
    ]);
  });

  it('finds prices that depend on the time', () => {
    const night = {
      when: [{ kind: 'utc-window' as const, start: 0, end: 60 }],
      prices: { input: '0.0000005' },
    };
    expect(kinds(facts(), facts({ tiers: [night] }))).toEqual(['hours']);
    expect(kinds(facts({ tiers: [night] }), facts({ tiers: [night] }))).toEqual([]);
  });

  it('finds limits, and takes 0 as not stated', () => {
    expect(kinds(facts({ context: 0 }), facts({ context: 8000, maxOutput: 0 }))).toEqual(['context']);
    expect(kinds(facts({ maxOutput: 0 }), facts({ maxOutput: null }))).toEqual([]);
  });

  it('finds a removal date that is announced, moved and withdrawn', () => {
    const [none, day, later] = [
      facts(),
      facts({ expiration: '2026-12-01' }),
      facts({ expiration: '2026-12-24' }),
    ];
    expect(kinds(none, day)).toEqual(['expiration']);
    expect(kinds(day, later)).toEqual(['expiration']);
    expect(kinds(later, none)).toEqual(['expiration']);
  });

  it('says only that a model retired, whatever else changed with it', () => {
    const retired = facts({ status: 'retired', context: 1 });
    expect(kinds(facts(), retired)).toEqual(['retired']);
    expect(kinds(retired, { ...retired, context: 2 })).toEqual([]);
    expect(kinds(retired, facts({ context: 2 }))).toEqual(['listed-again', 'context']);
    expect(kinds(facts(), facts({ status: 'not-asked-for' }))).toEqual(['not-asked-for']);
  });
});

describe('readSeenFacts', () => {
  it('reads facts that were stored as JSON', () => {
    const stored = facts({ tiers: [above(1000, '0.000002')], prices: { input: '-1', output: '-1' } });
    expect(readSeenFacts(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it.each([
    ['nothing', null],
    ['a text', 'facts'],
    ['another status', { ...facts(), status: 'gone' }],
    ['no output price', { ...facts(), prices: { input: { kind: 'free' } } }],
    [
      'an amount that is not a decimal',
      { ...facts(), prices: { input: { kind: 'amount', usd: '1e3', unit: 'x' }, output: { kind: 'free' } } },
    ],
    [
      'an unknown kind of price',
      { ...facts(), prices: { input: { kind: 'cheap' }, output: { kind: 'free' } } },
    ],
    ['tiers without conditions', { ...facts(), tiers: [{ prices: {} }] }],
    ['a context in words', { ...facts(), context: '128K' }],
  ])('gives null for %s', (_, stored) => {
    expect(readSeenFacts(stored)).toBeNull();
  });
});
