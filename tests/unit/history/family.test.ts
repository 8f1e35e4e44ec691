import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf, similarity } from '../../../src/history/family.ts';

const between = (a: string, b: string): number => similarity(familyOf(a), familyOf(b));

describe('familyOf', () => {
  it.each([
    ['meta-llama/llama-3.1-70b-instruct', ['llama'], ['70b'], ['instruct']],
    ['anthropic/claude-3.5-sonnet', ['claude', 'sonnet'], [], []],
    ['anthropic/claude-sonnet-4-20250514', ['claude', 'sonnet'], [], []],
    ['mistralai/mixtral-8x22b-instruct', ['mixtral'], ['8x22b'], ['instruct']],
    ['google/gemma-3n-e4b-it', ['gemma', 'n'], ['e4b'], ['it']],
    ['qwen/qwen3-235b-a22b', ['qwen'], ['235b', 'a22b'], []],
    ['google/gemini-2.5-pro-preview', ['gemini', 'pro'], [], ['preview']],
    ['deepseek/deepseek-chat:free', ['deepseek'], [], ['chat']],
  ])('reads %s as the words %j, the sizes %j and the stages %j', (id, words, sizes, stages) => {
    expect(familyOf(id)).toEqual({ words, sizes, stages });
  });
});

describe('similarity', () => {
  it('is zero when the first words differ', () => {
    expect(between('a/claude-opus-4', 'a/haiku-claude-opus')).toBe(0);
    expect(between('a/4', 'a/5')).toBe(0);
  });

  it('is one for the same words in any version', () => {
    expect(between('a/claude-opus-4', 'a/claude-opus-5')).toBe(1);
  });

  it('is the share of common words when some differ', () => {
    expect(between('a/x-pro', 'a/x-lite')).toBeCloseTo(1 / 3);
  });

  it('is higher for the same size than for another size', () => {
    expect(between('a/x-1-70b', 'a/x-2-70b')).toBeGreaterThan(between('a/x-1-70b', 'a/x-2-8b'));
  });

  it('is lower for a stage that the other model does not have', () => {
    expect(between('a/x-1', 'a/x-2')).toBeGreaterThan(between('a/x-1', 'a/x-2-preview'));
    expect(between('a/x-1-preview', 'a/x-2-preview')).toBe(1);
  });

  it('is highest between a model and itself for any id', () => {
    const slug = fc.array(fc.constantFrom('x', 'pro', 'mini', '70b', '8b', '2', 'preview', 'chat'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(slug, slug, (one, other) => {
        const [a, b] = [`m/${one.join('-')}`, `m/${other.join('-')}`];
        expect(between(a, b)).toBeLessThanOrEqual(between(a, a));
      }),
    );
  });
});
