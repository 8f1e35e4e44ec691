import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../src/catalog/cell-key.ts';

describe('cellKey of a count column', () => {
  it.each([
    ['none', 0],
    ['tools, reasoning', 2],
    ['text', 1],
    ['text, image → image', 3],
    ['text → text, audio', 2],
    ['not stated → image', 1],
    ['not stated', null],
  ])('counts what "%s" lists', (text, count) => {
    expect(cellKey('count', text, undefined)).toBe(count);
  });
});
