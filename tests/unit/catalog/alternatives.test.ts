import { describe, expect, it } from 'vitest';
import { alternativesAmong } from '../../../src/catalog/alternatives.ts';
import { aModel, type ModelSketch } from './a-model.ts';

const perMillion = (usd: number) => ({ input: (usd / 1e6).toFixed(12), output: (usd / 1e6).toFixed(12) });
const dear = (sketch: ModelSketch = {}) => aModel('a/dear', { prices: perMillion(10), ...sketch });
const cheap = (sketch: ModelSketch = {}, id = 'b/cheap') =>
  aModel(id, { prices: perMillion(2.5), popularity: 1, ...sketch });
const found = (model: ReturnType<typeof aModel>, ...others: ReturnType<typeof aModel>[]) =>
  alternativesAmong([model, ...others])(model).map((alternative) => alternative.model.id);
const reasoning = {
  mandatory: false,
  defaultEnabled: null,
  defaultEffort: null,
  efforts: [],
  tokenBudget: null,
};

describe('an alternative', () => {
  it('does the same for less, and says so', () => {
    expect(alternativesAmong([dear(), cheap()])(dear())).toEqual([
      { model: cheap(), ratio: 0.25, reason: 'Same context and inputs, as new.' },
    ]);
  });

  it.each<[string, ModelSketch, ModelSketch]>([
    ['less context', {}, { context: 131_071 }],
    ['fewer inputs', { inputModalities: ['text', 'image'] }, {}],
    ['fewer outputs', { outputModalities: ['text', 'image'] }, {}],
    ['no tools', { parameters: ['tools'] }, {}],
    ['no JSON Schema', { parameters: ['structured_outputs'] }, {}],
    ['no reasoning', { reasoning }, {}],
    ['reasoning that cannot be switched off', {}, { reasoning: { ...reasoning, mandatory: true } }],
    ['shorter answers', { maxOutput: 8192 }, { maxOutput: 4096 }],
    ['an older date', {}, { addedAt: '2025-12-31T23:59:59Z' }],
    ['no date', {}, { addedAt: null }],
    ['a day set to leave', {}, { expiration: '2026-09-01' }],
    ['nearly the same price', {}, { prices: perMillion(9.6) }],
    ['a higher price', {}, { prices: perMillion(11) }],
    ['no price', {}, { prices: {} }],
    ['a dynamic price', {}, { prices: { input: '-1', output: '-1' } }],
    ['nothing to pay', {}, { prices: { input: '0', output: '0' } }],
  ])('may not have %s', (_, own, other) => {
    expect(found(dear(own), cheap(other))).toEqual([]);
    expect(found(dear(own), cheap({ ...own }))).toEqual(['b/cheap']);
  });

  it('may not score lower where both are benchmarked', () => {
    const scored = (intelligence: number | null) => ({
      benchmarks: { artificialAnalysis: { intelligence, coding: null, agentic: null }, designArena: [] },
    });
    expect(found(dear(scored(50)), cheap(scored(49)))).toEqual([]);
    expect(found(dear(scored(50)), cheap(scored(50)))).toEqual(['b/cheap']);
    expect(found(dear(scored(50)), cheap(scored(null)))).toEqual(['b/cheap']);
  });

  it('is no variant, alias or the model itself', () => {
    expect(found(dear(), cheap({}, 'b/cheap:batch'), cheap({}, '~b/latest'))).toEqual([]);
  });

  it('is not looked for where there is no price to beat, nor for an alias', () => {
    expect(found(dear({ prices: { input: '0', output: '0' } }), cheap())).toEqual([]);
    expect(found(aModel('~a/latest', { prices: perMillion(10) }), cheap())).toEqual([]);
  });

  it('is looked for a variant too', () => {
    expect(found(aModel('a/m:thinking', { prices: perMillion(10) }), cheap())).toEqual(['b/cheap']);
  });

  it('comes in order of use, then the dearest, at most three, at most two of an author', () => {
    const others = [
      cheap({ popularity: null, prices: perMillion(1) }, 'e/unused-cheaper'),
      cheap({ popularity: null, prices: perMillion(2) }, 'd/unused'),
      cheap({ popularity: 3 }, 'b/third'),
      cheap({ popularity: 2 }, 'b/second'),
      cheap({ popularity: 1 }, 'b/first'),
    ];
    expect(found(dear(), ...others)).toEqual(['b/first', 'b/second', 'd/unused']);
    expect(alternativesAmong(others)(dear(), 1)).toHaveLength(1);
  });

  it('says what is better', () => {
    const own = dear({ inputModalities: ['text'], maxOutput: 8192 });
    const other = cheap({
      addedAt: '2026-02-01T00:00:00Z',
      context: 1_048_576,
      inputModalities: ['text', 'video', 'image'],
      parameters: ['tools'],
      reasoning,
      maxOutput: 131_072,
    });
    expect(alternativesAmong([other])(own)[0]?.reason).toBe(
      'Newer; longer context (1.05M); also takes images and video, calls tools and reasons; longer answers (131K).',
    );
  });

  it('calls contexts the same that read the same', () => {
    const [alternative] = alternativesAmong([cheap({ context: 1_050_000 })])(dear({ context: 1_048_576 }));
    expect(alternative?.reason).toBe('Same context and inputs, as new.');
  });
});
