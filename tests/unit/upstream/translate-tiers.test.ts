import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/catalog/model.ts';
import { toWireRow } from '../../../src/upstream/to-wire-row.ts';
import { rawRow } from '../../support/raw-row.ts';
import { factsOf, model, pricing } from '../../support/translated.ts';

const usd = (amount: string): object => ({ kind: 'amount', usd: amount, unit: 'million tokens' });

describe('translate: knowledge cutoff', () => {
  it.each(['2024-06-30', '2024-06', '2024'])('keeps the cutoff as precise as it is: %s', (cutoff) => {
    const found = model({ knowledge_cutoff: cutoff });
    expect(found.knowledgeCutoff).toBe(cutoff);
    expect(toWireRow(found, { prices: {} }).knowledge_cutoff).toBe(cutoff);
  });
});

describe('translate: tiers', () => {
  const tiers = (...overrides: object[]): Pick<Model, 'tiers' | 'other'> => {
    const { tiers: read, other } = model(pricing({ overrides }));
    return { tiers: read, other };
  };

  it.each<[string, object]>([
    ['nothing', {}],
    ['null', { min_prompt_tokens: null, utc_days: null }],
    ['every prompt', { min_prompt_tokens: 0 }],
    ['the whole day', { utc_end: 2400 }],
    [
      'the whole week',
      { utc_days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] },
    ],
  ])('takes a tier as the base price when its condition is %s', (_, conditions) => {
    const always = { ...conditions, prompt: '0.000003', completion: '0.000006' };
    const row = pricing({ overrides: [always] });
    const { prices, tiers: left } = model(row);
    expect(prices.input).toEqual({ kind: 'amount', usd: '3', unit: 'million tokens' });
    expect(prices.output).toEqual({ kind: 'amount', usd: '6', unit: 'million tokens' });
    expect(left).toEqual([]);
    expect(factsOf(rawRow('maker/model', row))).toMatchObject({
      prices: { input: '0.000003', output: '0.000006' },
      tiers: [],
    });
  });

  it.each<[string, object, object[]]>([
    ['a long prompt', { min_prompt_tokens: 200_000 }, [{ kind: 'prompt-above', tokens: 200_000 }]],
    ['hours', { utc_start: 100, utc_end: 1030 }, [{ kind: 'utc-window', start: 60, end: 630 }]],
    ['hours to midnight', { utc_start: 1800, utc_end: 0 }, [{ kind: 'utc-window', start: 1080, end: 1440 }]],
    ['hours over midnight', { utc_start: 1000, utc_end: 100 }, [{ kind: 'utc-window', start: 600, end: 60 }]],
    ['only a start', { utc_start: 2230 }, [{ kind: 'utc-window', start: 1350, end: 1440 }]],
    ['only an end', { utc_end: 2300 }, [{ kind: 'utc-window', start: 0, end: 1380 }]],
    ['days', { utc_days: ['saturday', 'sunday'] }, [{ kind: 'utc-days', days: ['saturday', 'sunday'] }]],
    [
      'all at once',
      { min_prompt_tokens: 0, utc_start: 0, utc_end: 600, utc_days: ['monday'] },
      [
        { kind: 'prompt-above', tokens: 0 },
        { kind: 'utc-window', start: 0, end: 360 },
        { kind: 'utc-days', days: ['monday'] },
      ],
    ],
  ])('reads a tier with %s as its condition', (_, conditions, when) => {
    expect(tiers({ ...conditions, prompt: '0.000003' })).toEqual({
      tiers: [{ when, prices: { input: usd('3') } }],
      other: [],
    });
  });

  it.each([
    ['an unknown condition', { region: 'eu', min_prompt_tokens: 5 }],
    ['an unknown day', { utc_days: ['monday', 'holiday'] }],
    ['an empty list of days', { utc_days: [] }],
    ['an impossible hour', { utc_start: 1275, utc_end: 1300 }],
    ['an hour after the last', { utc_start: 0, utc_end: 2500 }],
    ['a fraction of a minute', { utc_start: 100.5 }],
    ['a start at the end of the day', { utc_start: 2400, utc_end: 100 }],
    ['a negative prompt length', { min_prompt_tokens: -1 }],
  ])('skips a tier with %s and keeps it as it is', (_, conditions) => {
    const odd = { ...conditions, prompt: '0.000009' };
    const read = tiers({ min_prompt_tokens: 1, prompt: '0.000003' }, odd);
    expect(read.tiers).toEqual([
      { when: [{ kind: 'prompt-above', tokens: 1 }], prices: { input: usd('3') } },
    ]);
    expect(read.other.map(({ path, json }): unknown[] => [path, JSON.parse(json)])).toEqual([
      ['pricing.overrides[1]', odd],
    ]);
  });

  it('ignores a new price key in a tier when the base has it too', () => {
    const read = model(
      pricing({ video: '1', overrides: [{ min_prompt_tokens: 1, video: '2', prompt: '0' }] }),
    );
    expect(read.tiers).toEqual([
      { when: [{ kind: 'prompt-above', tokens: 1 }], prices: { input: { kind: 'free' } } },
    ]);
    expect(read.other.map(({ path }) => path)).toEqual(['pricing.overrides[0].video', 'pricing.video']);
  });

  it('adds no tiers to the facts before any row has tiers', () => {
    const tiered = rawRow('maker/tiered', pricing({ overrides: [{ min_prompt_tokens: 1, prompt: '0' }] }));
    const plain = rawRow('maker/plain');
    expect(factsOf(plain)).not.toHaveProperty('tiers');
    expect(factsOf(plain, tiered).tiers).toEqual([]);
  });
});

describe('the facts of a row: reasoning', () => {
  const thinking = rawRow('maker/thinking', { reasoning: { mandatory: true } });

  it('is unknown before any row has it, and none where only other rows have it', () => {
    expect(factsOf(rawRow('maker/plain'))).not.toHaveProperty('reasoning');
    expect(factsOf(rawRow('maker/plain'), thinking)).toHaveProperty('reasoning', null);
  });

  it('is unknown where it could not be read, and the row keeps its place', () => {
    expect(factsOf(rawRow('maker/odd', { reasoning: 'yes' }), thinking)).not.toHaveProperty('reasoning');
  });
});
