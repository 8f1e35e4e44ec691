import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/search/filterable.ts';
import { filterText, readListQuery, textMatcher } from '../../../src/search/list-filter.ts';
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

  it.each([
    ['gemini2.5', ['Gemini 2.5 Flash google/gemini-2.5-flash', 'Other other/gemini2.5']],
    ['gemini2.5flash', ['Gemini 2.5 Flash google/gemini-2.5-flash']],
    ['geminipro', ['Gemini 2.5 Pro google/gemini-2.5-pro']],
    ['qwen3.5', ['Qwen3.5 397B qwen/qwen3.5-397b', 'Qwen 3.5 Max qwen/qwen-3-5-max']],
  ])('finds words that are written together: %s', (typed, texts) => {
    const others = ['Gemini 3 Flash google/gemini-3-flash', 'Qwen 35B qwen/qwen-35b'];
    expect(found(typed, [...texts, ...others])).toEqual([texts, false]);
  });

  it('finds nothing if no text has all words, and for a word unlike any other', () => {
    expect(found('sonnet opus', [SONNET, OPUS])).toEqual([[], false]);
    expect(found('claude xyzzy', [SONNET, OPUS])).toEqual([[], false]);
  });

  it('finds any text by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => holds(text, text)));
  });
});

describe('readListQuery', () => {
  const flash = {
    text: filterText('Gemini 2.5 Flash google/gemini-2.5-flash'),
    model: { ...NOTHING_KNOWN, id: 'google/gemini-2.5-flash', author: 'google', context: 1_048_576 },
  };
  const preview = {
    text: filterText('Gemini 3 Flash Preview google/gemini-3-flash-preview'),
    model: {
      ...NOTHING_KNOWN,
      id: 'google/gemini-3-flash-preview',
      author: 'google',
      payment: 'free' as const,
    },
  };
  const oak = {
    text: filterText('Oak Flash b-labs/oak-flash'),
    model: { ...NOTHING_KNOWN, id: 'b-labs/oak-flash', author: 'b-labs', inputModalities: ['text', 'image'] },
  };
  const rows = [flash, preview, oak];
  const found = (typed: string) => {
    const { words, holds } = readListQuery(typed);
    const { passes } = textMatcher(
      words,
      rows.map(({ text }) => text),
    );
    return rows.filter(
      ({ text, model }) =>
        passes(text) &&
        (holds?.(text, { ...model, authorNames: [model.author === 'google' ? 'Google' : 'B.Labs'] }) ?? true),
    );
  };

  it.each([
    ['flash -preview', [flash, oak]],
    ['-preview flash', [flash, oak]],
    ['flash –preview', [flash, oak]],
    ['flash -free', [flash, oak]],
    ['author:google', [flash, preview]],
    ['author: google -preview', [flash]],
    ['by:blabs', [oak]],
    ['-author:google', [oak]],
    ['"flash preview"', [preview]],
    ['"preview flash"', []],
    ['-"flash preview" gemini', [flash]],
    ['in:image', [oak]],
    ['ctx>=1,048,576 gemini', [flash]],
    ['is:free', [preview]],
    ['colour:flash', []],
    ['flash', [flash, preview, oak]],
  ])('reads the operators of search: %s', (typed, models) => {
    expect(found(typed)).toEqual(models);
  });

  it('needs no data of models for words alone', () => {
    for (const typed of ['flash', 'gemini-2.5', 'gemini-3-flash:batch', ''])
      expect(readListQuery(typed)).toEqual({ words: typed, holds: null });
  });
});

it('squeeze gives the same as joining the words of a text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => squeeze(text) === glue(wordsOf(text))));
});
