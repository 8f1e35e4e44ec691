import { describe, expect, it } from 'vitest';
import { rawRow } from '../../support/raw-row.ts';
import { factsOf, model, models, pricing } from '../../support/translated.ts';

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
