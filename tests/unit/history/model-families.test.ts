import { describe, expect, it } from 'vitest';
import { familiesAmong, familyKey } from '../../../src/history/model-families.ts';

const dated = (...ids: readonly string[]) =>
  ids.map((id, index) => ({ id, since: `2026-01-${String(index + 1).padStart(2, '0')}` }));

describe('familiesAmong', () => {
  it('holds models of one author whose ids differ in version, date and stage, oldest first', () => {
    const models = dated(
      'a/claude-3.5-sonnet',
      'a/claude-3.7-sonnet',
      'a/claude-sonnet-4',
      'a/claude-sonnet-4-preview',
    );
    expect(familiesAmong(models.toReversed())).toEqual([
      {
        author: 'a',
        slug: 'claude-sonnet',
        ids: ['a/claude-3.5-sonnet', 'a/claude-3.7-sonnet', 'a/claude-sonnet-4', 'a/claude-sonnet-4-preview'],
      },
    ]);
  });

  it('keeps sizes, other words and authors apart', () => {
    expect(
      familiesAmong(dated('a/llama-3-70b', 'a/llama-3-8b', 'a/llama-4-70b-vision', 'b/llama-3.1-70b')),
    ).toEqual([]);
  });

  it('leaves out variants, aliases and models without relatives', () => {
    expect(familiesAmong(dated('a/x-1', 'a/x-2:free', '~a/x-latest', 'a/y-1'))).toEqual([]);
  });

  it('gives no address to ids of digits alone', () => {
    expect(familiesAmong(dated('a/1', 'a/2'))).toEqual([]);
  });
});

it('familyKey does not depend on the order of words', () => {
  expect(familyKey('a/claude-3-opus')).toBe(familyKey('a/opus-claude-4'));
  expect(familyKey('a/claude-3-opus')).not.toBe(familyKey('b/claude-3-opus'));
});
