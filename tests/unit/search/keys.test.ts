import { describe, expect, it } from 'vitest';
import { isComposing, latinKey, typedSign } from '../../../src/elements/keys.ts';

describe('the key of a shortcut', () => {
  it.each([
    [{ key: 'k', code: 'KeyK' }, 'k'],
    [{ key: 'K', code: 'KeyK' }, 'k'],
    [{ key: 'л', code: 'KeyK' }, 'k'],
    [{ key: 'ظ', code: 'Slash' }, '/'],
    // On Dvorak the letter counts, not its place.
    [{ key: 't', code: 'KeyK' }, 't'],
    [{ key: 'Escape', code: 'Escape' }, 'escape'],
    [{ key: '千', code: '' }, ''],
    [{}, ''],
  ])('of %j is %j', (event, key) => {
    expect(latinKey(event)).toBe(key);
  });
});

it('the sign that a key types is told for single signs alone', () => {
  expect(typedSign({ key: 'л' })).toBe('л');
  expect(typedSign({ key: 'Enter' })).toBeNull();
  expect(typedSign({})).toBeNull();
});

it('a key of an input method is told by the browser, or by the old code of Safari', () => {
  const event = (facts: object): KeyboardEvent =>
    ({ isComposing: false, keyCode: 13, ...facts }) as KeyboardEvent;
  expect(isComposing(event({}))).toBe(false);
  expect(isComposing(event({ isComposing: true }))).toBe(true);
  expect(isComposing(event({ keyCode: 229 }))).toBe(true);
});
