import { describe, expect, it } from 'vitest';
import { searchEntries } from '../../../../src/search/index/entries.ts';
import { findIds } from '../../../../src/ui/my-list/client/find-ids.ts';
import { aModel } from '../../../support/a-model.ts';

const FORMER = new Map([['openai/gpt-4o', ['OpenAI: GPT-4 Omni', 'openai/gpt-4o-preview']]]);
const ENTRIES = searchEntries(
  [
    aModel('openai/gpt-4o', { permanentSlug: 'openai/gpt-4o-2024-05-13' }),
    aModel('openai/gpt-4o:batch', { permanentSlug: 'openai/gpt-4o-2024-05-13' }),
    aModel('openai/gpt-5.6-luna'),
    aModel('~openai/gpt-latest'),
    aModel('mistralai/mistral-large'),
    aModel('constructor/prototype'),
  ],
  {
    models: [
      { model: aModel('anthropic/claude-3.5-sonnet'), retired: '2026-04-05', replacement: 'openai/gpt-4o' },
    ],
    textsOf: (id) => FORMER.get(id) ?? [],
    isStable: () => null,
  },
);

/** Each id as `id@lines`; an unknown one as `?id@lines`, with the nearest one. */
const found = (text: string): readonly string[] =>
  findIds(text, ENTRIES).map((one) => {
    const lines = `@${one.lines.join()}`;
    if (one.kind === 'unknown') return `?${one.text}${lines}${one.nearest ? ` → ${one.nearest.id}` : ''}`;
    return `${one.entry.id}${lines}${one.isFormer ? ' (former)' : ''}`;
  });

describe('findIds', () => {
  it('finds ids in a list, each once, with its lines', () => {
    expect(found('openai/gpt-4o\r\nopenai/gpt-5.6-luna\n\nopenai/gpt-4o, openai/gpt-4o')).toEqual([
      'openai/gpt-4o@1,4',
      'openai/gpt-5.6-luna@2',
    ]);
  });

  it('finds ids in a .env file, also in quotes and after a prefix', () => {
    const text =
      'KEY=sk-or-v1\nMODEL="openai/gpt-4o:batch"\nexport FALLBACK=openrouter/mistralai/mistral-large # x';
    expect(found(text)).toEqual(['openai/gpt-4o:batch@2', 'mistralai/mistral-large@3']);
  });

  it('finds the model of an id with a suffix of OpenRouter, beside the model itself', () => {
    const of = (text: string) =>
      findIds(text, ENTRIES).map((one) => [one.text, one.kind === 'known' && [one.entry.id, one.suffix]]);
    expect(of('openai/gpt-4o:online\nopenai/gpt-4o\nOpenAI/gpt-5.6-luna:Nitro\nopenai/gpt-4o:batch')).toEqual(
      [
        ['openai/gpt-4o:online', ['openai/gpt-4o', ':online']],
        ['openai/gpt-4o', ['openai/gpt-4o', null]],
        ['OpenAI/gpt-5.6-luna:Nitro', ['openai/gpt-5.6-luna', ':nitro']],
        ['openai/gpt-4o:batch', ['openai/gpt-4o:batch', null]],
      ],
    );
    expect(of('mistralai/mistral-large:floor')).toEqual([
      ['mistralai/mistral-large:floor', ['mistralai/mistral-large', ':floor']],
    ]);
    expect(found('openai/no-such:online')).toEqual(['?openai/no-such:online@1']);
  });

  it('finds ids in YAML and JSON', () => {
    expect(
      found('models:\n  - openai/gpt-4o\n  - name: ~openai/gpt-latest\nmodel:openai/gpt-5.6-luna'),
    ).toEqual(['openai/gpt-4o@2', '~openai/gpt-latest@3', 'openai/gpt-5.6-luna@4']);
    expect(found('{"model":"anthropic/claude-3.5-sonnet"}')).toEqual(['anthropic/claude-3.5-sonnet@1']);
  });

  it('finds ids in source code, addresses and sentences, whatever their capitals', () => {
    expect(found("client.chat({ model: 'OpenAI/GPT-4o' });")).toEqual(['openai/gpt-4o@1']);
    expect(found('See https://openrouter.ai/openai/gpt-4o.')).toEqual(['openai/gpt-4o@1']);
    expect(found('We use openai/gpt-4o: it is fast (not openai/gpt-5.6-luna).')).toEqual([
      'openai/gpt-4o@1',
      'openai/gpt-5.6-luna@1',
    ]);
  });

  it('reads permanent slugs and former ids as the model of today', () => {
    expect(found('openai/gpt-4o-2024-05-13\nopenai/gpt-4o-preview')).toEqual(['openai/gpt-4o@1,2 (former)']);
  });

  it('names unknown ids of known authors, with the nearest listed id', () => {
    expect(found('a\nb\nc\nMODEL=openai/gpt-5.6-lunar')).toEqual([
      '?openai/gpt-5.6-lunar@4 → openai/gpt-5.6-luna',
    ]);
    expect(found('openai/dall-e-3')).toEqual(['?openai/dall-e-3@1']);
  });

  it('names an unknown id of an unknown author where it is all that a line or a model holds', () => {
    expect(found('  - nobody/nothing\nMODEL_NAME="someone/something"')).toEqual([
      '?nobody/nothing@1',
      '?someone/something@2',
    ]);
  });

  it.each([
    "import { x } from '../src/x.ts';",
    'Content-Type: application/json; charset=utf-8',
    'https://github.com/openai/openai-python',
    'https://openrouter.ai/api/v1/chat/completions is the endpoint',
    'either/or, and/or 24/7',
    'cp /usr/local/bin/node .',
    '',
  ])('does not take other paths for ids: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes names of the language itself as texts', () => {
    expect(found('constructor/prototype\n__proto__/constructor and others')).toEqual([
      'constructor/prototype@1',
    ]);
  });

  it('reads a long text without a slash in time', () => {
    const started = performance.now();
    expect(found('a'.repeat(1_000_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
