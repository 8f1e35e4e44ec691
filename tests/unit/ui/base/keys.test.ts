import { describe, expect, it } from 'vitest';
import { latinKey } from '../../../../src/ui/base/client/keys.ts';

describe('latinKey', () => {
  it.each([
    [{ key: 'k', code: 'KeyK' }, 'k'],
    [{ key: 'K', code: 'KeyK' }, 'k'],
    [{ key: 'л', code: 'KeyK' }, 'k'],
    [{ key: '/', code: 'Digit7' }, '/'],
    // On Dvorak the letter counts, not its place.
    [{ key: 't', code: 'KeyK' }, 't'],
    [{ key: 'Escape', code: 'Escape' }, 'escape'],
    [{ key: '千', code: '' }, ''],
    [{}, ''],
  ])('reads %j as %j', (event, key) => {
    expect(latinKey(event)).toBe(key);
  });
});
