import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import type { Model } from '../../../src/catalog/model.ts';
import type { Snapshot } from '../../../src/catalog/snapshot.ts';
import { translate, type Orders } from '../../../src/upstream/translate.ts';
import { toWireRow } from '../../../src/upstream/to-wire-row.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';

const NO_ORDERS: Orders = { categories: {}, popularity: null };

function read(rows: readonly unknown[], orders = NO_ORDERS): Pick<Snapshot, 'models' | 'facts'> {
  const { rows: valid, quarantined } = validateRows(rows);
  expect(quarantined).toEqual([]);
  return translate(valid, orders);
}

function models(rows: readonly unknown[], orders = NO_ORDERS): readonly Model[] {
  return read(rows, orders).models;
}

function model(over: Record<string, unknown> = {}, id = 'maker/model'): Model {
  const [only] = models([rawRow(id, over)]);
  if (only === undefined) throw new Error('no model');
  return only;
}

/** What the ledger keeps of the first row. */
function factsOf(...rows: readonly unknown[]): Facts {
  const [only] = read(rows).facts.values();
  if (only === undefined) throw new Error('no model');
  return only;
}

const pricing = (over: Record<string, unknown>): Record<string, unknown> => ({
  pricing: { prompt: '0.000001', completion: '0.000002', ...over },
});
const usd = (amount: string): object => ({ kind: 'amount', usd: amount, unit: 'million tokens' });

describe('translate: fields', () => {
  it('reads every field of a row', () => {
    const row = rawRow('maker/model-1:free', {
      canonical_slug: 'maker/model-1-20260101',
      name: 'Maker: Model  1 (free)',
      hugging_face_id: 'Maker/Model-1',
      architecture: {
        modality: 'text+image->text',
        input_modalities: ['text', 'image'],
        output_modalities: ['text'],
        tokenizer: 'GPT',
        instruct_type: 'chatml',
      },
      top_provider: { context_length: 4096, max_completion_tokens: 1024, is_moderated: true },
      per_request_limits: { prompt_tokens: 10, completion_tokens: 20 },
      default_parameters: { temperature: 0.7, top_p: null },
      supported_voices: ['alto'],
      knowledge_cutoff: '2025-06-30',
      expiration_date: '2026-09-30',
      links: { details: '/api/v1/models/maker/model-1/endpoints' },
      reasoning: {
        mandatory: false,
        default_enabled: true,
        default_effort: 'low',
        supported_efforts: ['high', 'low'],
        supports_max_tokens: true,
      },
      benchmarks: {
        artificial_analysis: { intelligence_index: 50.5, coding_index: null },
        design_arena: [{ arena: 'models', category: 'website', elo: 1200, win_rate: 51.5, rank: 3 }],
      },
      ...pricing({ discount: 0.25 }),
    });
    expect(models([row])).toEqual([
      {
        id: 'maker/model-1:free',
        name: 'Model 1 (free)',
        fullName: 'Maker: Model 1 (free)',
        author: { slug: 'maker', name: 'Maker' },
        slug: 'model-1',
        variant: 'free',
        baseId: 'maker/model-1',
        isAlias: false,
        aliasTarget: null,
        isRouter: false,
        permanentSlug: 'maker/model-1-20260101',
        addedAt: '2023-11-14T22:13:20.000Z',
        description: 'A model made up for a test.',
        context: 8192,
        maxOutput: 1024,
        topProviderContext: 4096,
        isModerated: true,
        inputModalities: ['text', 'image'],
        outputModalities: ['text'],
        tokenizer: 'GPT',
        instructType: 'chatml',
        prices: { input: usd('1'), output: usd('2') },
        tiers: [],
        discount: 0.25,
        parameters: ['max_tokens', 'temperature'],
        parameterDefaults: new Map([['temperature', 0.7]]),
        reasoning: {
          mandatory: false,
          defaultEnabled: true,
          defaultEffort: 'low',
          efforts: ['high', 'low'],
          tokenBudget: true,
        },
        requestLimits: { inputTokens: 10, outputTokens: 20 },
        voices: ['alto'],
        huggingFaceId: 'Maker/Model-1',
        knowledgeCutoff: '2025-06-30',
        expiration: '2026-09-30',
        detailsPath: '/api/v1/models/maker/model-1/endpoints',
        benchmarks: {
          artificialAnalysis: { intelligence: 50.5, coding: null, agentic: null },
          designArena: [{ arena: 'models', category: 'website', elo: 1200, winRate: 51.5, rank: 3 }],
        },
        other: [],
        ranks: {},
        popularity: null,
      },
    ]);
    expect(factsOf(row)).toEqual({
      name: 'Maker: Model  1 (free)',
      created: 1_700_000_000,
      permanentSlug: 'maker/model-1-20260101',
      context: 8192,
      maxOutput: 1024,
      inputModalities: ['text', 'image'],
      outputModalities: ['text'],
      parameters: ['max_tokens', 'temperature'],
      expiration: '2026-09-30',
      huggingFaceId: 'Maker/Model-1',
      isModerated: true,
      knowledgeCutoff: '2025-06-30',
      reasoning: {
        mandatory: false,
        defaultEnabled: true,
        defaultEffort: 'low',
        efforts: ['high', 'low'],
        tokenBudget: true,
      },
      prices: { input: '0.000001', output: '0.000002' },
    });
  });

  it('reads a minimal row as a model without the rest', () => {
    const [least] = models([{ id: 'maker/model', name: 'Model', pricing: {} }]);
    expect(least).toMatchObject({
      author: { slug: 'maker', name: 'Maker' },
      context: null,
      inputModalities: [],
      parameters: null,
      reasoning: null,
      prices: { input: { kind: 'unknown' }, output: { kind: 'unknown' } },
    });
    expect(factsOf({ id: 'maker/model', name: 'Model', pricing: {} })).toEqual({ name: 'Model', prices: {} });
  });

  it.each([
    ['the dummy expiration', { expiration_date: '2098-12-31' }, { expiration: null }],
    ['an empty Hugging Face id', { hugging_face_id: '' }, { huggingFaceId: null, other: [] }],
    ['a context of zero', { context_length: 0 }, { context: null }],
    ['limits without content', { per_request_limits: {} }, { requestLimits: null }],
    ['a discount of zero', pricing({ discount: 0 }), { discount: null }],
    ['benchmarks without figures', { benchmarks: { design_arena: [] } }, { benchmarks: null }],
    ['a provider’s context of zero', { top_provider: { context_length: 0 } }, { topProviderContext: null }],
    ['a blank description', { description: ' \n ' }, { description: null }],
  ])('reads %s as not stated', (_, over, expected) => {
    expect(model(over)).toMatchObject(expected);
  });

  it('keeps the provider’s context when it equals the model’s', () => {
    expect(model({ context_length: 8192, top_provider: { context_length: 8192 } }).topProviderContext).toBe(
      8192,
    );
  });

  it('decides the unit of image prices once for a row and its tiers', () => {
    const image = (usd: string): object => ({ kind: 'amount', usd, unit: 'million image tokens' });
    const { prices, tiers } = model(
      pricing({ image: '0.000001', overrides: [{ min_prompt_tokens: 200_000, image: '0.000004' }] }),
    );
    expect([prices.image, tiers[0]?.prices.image]).toEqual([image('1'), image('4')]);
  });

  it('keeps the facts for the ledger as upstream wrote them', () => {
    const row = rawRow('maker/model', { context_length: 0, expiration_date: '2098-12-31' });
    expect(factsOf(row)).toMatchObject({ context: 0, expiration: null });
  });

  it('reads modalities from the older notation, and keeps only outputs besides text as facts', () => {
    const form = { architecture: { modality: 'text+image->text+audio' } };
    const old = model(form);
    expect(old.inputModalities).toEqual(['text', 'image']);
    expect(old.outputModalities).toEqual(['text', 'audio']);
    const kept = factsOf(rawRow('maker/model', form));
    expect(kept).not.toHaveProperty('inputModalities');
    expect(kept.outputModalities).toEqual(['text', 'audio']);
  });

  it.each(['text', '', 'a->b->c', null])('reads no modalities from %j', (modality) => {
    expect(model({ architecture: { modality } })).toMatchObject({
      inputModalities: [],
      outputModalities: [],
    });
  });

  it('takes the price of a model with other outputs as unknown in older eras as well', () => {
    const free = pricing({ prompt: '0', completion: '0' });
    const music = { architecture: { modality: 'text->text+audio' }, ...free };
    expect(model(music).prices.input.kind).toBe('unknown');
    expect(model(music, 'maker/model:free').prices.input.kind).toBe('free');
  });

  it('takes a model with a dynamic price as a router', () => {
    expect(model(pricing({ prompt: '-1', completion: '-1' })).isRouter).toBe(true);
    expect(model().isRouter).toBe(false);
  });

  it('takes an id with a tilde as an alias, with its target', () => {
    const row = rawRow('~maker/m-latest', { alias_target: { slug: 'maker/m-5', name: 'Maker:  M 5' } });
    expect(models([row])[0]).toMatchObject({
      isAlias: true,
      author: { slug: 'maker' },
      baseId: '~maker/m-latest',
      aliasTarget: { id: 'maker/m-5', name: 'Maker: M 5' },
    });
    expect(factsOf(row)).toMatchObject({ aliasTarget: 'maker/m-5' });
  });

  it('cleans the name and the description', () => {
    const hostile = model({
      name: 'Maker:\u202E \u200Bevil\u0000\uD800',
      description: 'a\u202Eb\r\nc\u0007\uDC00',
    });
    expect(hostile.name).toBe('evil');
    expect(hostile.description).toBe('ab\nc');
  });
});

describe('translate: unknown fields', () => {
  it.each([
    ['a new field', { brand_new: { a: [1] } }, [{ path: 'brand_new', json: '{"a":[1]}' }]],
    ['a new field inside', { architecture: { x: null } }, [{ path: 'architecture.x', json: 'null' }]],
    ['a new price', pricing({ video: '1' }), [{ path: 'pricing.video', json: '"1"' }]],
    [
      'a default that is no number',
      { default_parameters: { stop: ['x'], seed: 4 } },
      [{ path: 'default_parameters.stop', json: '["x"]' }],
    ],
    [
      'weights somewhere else',
      { hugging_face_id: 'https://evil.example/x' },
      [{ path: 'hugging_face_id', json: '"https://evil.example/x"' }],
    ],
    [
      'details on another host',
      { links: { details: '//evil.example' } },
      [{ path: 'links.details', json: '"//evil.example"' }],
    ],
    [
      'details that are code',
      { links: { details: 'javascript:x' } },
      [{ path: 'links.details', json: '"javascript:x"' }],
    ],
  ])('keeps %s', (_, over, other) => {
    const found = model(over);
    expect(found.other).toEqual(other);
    expect([found.huggingFaceId, found.detailsPath]).toEqual([null, null]);
  });

  it('reads a default with a new name when it is a number', () => {
    expect(model({ default_parameters: { min_p: 0.1 } })).toMatchObject({
      parameterDefaults: new Map([['min_p', 0.1]]),
      other: [],
    });
  });
});

describe('translate: hostile texts', () => {
  const TURN = '\u202E';
  const marked = (text: string): string =>
    `${TURN}${text[0] ?? ''}\u0000${text.slice(1)}\u200B${'\u0301'.repeat(9)}`;
  const clean = (text: string): string => `${text}${'\u0301'.repeat(4)}`;

  it('cleans every text for display, and keeps the facts as they were', () => {
    const row = rawRow('maker/model', {
      canonical_slug: marked('maker/slug'),
      name: `Maker: ${marked('Model')}`,
      description: `Some ${TURN}prose\u0007.`,
      architecture: {
        input_modalities: ['text', marked('smell'), TURN],
        output_modalities: ['text', marked('taste')],
        tokenizer: marked('Runes'),
        instruct_type: marked('rite'),
      },
      supported_parameters: ['tools', marked('tools'), marked('charm')],
      default_parameters: { [marked('luck')]: 7 },
      supported_voices: [marked('alto'), '\u0000'],
      reasoning: {
        mandatory: false,
        default_effort: marked('heroic'),
        supported_efforts: [marked('heroic')],
      },
      alias_target: { slug: 'a/b', name: marked('Other') },
      benchmarks: {
        design_arena: [{ arena: marked('arena'), category: marked('sand'), elo: 1, win_rate: 2, rank: 3 }],
      },
    });
    const [found] = models([row]);
    expect(found).toMatchObject({
      permanentSlug: clean('maker/slug'),
      name: clean('Model'),
      fullName: `Maker: ${clean('Model')}`,
      description: 'Some prose.',
      inputModalities: ['text', clean('smell')],
      outputModalities: ['text', clean('taste')],
      tokenizer: clean('Runes'),
      instructType: clean('rite'),
      parameters: ['tools', clean('tools'), clean('charm')],
      parameterDefaults: new Map([[clean('luck'), 7]]),
      voices: [clean('alto')],
      reasoning: { defaultEffort: clean('heroic'), efforts: [clean('heroic')] },
      aliasTarget: { name: clean('Other') },
      benchmarks: { designArena: [{ arena: clean('arena'), category: clean('sand') }] },
    });
    // The ledger keeps what upstream wrote.
    expect(factsOf(row).name).toBe(`Maker: ${marked('Model')}`);
  });

  it('cleans modalities in the older notation', () => {
    expect(model({ architecture: { modality: `text+${TURN}image->text` } }).inputModalities).toEqual([
      'text',
      'image',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('reads values called %s', (name) => {
    const found = model({
      supported_parameters: [name],
      architecture: {
        input_modalities: [name],
        output_modalities: [name],
        tokenizer: name,
        instruct_type: name,
      },
      supported_voices: [name],
    });
    expect(found).toMatchObject({
      parameters: [name],
      inputModalities: [name],
      outputModalities: [name],
      tokenizer: name,
      instructType: name,
      voices: [name],
    });
  });

  // The schema leaves out a field of the name `__proto__`, which no object should have.
  it.each(['constructor', 'toString', 'hasOwnProperty'])('reads fields called %s', (name) => {
    const named = (value: unknown): object => Object.fromEntries([[name, value]]);
    const found = model({
      default_parameters: named(1),
      pricing: { prompt: '0.1', completion: '0.2', ...named('1') },
    });
    expect(found.parameterDefaults).toEqual(new Map([[name, 1]]));
    expect(found.other).toEqual([{ path: `pricing.${name}`, json: '"1"' }]);
  });
});

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

describe('translate: author names', () => {
  const named = (...rows: [string, string, number][]): readonly Model[] =>
    models(rows.map(([id, name, created]) => rawRow(id, { name, created: 1_700_000_000 + created })));

  it('takes the name of an author from its newest model', () => {
    const found = named(['z-ai/a', 'Z.AI: A', 1], ['z-ai/b', 'Z.ai: B', 2], ['z-ai/c', 'C', 3]);
    expect(found.map(({ author }) => author.name)).toEqual(['Z.ai', 'Z.ai', 'Z.ai']);
  });

  it('ignores the name in an alias', () => {
    const found = named(['~z-ai/latest', 'ZZ: Latest', 9], ['z-ai/a', 'Z.AI: A', 1]);
    expect(found.map(({ author }) => author.name)).toEqual(['Z.AI', 'Z.AI']);
  });

  it('writes the slug in title case when no model names the author', () => {
    expect(named(['open_router-lab/a', 'Auto', 1])[0]?.author.name).toBe('Open Router Lab');
  });
});

describe('translate: ranks and popularity', () => {
  const rows = ['a/one', 'a/two', 'a/three'].map((id) => rawRow(id));
  it('counts positions in the answers including models that are not listed', () => {
    const [one, two, three] = models(rows, {
      categories: {
        legal: { ids: ['a/gone', 'a/two', 'a/one', 'a/two'], problem: null },
        health: { ids: null, problem: 'It failed.' },
        'marketing/seo': { ids: ['a/two'], problem: null },
      },
      popularity: ['a/three', 'a/gone', 'a/one'],
    });
    expect([one?.ranks, two?.ranks, three?.ranks]).toEqual([
      { legal: 3 },
      { legal: 2, 'marketing/seo': 1 },
      {},
    ]);
    expect([one?.popularity, two?.popularity, three?.popularity]).toEqual([3, null, 1]);
  });
});

describe('toWireRow', () => {
  const written = ({ models: all, facts }: ReturnType<typeof read>) =>
    all.map((one) => toWireRow(one, facts.get(one.id) ?? { prices: {} }));

  it('writes back unknown fields', () => {
    const row = rawRow('maker/model', {
      brand_new: [1],
      architecture: { output_modalities: ['text'], newer: true },
      ...pricing({
        video: '1',
        overrides: [{ region: 'eu' }, { min_prompt_tokens: 1, video: '2' }, { region: 'us' }],
      }),
    });
    expect(written(read([row]))[0]).toMatchObject({
      brand_new: [1],
      architecture: { newer: true },
      pricing: {
        video: '1',
        overrides: [{ region: 'eu' }, { min_prompt_tokens: 1, video: '2' }, { region: 'us' }],
      },
    });
  });

  it('never touches a prototype', () => {
    const path = fc.array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'polluted', 'toString'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(path, (steps) => {
        toWireRow({ ...model(), other: [{ path: steps.join('.'), json: '"polluted"' }] }, { prices: {} });
        expect({}).not.toHaveProperty('polluted');
        expect(Object.prototype.toString.call({})).toBe('[object Object]');
      }),
    );
  });
});
