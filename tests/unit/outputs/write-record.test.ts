import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../src/catalog/fields.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { FIELD_OUTPUTS } from '../../../src/outputs/record/fields.ts';
import { costedIn, readPricesRecord, readTiersRecord } from '../../../src/outputs/record/read.ts';
import { costedOf } from '../../../src/catalog/cost/cost.ts';
import { aModel } from '../../support/a-model.ts';
import { aRecord } from '../../support/a-record.ts';
import { daily } from '../../support/ledger-history.ts';

const TIERED = aModel('maker/a', {
  prices: { input: '0.000001', output: '0.000002', cacheRead: '0.0000001', webSearch: '0.01' },
  tiers: [{ when: [{ kind: 'prompt-above', tokens: 1000 }], prices: { input: '0.000002', cacheRead: '0' } }],
  parameters: ['reasoning'],
});

describe('modelRecord', () => {
  it('writes every field of a model under a name of its own', () => {
    const names = Object.values(FIELD_OUTPUTS).map(({ name }) => name);
    expect(new Set(names).size).toBe(Object.keys(FIELDS).length);
    expect(Object.keys(aRecord(TIERED))).toEqual(expect.arrayContaining(names));
  });

  it('writes prices as decimal text with their kind and unit', () => {
    const { prices } = aRecord(TIERED);
    expect(prices).toEqual({
      input: { kind: 'amount', usd: '1', unit: 'million tokens' },
      output: { kind: 'amount', usd: '2', unit: 'million tokens' },
      cache_read: { kind: 'amount', usd: '0.1', unit: 'million tokens' },
      web_search: { kind: 'amount', usd: '0.01', unit: 'search' },
    });
  });

  it.each<[string, Model['prices']['input'], { input: string; output: string }]>([
    ['free', { kind: 'free' }, { input: '0', output: '0' }],
    ['dynamic', { kind: 'dynamic' }, { input: '-1', output: '-1' }],
  ])('writes a %s price without an amount', (_, price, prices) => {
    expect(aRecord(aModel('maker/a', { prices })).prices.input).toEqual(price);
  });

  it('writes a price without a unit as upstream wrote it', () => {
    const speech = aModel('maker/a', {
      outputModalities: ['speech'],
      prices: { input: '0.10', output: '0' },
    });
    expect(aRecord(speech).prices.input).toEqual({ kind: 'unstated', text: '0.10' });
  });

  it('writes ranks beside the number of models ranked', () => {
    const { popularity, category_ranks: ranks } = aRecord(
      aModel('maker/a', { popularity: 3, ranks: { legal: 2 } }),
    );
    expect(popularity).toEqual({ rank: 3, of: 10 });
    expect(ranks).toEqual({ legal: { rank: 2, of: 5 } });
  });

  it('writes benchmarks with the names of those who measured', () => {
    const benchmarks: Model['benchmarks'] = {
      artificialAnalysis: { intelligence: 50, coding: null, agentic: 40.5 },
      designArena: [{ arena: 'web', category: 'all', elo: 1200, winRate: 61, rank: 4 }],
    };
    const written = aRecord(aModel('maker/a', { benchmarks })).benchmarks;
    expect(written?.artificial_analysis).toMatchObject({ intelligence: 50, coding: null, agentic: 40.5 });
    expect(written?.artificial_analysis?.attribution).toContain('Artificial Analysis');
    expect(written?.design_arena?.attribution).toContain('Design Arena');
    expect(written?.design_arena?.results).toEqual([
      { arena: 'web', category: 'all', elo: 1200, win_rate: 61, rank: 4 },
    ]);
    expect(aRecord(aModel('maker/a')).benchmarks).toBeNull();
  });

  it('writes variants with what a cost needs', () => {
    const batch = aModel('maker/a:batch', { prices: { input: '0.0000005', output: '0.000001' } });
    const [variant] = aRecord(TIERED, { variants: [batch] }).variants;
    expect(variant).toMatchObject({ id: 'maker/a:batch', variant: 'batch', context: 131_072 });
    expect(variant?.prices.input).toEqual({ kind: 'amount', usd: '0.5', unit: 'million tokens' });
  });

  it('writes the price at each month end and each price change', () => {
    const history = daily({
      5: { prices: { input: '0.000001', output: '0.000001' } },
      20: { prices: { input: '0.0000005', output: '0.0000005' } },
    }).historyOf('maker/a');
    const { history: written } = aRecord(aModel('maker/a'), {
      history,
      monthEnds: ['2025-12-31T00:00:00.000Z', '2026-01-20T00:00:00.000Z'],
    });
    expect(written?.month_ends.map(({ month, step, prices }) => [month, step, prices.input])).toEqual([
      ['2026-01', 1, { kind: 'amount', usd: '0.5', unit: 'million tokens' }],
    ]);
    expect(written?.price_changes.map(({ percent, direction }) => [percent, direction])).toEqual([
      [-50, 'drop'],
    ]);
    expect(written?.price_changes[0]?.prices.map(({ price }) => price)).toEqual(['input', 'output']);
    expect(written?.steps.map(({ from }) => from.slice(0, 10))).toEqual(['2026-01-05', '2026-01-20']);
  });

  it('writes since when prices are recorded that the model was first seen without', () => {
    const tiers = [
      { when: [{ kind: 'prompt-above', tokens: 1000 } as const], prices: { input: '0.000002' } },
    ];
    const prices = { input: '0.000001', output: '0.000001' };
    const sinceOf = (days: Parameters<typeof daily>[0]) =>
      aRecord(aModel('maker/a'), { history: daily(days).historyOf('maker/a') }).history?.recorded_since;
    const later = { prices: { ...prices, cacheWrite1h: '0.000002' }, tiers };
    expect(sinceOf({ 1: { prices }, 2: later, 3: { prices } })).toEqual({
      cache_write1h: '2026-01-02T00:00:00.000Z',
      tiers: '2026-01-02T00:00:00.000Z',
    });
    expect(sinceOf({ 1: later, 2: later })).toBeUndefined();
  });

  it('writes no month end at which the model was not listed', () => {
    const history = daily({ 5: {}, 6: null, 31: null }).historyOf('maker/a');
    const { history: written } = aRecord(aModel('maker/a'), {
      history,
      monthEnds: ['2026-01-31T00:00:00.000Z'],
    });
    expect(written?.month_ends).toEqual([]);
  });

  it('writes no percent for a model that became free', () => {
    const history = daily({
      5: { prices: { input: '0.000001', output: '0.000001' } },
      6: { prices: { input: '0', output: '0' } },
    }).historyOf('maker/a');
    const changes = aRecord(aModel('maker/a'), { history }).history?.price_changes ?? [];
    expect(changes.map(({ percent, direction }) => [percent, direction])).toEqual([[null, 'became-free']]);
  });
});

describe('a record that is read back', () => {
  it('has the prices and tiers of the model', () => {
    const record = aRecord(TIERED);
    expect(readPricesRecord(record.prices)).toEqual(TIERED.prices);
    expect(readTiersRecord(record.tiers)).toEqual(TIERED.tiers);
  });

  it.each([
    ['tiers and reasoning', TIERED],
    ['no text output', aModel('maker/b', { outputModalities: ['image'] })],
    ['unknown outputs', aModel('maker/c', { outputModalities: [] })],
  ])('costs what the model costs: %s', (_, model) => {
    const record = aRecord(model);
    expect(costedIn(record, record)).toEqual(costedOf(model));
  });
});
