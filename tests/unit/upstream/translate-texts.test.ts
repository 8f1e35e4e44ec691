import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/catalog/model.ts';
import { rawRow } from '../../support/raw-row.ts';
import { factsOf, model, models, pricing } from '../../support/translated.ts';

describe('translate: unknown fields', () => {
  it.each([
    ['a new field', { brand_new: { a: [1] } }, [{ path: 'brand_new', json: '{"a":[1]}' }]],
    ['a new field inside', { architecture: { x: null } }, [{ path: 'architecture.x', json: 'null' }]],
    ['a new price', pricing({ video: '1' }), [{ path: 'pricing.video', json: '"1"' }]],
    [
      'a default that is not a number',
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
