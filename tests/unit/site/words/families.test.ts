import { describe, expect, it } from 'vitest';
import {
  familyName,
  listedSpan,
  membersWords,
  memberName,
  slugName,
} from '../../../../src/site/words/families.ts';
import { facts, historyOfDays } from '../../../support/a-history.ts';

describe('familyName', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'Claude Sonnet',
      [
        ['a/claude-3.5-sonnet', 'Claude 3.5 Sonnet'],
        ['a/claude-sonnet-5', 'Claude Sonnet 5'],
      ],
    ],
    [
      'GPT',
      [
        ['a/gpt-4', 'GPT-4'],
        ['a/gpt-5.1', 'GPT-5.1'],
      ],
    ],
    [
      'GPT 4o',
      [
        ['a/gpt-4o', 'GPT-4o'],
        ['a/gpt-4o-2024-11-20', 'GPT-4o (2024-11-20)'],
      ],
    ],
    [
      'Claude Opus Fast',
      [
        ['a/claude-opus-4.6-fast', 'Claude Opus 4.6 (Fast)'],
        ['a/claude-opus-5-fast', 'Claude Opus 5 (Fast)'],
      ],
    ],
    [
      'Gemini Pro Image',
      [
        ['a/gemini-2-pro-image', 'Gemini 2 Pro Image'],
        ['a/gemini-3-pro-image', 'Banana Pro (Gemini 3 Pro Image)'],
      ],
    ],
    [
      'Llama 70B',
      [
        ['a/llama-3-70b-instruct', 'Llama 3 70B Instruct'],
        ['a/llama-3.3-70b-instruct', 'Llama 3.3 70B Instruct'],
      ],
    ],
    [
      'Qwen 27B',
      [
        ['a/qwen3.5-27b', 'Qwen3.5-27B'],
        ['a/qwen3.8-27b', 'Qwen3.8 27B'],
      ],
    ],
    [
      'DeepSeek R1',
      [
        ['a/deepseek-r1', 'DeepSeek R1'],
        ['a/deepseek-r1-0528', 'DeepSeek R1 0528'],
      ],
    ],
    [
      'x y',
      [
        ['a/x-1-y', 'Other'],
        ['a/x-2-y', 'Other'],
      ],
    ],
  ])('is "%s"', (name, models) => {
    expect(familyName(models.map(([id, full]) => ({ id, name: full })))).toBe(name);
  });
});

it('slugName writes the address of a family as a name', () => {
  expect(slugName('llama-sonar-large-k')).toBe('Llama Sonar Large K');
});

it.each([
  ['Claude 3.5 Sonnet', 'Claude Sonnet', '3.5'],
  ['Claude 3.5 Sonnet (2024-06-20)', 'Claude Sonnet', '3.5 (2024-06-20)'],
  ['GPT-5.1 Chat', 'GPT', '5.1 Chat'],
  ['Qwen Plus', 'Qwen Plus', 'Qwen Plus'],
])('memberName of "%s" in "%s" is "%s"', (name, family, text) => {
  expect(memberName(name, family)).toBe(text);
});

describe('membersWords', () => {
  const listed = { gone: null };
  const retired = { gone: { after: null, by: '2026-01-01', isDated: true } };

  it.each([
    [[listed, listed], '2 models'],
    [[listed, retired, retired], '3 models, 2 of them retired'],
    [[retired, retired], '2 models, all retired'],
    [[listed], '1 model'],
  ])('counts models and those retired', (known, text) => {
    expect(membersWords(known)).toBe(text);
  });
});

it('listedSpan says since when a model is listed, or from when to when it was', () => {
  const X = facts('0.000001', '0.000001');
  const history = historyOfDays({
    '2026-01-01': { 'a/y': X },
    '2026-01-02': { 'a/y': X, 'a/x': X },
    '2026-01-03': { 'a/x': X },
  });
  const spanOf = (id: string) => {
    const known = history.historyOf(id);
    return known && listedSpan(known);
  };
  expect(spanOf('a/x')).toBe('since Jan 2, 2026');
  expect(spanOf('a/y')).toBe('Nov 14, 2023 or earlier to Jan 2, 2026');
});
