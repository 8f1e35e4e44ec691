import { describe, expect, it } from 'vitest';
import { altText } from '../../../src/pictures/content.ts';
import { modelContent, type ListingState } from '../../../src/pictures/model-content.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const NOW = '2026-08-22T00:00:00.000Z';
const LISTED: ListingState = { kind: 'listed' };

const contentOf = (sketch: ModelSketch = {}, id = 'maker/model', state: ListingState = LISTED) =>
  modelContent(aModel(id, sketch), state, null, NOW);

describe('the picture of a model', () => {
  it('shows author, name, id, prices with every digit and unit, and context', () => {
    const content = contentOf({
      name: 'Model 5',
      author: { slug: 'maker', name: 'The Maker' },
      prices: { input: '0.000000413772', output: '0.0000125' },
      context: 1_048_576,
    });
    expect(content).toEqual({
      kicker: 'The Maker',
      title: 'Model 5',
      subtitle: 'maker/model',
      tag: null,
      facts: [
        { label: 'Input', value: '$0.413772', unit: 'per million tokens' },
        { label: 'Output', value: '$12.50', unit: 'per million tokens' },
        { label: 'Context', value: '1.05M', unit: 'tokens' },
      ],
      remarks: [],
      list: [],
      chart: null,
    });
    expect(altText(content)).toBe(
      'The Maker: Model 5. Input: $0.413772 per million tokens. Output: $12.50 per million tokens. Context: 1.05M tokens.',
    );
  });

  it.each<[what: string, sketch: ModelSketch, id: string, lines: readonly string[]]>([
    ['free', { prices: { input: '0', output: '0' } }, 'maker/model:free', ['Price: Free']],
    [
      'dynamic',
      { prices: { input: '-1', output: '-1' } },
      'maker/auto',
      ['Price: Dynamic depends on the model that answers'],
    ],
    [
      'not given',
      { prices: { input: '0', output: '0' }, outputModalities: ['video'] },
      'maker/video',
      ['Price: Not given by OpenRouter'],
    ],
    [
      'without a stated unit',
      { prices: { input: '0.000006', output: '0' }, outputModalities: ['speech'] },
      'maker/speech',
      ['Input: 0.000006 unit not stated', 'Output: Not billed'],
    ],
    [
      'not billed for output',
      { prices: { input: '0.00000002', output: '0' }, outputModalities: ['embeddings'] },
      'maker/embeddings',
      ['Input: $0.02 per million tokens', 'Output: Not billed'],
    ],
    [
      'only for images',
      {
        prices: { input: '0', output: '0', imageOutput: '0.00003', imageToken: '0.00003' },
        outputModalities: ['image'],
      },
      'maker/image',
      ['Image tokens: $30.00 per million image tokens', 'Image output: $30.00 per million image tokens'],
    ],
    [
      'free for input alone',
      { prices: { input: '0', output: '0.000002' } },
      'maker/model',
      ['Input: Free', 'Output: $2.00 per million tokens'],
    ],
  ])('says in words or figures that a price is %s', (_, sketch, id, lines) => {
    const { facts: shown } = contentOf(sketch, id);
    const texts = shown.map(({ label, value, unit }) => `${label}: ${value}${unit && ` ${unit}`}`);
    expect(texts.slice(0, -1)).toEqual(lines);
  });

  it('says what a request costs besides, also where tokens are free', () => {
    expect(contentOf({ prices: { input: '0', output: '0', request: '0.005' } }).remarks).toEqual([
      'Request: $0.005 per request',
    ]);
    expect(
      contentOf({
        prices: { input: '0.000001', output: '0.000002', imageOutput: '0.00003' },
        outputModalities: ['text', 'image'],
      }).remarks,
    ).toEqual(['Image output: $30.00 per million image tokens']);
  });

  it('gives the prices of long prompts with one threshold, and says where prices differ otherwise', () => {
    const above = (tokens: number, input: string, output: string) =>
      ({ when: [{ kind: 'prompt-above', tokens }], prices: { input, output } }) as const;
    expect(contentOf({ tiers: [above(272_000, '0.000004', '0.000018')] }).remarks).toEqual([
      'Prompts above 272K tokens: input $4.00 and output $18.00',
    ]);
    expect(
      contentOf({
        tiers: [above(32_000, '0.000003', '0.000006'), above(128_000, '0.000004', '0.000018')],
      }).remarks,
    ).toEqual(['Other prices above 32K']);
    expect(
      contentOf({
        tiers: [{ when: [{ kind: 'utc-window', start: 60, end: 120 }], prices: { input: '0.000004' } }],
      }).remarks,
    ).toEqual(['Other prices at some hours']);
  });

  it('says that a context is not stated', () => {
    expect(contentOf({ context: 0 }).facts.at(-1)).toEqual({
      label: 'Context',
      value: 'Not stated',
      unit: '',
    });
    expect(contentOf({ context: null }).facts.at(-1)?.value).toBe('Not stated');
  });

  it.each<[sketch: ModelSketch, id: string, tag: string | null]>([
    [{ expiration: '2026-08-24' }, 'maker/model', 'Retiring Aug 24, 2026'],
    [{ expiration: '2026-08-01' }, 'maker/model', 'Listed, but removal was due Aug 1, 2026'],
    [{ expiration: '2026-09-30' }, 'maker/model:free', 'Free offer ends Sep 30, 2026'],
    [{}, 'maker/model', null],
  ])('of %j (%s) has the tag %j', (sketch, id, tag) => {
    expect(contentOf(sketch, id).tag).toBe(tag);
  });

  it.each<[state: ListingState, tag: string]>([
    [
      { kind: 'retired', when: { after: null, by: '2026-08-05T00:00:00.000Z', isDated: true } },
      'Retired Aug 5, 2026',
    ],
    [
      {
        kind: 'retired',
        when: { after: '2026-07-01T00:00:00.000Z', by: '2026-08-05T00:00:00.000Z', isDated: false },
      },
      'Retired some time between Jul 1, 2026 and Aug 5, 2026',
    ],
    [
      { kind: 'renamed', when: { after: null, by: '2026-08-05T00:00:00.000Z', isDated: true } },
      'Renamed Aug 5, 2026',
    ],
    [{ kind: 'seen', on: '2026-08-05T00:00:00.000Z' }, 'Last seen Aug 5, 2026'],
  ])('that is no longer listed has its date and calls its prices the last: %j', (state, tag) => {
    const content = contentOf({ expiration: '2026-08-04' }, 'maker/model', state);
    expect(content.tag).toBe(tag);
    expect(content.facts.map(({ label }) => label)).toEqual([
      'Last input price',
      'Last output price',
      'Context',
    ]);
  });

  it('has the id as its title where the font lacks a character of the name', () => {
    const author = { slug: 'baidu', name: '百度' };
    expect(contentOf({ name: '文心一言 5', author }, 'baidu/ernie-5')).toMatchObject({
      kicker: 'baidu',
      title: 'baidu/ernie-5',
      subtitle: '',
    });
    expect(contentOf({ name: 'Dolphin 🐬' }, 'maker/dolphin').title).toBe('maker/dolphin');
  });

  it('of an alias names the model that it stands for', () => {
    const aliasTarget = { id: 'maker/model-5', name: 'Maker: Model 5' };
    expect(contentOf({ name: 'Latest', aliasTarget }, '~maker/model-latest').subtitle).toBe(
      '~maker/model-latest, at present Model 5',
    );
  });
});

describe('the chart in the picture of a model', () => {
  const days = {
    '2026-05-01': { 'maker/model': facts('0.000003', '0.000015') },
    '2026-05-02': { 'maker/model': facts('0.000003', '0.000015') },
    '2026-06-01': { 'maker/model': facts('0.000003', '0.000015') },
    '2026-06-02': { 'maker/model': facts('0.000002', '0.00001') },
    '2026-08-01': { 'maker/model': facts('0.000002', '0.00001') },
  };
  const chartOn = (now: string) => {
    const known = historyOfDays(days).historyOf('maker/model');
    return modelContent(aModel('maker/model'), LISTED, known, now).chart;
  };

  it('shows each step of input and output', () => {
    const chart = chartOn('2026-08-22T00:00:00.000Z');
    expect(chart?.input).toMatch(/^M\d+ \d+H\d+V\d+H\d+$/);
    expect(chart?.output).toMatch(/^M\d+ \d+H\d+V\d+H\d+$/);
  });

  it('is the same on every day of a month, and another one in the next', () => {
    expect(chartOn('2026-08-31T23:00:00.000Z')).toEqual(chartOn('2026-08-02T00:00:00.000Z'));
    expect(chartOn('2026-09-01T00:00:00.000Z')).not.toEqual(chartOn('2026-08-31T23:00:00.000Z'));
  });

  it('shows a change of the same month', () => {
    const chart = chartOn('2026-06-20T00:00:00.000Z');
    const [, change, end] = /H(\d+)V\d+H(\d+)$/.exec(chart?.output ?? '') ?? [];
    expect(Number(end) - Number(change)).toBeGreaterThan(10);
  });

  it('is left out where no price changed, and where two remarks need its room', () => {
    const known = historyOfDays({
      '2026-05-01': { 'maker/model': facts('0.000003', '0.000015') },
      '2026-05-02': { 'maker/model': facts('0.000003', '0.000015') },
    }).historyOf('maker/model');
    expect(modelContent(aModel('maker/model'), LISTED, known, NOW).chart).toBeNull();
    const crowded = aModel('maker/model', {
      prices: { input: '0.000001', output: '0.000002', request: '0.01', imageOutput: '0.00003' },
    });
    const changed = historyOfDays(days).historyOf('maker/model');
    expect(modelContent(crowded, LISTED, changed, NOW)).toMatchObject({
      chart: null,
      remarks: { length: 2 },
    });
  });
});
