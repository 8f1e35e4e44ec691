import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterText, textMatcher } from '../../../src/search/list-filter.ts';
import { glue, squeeze, wordsOf } from '../../../src/search/match/words.ts';

const holds = (text: string, typed: string): boolean => {
  const { passes, isSimilar } = textMatcher(typed, [filterText(text)]);
  return passes(filterText(text)) && !isSimilar;
};

describe('textMatcher', () => {
  it.each([
    ['Crème Brûlée 7B dessert/creme-7b', 'creme brulee'],
    ['Ørsted Nørd dk/oersted', 'orsted'],
    ['OpenAI GPT-4o mini openai/gpt-4o-mini', 'gpt4o'],
    ['OpenAI GPT-4o mini openai/gpt-4o-mini', 'gpt‑4o'],
    ['OpenAI GPT-4o mini openai/gpt-4o-mini', 'mini gpt'],
    ['OpenAI GPT-4.1 openai/gpt-4.1', 'gpt41'],
    ['Mistral Medium mistralai/mistral-medium-3-5', '3.5'],
    ['OpenAI openai/gpt-4o-mini:batch', 'gpt-4o-mini:batch'],
    ['Cohere Command R+ cohere/command-r-plus', 'command r+'],
    ['通义千问大模型 ali/tongyi', '千问'],
    ['ＧＰＴ－４ full/width', 'gpt-4'],
    ['Acme Oak — large', '—'],
    ['Acme Oak ‐ “large”', '‐ “large'],
    ['anything', '  '],
  ])('finds in %s: %s', (text, typed) => {
    expect(holds(text, typed)).toBe(true);
  });

  it.each([
    ['Qwen3 235B A22B qwen/qwen3-235b-a22b', '3.5'],
    ['OpenAI GPT-4o mini openai/gpt-4o-mini', 'gpt5'],
    ['OpenAI GPT-4o mini openai/gpt-4o-mini', 'gpt claude'],
  ])('does not find in %s: %s', (text, typed) => {
    expect(holds(text, typed)).toBe(false);
  });

  const found = (typed: string, texts: readonly string[]): unknown => {
    const { passes, isSimilar } = textMatcher(typed, texts.map(filterText));
    return [texts.filter((text) => passes(filterText(text))), isSimilar];
  };
  const SONNET = 'Claude Sonnet 5 Anthropic anthropic/claude-sonnet-5';
  const OPUS = 'Claude Opus 5 Anthropic anthropic/claude-opus-5';

  it.each([
    ['sonet', [SONNET]],
    ['antropic sonet', [SONNET]],
    ['claude sonet', [SONNET]],
    ['klaude', [SONNET, OPUS]],
    ['sonne', [SONNET]],
  ])('counts typing errors only where no text has the words: %s', (typed, texts) => {
    expect(found(typed, [SONNET, OPUS])).toEqual([texts, typed !== 'sonne']);
    expect(found(typed, [SONNET, OPUS, `${typed} model`])).toEqual([
      typed === 'sonne' ? [SONNET, 'sonne model'] : [`${typed} model`],
      false,
    ]);
  });

  it('finds nothing if no text has all words, and for a word unlike any other', () => {
    expect(found('sonnet opus', [SONNET, OPUS])).toEqual([[], false]);
    expect(found('claude xyzzy', [SONNET, OPUS])).toEqual([[], false]);
  });

  it('finds any text by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => holds(text, text)));
  });
});

it('squeeze gives the same as joining the words of a text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => squeeze(text) === glue(wordsOf(text))));
});
