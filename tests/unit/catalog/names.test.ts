import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorNames, headlineOf, labelAuthors, nameOnce, splitName } from '../../../src/catalog/names.ts';

const meta = { slug: 'meta', name: 'Meta' };
const llama = { slug: 'meta-llama', name: 'Meta' };
const google = { slug: 'google', name: 'Google' };

it('labelAuthors adds the slug when another author has the same name', () => {
  expect([...labelAuthors([meta, llama, google]).values()]).toEqual([
    'Meta (meta)',
    'Meta (meta-llama)',
    'Google',
  ]);
  expect(labelAuthors([meta, google]).get('meta')).toBe('Meta');
});

describe('nameOnce', () => {
  it.each([
    ['DeepSeek: DeepSeek V3.1', 'DeepSeek V3.1'],
    ['Qwen: Qwen3 30B A3B', 'Qwen3 30B A3B'],
    ['MINIMAX: MiniMax M3', 'MiniMax M3'],
    ['OpenAI: GPT-5.6 Sol', 'OpenAI: GPT-5.6 Sol'],
    ['Claude Opus 5', 'Claude Opus 5'],
    ['Maker:  Model ', 'Maker: Model'],
    ['', ''],
  ])('says the author of %j once: %j', (fullName, text) => {
    expect(nameOnce(fullName)).toBe(text);
  });
});

it.each([
  ['DeepSeek', 'R1', 'DeepSeek R1'],
  ['DeepSeek', 'R1 Distill Llama 70B (free)', 'DeepSeek R1 Distill Llama 70B (free)'],
  ['OpenAI', 'o1-pro', 'OpenAI o1-pro'],
  ['Tencent', 'Hy3', 'Tencent Hy3'],
  ['OpenAI', 'GPT-5', 'GPT-5'],
  ['SteelSkull', 'L3.3 Electra R1 70B', 'L3.3 Electra R1 70B'],
  ['Example', 'X1a', 'X1a'],
])('headlineOf puts the author %s before "%s" if its first word is a code: %s', (author, name, headline) => {
  expect(headlineOf({ name, author: { slug: 'a', name: author } })).toBe(headline);
});

describe('splitName', () => {
  it.each([
    ['Anthropic: Claude Opus 5', 'Anthropic', 'Claude Opus 5'],
    ['Maker: Model: Preview', 'Maker', 'Model: Preview'],
    ['Claude Opus 5', null, 'Claude Opus 5'],
    ['Maker:Model', null, 'Maker:Model'],
    [': Model', null, ': Model'],
    ['Maker: ', null, 'Maker:'],
    ['  Maker:  Model\u202E ', 'Maker', 'Model'],
  ])('splits %j into the prefix %j and the name %j', (fullName, prefix, name) => {
    expect(splitName(fullName)).toEqual({ prefix, name });
  });

  it('loses no word of any name', () => {
    const fullName = fc.array(fc.constantFrom('Maker', ': ', ' ', 'a', ':'), { maxLength: 8 });
    fc.assert(
      fc.property(fullName, (parts) => {
        const text = parts.join('');
        const { prefix, name } = splitName(text);
        const joined = prefix === null ? name : `${prefix}: ${name}`;
        expect(joined.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('authorNames', () => {
  it('takes the prefix of the newest model that has one', () => {
    const names = authorNames([
      { id: 'z-ai/a', name: 'Z.AI: A', created: 1 },
      { id: 'z-ai/b', name: 'Z.ai: B', created: 2 },
      { id: 'z-ai/c', name: 'C', created: 3 },
    ]);
    expect(names.get('z-ai')).toBe('Z.ai');
  });

  it('ignores aliases and rows without a valid id', () => {
    const names = authorNames([
      { id: '~z-ai/latest', name: 'ZZ: Latest', created: 9 },
      { id: 'z-ai/a', name: 'Z.AI: A', created: 1 },
      { id: 'nonsense', name: 'No: Id' },
    ]);
    expect([...names]).toEqual([['z-ai', 'Z.AI']]);
  });

  it('writes the slug in title case when no name has a prefix', () => {
    expect(authorNames([{ id: 'open_router-lab/a', name: 'Auto' }]).get('open_router-lab')).toBe(
      'Open Router Lab',
    );
  });
});
