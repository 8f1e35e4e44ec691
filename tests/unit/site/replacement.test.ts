import { describe, expect, it } from 'vitest';
import type { Facts, TierFacts } from '../../../src/catalog/facts.ts';
import { decimalOf } from '../../../src/catalog/decimal.ts';
import type { Model } from '../../../src/catalog/model.ts';
import { modelFromFacts } from '../../../src/catalog/past-model.ts';
import type { Successor } from '../../../src/history/successor.ts';
import { replacementFor, type Replacement } from '../../../src/site/replacement.ts';
import { replacementWords } from '../../../src/site/words/replacement.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const perToken = (usdPerMillion: number) => (usdPerMillion / 1e6).toFixed(12);
const priced = (input: number, output = input, more: Facts['prices'] = {}) => ({
  prices: { input: perToken(input), output: perToken(output), ...more },
});
const above = (tokens: number, input: number, output = input): TierFacts => ({
  when: [{ kind: 'prompt-above', tokens }],
  ...priced(input, output),
});
const sound = { context: 200_000, inputModalities: ['text', 'audio'], outputModalities: ['text', 'audio'] };
const reasoning = {
  mandatory: true,
  defaultEnabled: null,
  defaultEffort: null,
  efforts: [],
  tokenBudget: null,
};

function chosen(own: Model, other: Model, reason: Successor['reason'] = 'family'): Replacement | null {
  const successor = { id: other.id, name: other.name, reason, family: 'claude opus', created: null };
  return replacementFor(own, {
    history: { successorOf: (id) => (id === own.id ? successor : null) },
    listed: new Map([[other.id, other]]),
    alternatives: { sameFor: () => [], closestTo: () => null },
  });
}

const words = (own: ModelSketch, other: ModelSketch, ids: readonly [string, string] = ['a/old', 'a/new']) => {
  const replacement = chosen(aModel(ids[0], own), aModel(ids[1], other));
  return replacement && replacementWords(replacement).replace(/^Newer.*?\)\. ?/, '');
};

describe('replacementWords', () => {
  it.each([
    ['renamed', 'The same model under its new id.'],
    ['base', 'The same model without the variant.'],
    ['family', 'Newer model by the same author, of the same id family (claude opus).'],
  ] as const)('give the reason for a replacement that is %s', (reason, text) => {
    const replacement = chosen(aModel('a/old'), aModel('a/new'), reason);
    expect(replacement && replacementWords(replacement)).toBe(
      `${text} Nothing listed is lost, and no price is higher.`,
    );
  });

  it.each<[string, ModelSketch, ModelSketch, string]>([
    ['all prices', priced(1, 2), priced(3.3, 6.6), 'Input and output 3.3 times as expensive.'],
    ['one price', priced(1, 2), priced(1.2, 2), 'Input 20% more expensive.'],
    ['two prices', priced(1, 2), priced(1.2, 3), 'Input 20% more expensive; output 50% more expensive.'],
    [
      'the price of cached input',
      priced(1, 2, { cacheRead: perToken(0.1) }),
      priced(1, 2, { cacheRead: perToken(0.2) }),
      'Cached input 100% more expensive.',
    ],
    [
      'a price that is not whole percents higher',
      priced(0.6),
      priced(1.4),
      'Input and output 133% more expensive.',
    ],
    [
      'prices of long prompts',
      { ...priced(3, 15), context: 256_000 },
      { ...priced(2, 10), context: 500_000, tiers: [above(200_000, 4, 20)] },
      'Input and output 33% more expensive above 200K.',
    ],
    [
      'prices of short prompts',
      { ...priced(1), tiers: [above(100_000, 3)] },
      priced(2),
      'Input and output 100% more expensive for prompts up to 100K.',
    ],
    [
      'prices of prompts of some lengths',
      { ...priced(1), tiers: [above(100_000, 3)] },
      { ...priced(1), tiers: [above(50_000, 2)] },
      'Input and output 100% more expensive from 50K to 100K.',
    ],
    [
      'prices of every prompt, with tiers at both',
      { ...priced(1), tiers: [above(100_000, 2)] },
      { ...priced(1.5), tiers: [above(100_000, 3)] },
      'Input and output 50% more expensive.',
    ],
    [
      'prices at some hours',
      priced(1),
      {
        ...priced(1),
        tiers: [{ when: [{ kind: 'utc-window', start: 60, end: 120 }], ...priced(2) }],
      },
      'Input and output 100% more expensive at some hours.',
    ],
    [
      'the price of sound that it gives',
      { ...sound, ...priced(2.5, 10, { audioOutput: perToken(50) }) },
      { ...sound, ...priced(2.5, 10, { audioOutput: perToken(64) }) },
      'Audio output 28% more expensive.',
    ],
    ['no price to pay', priced(0), priced(1), 'Not free.'],
    ['a fixed price', priced(1), { prices: { input: '-1', output: '-1' } }, 'No fixed price.'],
    ['a price', priced(1), { prices: {} }, 'Price not given.'],
    ['context', { context: 2_000_000 }, { context: 500_000 }, 'Context 500K instead of 2M.'],
    ['max output', { maxOutput: 65_536 }, { maxOutput: 8192 }, 'Max output 8.2K instead of 66K.'],
    [
      'inputs and outputs',
      { inputModalities: ['text', 'image', 'audio'], outputModalities: ['text', 'image'] },
      {},
      'Does not take images or audio; does not give images.',
    ],
    [
      'features',
      { parameters: ['tools', 'tool_choice', 'response_format', 'seed'] },
      { parameters: [] },
      'Without tools and JSON mode; does not list seed.',
    ],
    ['answers without thinking', {}, { reasoning }, 'Always thinks.'],
    [
      'answers with thinking off',
      { reasoning: { ...reasoning, mandatory: false } },
      { reasoning },
      'Always thinks.',
    ],
    ['open weights', { huggingFaceId: 'a/old' }, {}, 'Open weights not listed.'],
    [
      'parameters',
      { parameters: ['a', 'b', 'c', 'd', 'e', 'f'] },
      {},
      'Does not list a, b, c, d and 2 more parameters.',
    ],
    ['time', {}, { expiration: '2026-09-01' }, 'Has a scheduled removal itself, on Sep 1, 2026.'],
  ])('name the loss or the higher price of %s', (_, own, other, text) => {
    expect(words(own, other)).toBe(text);
  });

  it('name another model size', () => {
    expect(words({}, {}, ['a/gem-e2b', 'a/gem-4-26b'])).toBe('Another size (26B instead of E2B).');
  });

  it('make no claim about higher prices when a price is not a number', () => {
    expect(words({ prices: {} }, priced(1))).toBe('');
  });

  it('make no claim about higher prices when the replacement bills something more', () => {
    expect(words(priced(1), priced(1, 1, { webSearch: '0.01' }))).toBe('Nothing listed is lost.');
    expect(words(priced(1), priced(1))).toBe('Nothing listed is lost, and no price is higher.');
  });

  it('ignore prices of prompts longer than the model’s context', () => {
    const other = { ...priced(1), context: 500_000, tiers: [above(200_000, 4)] };
    expect(words({ ...priced(1), context: 200_000 }, other)).toBe(
      'Nothing listed is lost, and no price is higher.',
    );
    expect(words({ ...priced(1), context: null }, other)).toBe(
      'Input and output 4 times as expensive above 200K.',
    );
  });

  it('ignore prices of prompts longer than the replacement’s context', () => {
    const own = { ...priced(1), context: 1_000_000 };
    expect(words(own, { ...priced(2), context: 200_000, tiers: [above(200_000, 4)] })).toBe(
      'Input and output 100% more expensive; context 200K instead of 1M.',
    );
  });

  it('ignore thinking and weights of a retired model, which the ledger does not record', () => {
    const facts: Facts = {
      name: 'A: Old',
      context: 8192,
      parameters: ['reasoning'],
      ...priced(1),
    };
    const own = modelFromFacts('a/old', facts, { slug: 'a', name: 'A' });
    const replacement = chosen(own, aModel('a/new', { parameters: ['reasoning'], reasoning, ...priced(1) }));
    expect(replacement?.losses).toEqual([]);
  });

  it('never tell the reader what to do', () => {
    const replacement = chosen(aModel('a/old', priced(0)), aModel('a/new', priced(1)));
    expect(replacement && replacementWords(replacement)).not.toMatch(/\buse\b|instead of it|switch to|must/i);
  });
});

describe('replacementFor', () => {
  it('picks the first alternative of any author when no newer model of the author fits', () => {
    const [own, other] = [aModel('a/old', { expiration: '2026-09-01' }), aModel('b/other')];
    const alternative = {
      model: other,
      usd: decimalOf(1),
      gains: [],
      losses: [],
      benchmarks: [],
      lower: [],
    };
    const sources = {
      history: { successorOf: () => null },
      listed: new Map([own, other].map((model) => [model.id, model])),
      alternatives: { sameFor: () => [alternative], closestTo: () => null },
    };
    const replacement = replacementFor(own, sources);
    expect(replacement && replacementWords(replacement)).toBe(
      'Same listed features for less. Quality was not compared. Nothing listed is lost, and no price is higher.',
    );
    expect(replacementFor(own, { ...sources, listed: new Map() })).toBeNull();
  });

  it('picks the closest model of any author for a retired one, and for a retiring one without cheaper ones', () => {
    const [own, other] = [aModel('a/old'), aModel('b/other', { context: 65_536 })];
    const sources = {
      history: { successorOf: () => null },
      listed: new Map([[other.id, other]]),
      alternatives: { sameFor: () => [], closestTo: () => other },
    };
    for (const listed of [sources.listed, new Map([own, other].map((model) => [model.id, model]))]) {
      const replacement = replacementFor(own, { ...sources, listed });
      expect(replacement && replacementWords(replacement)).toBe(
        'The closest of the 150 most used models by listed features, limits and price. Quality was not compared. Context 66K instead of 131K.',
      );
    }
  });

  it('is null when the chosen model is not listed in this capture', () => {
    const [own, other] = [aModel('a/old'), aModel('a/new')];
    const successor = { id: other.id, name: '', reason: 'family', family: null, created: null } as const;
    expect(
      replacementFor(own, {
        history: { successorOf: () => successor },
        listed: new Map(),
        alternatives: { sameFor: () => [], closestTo: () => null },
      }),
    ).toBeNull();
  });
});
