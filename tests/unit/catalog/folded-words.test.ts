import { expect, it } from 'vitest';
import { aheadText, foldedText } from '../../../src/catalog/folded-words.ts';

it.each([
  ['openai/gpt-4o:batch', '$1.25', 'batch $1.25'],
  ['z-ai/glm-5.2:free', 'free', 'free variant'],
  ['~openai/gpt-latest', '1.05M', 'latest 1.05M'],
])('aheadText names the variant %s with %s, and no word twice', (id, figure, text) => {
  expect(aheadText(id, figure)).toBe(text);
});

it('foldedText names the only folded row, and counts several', () => {
  expect(foldedText(['openai/gpt-4o:batch'])).toBe('batch');
  expect(foldedText(['~openai/gpt-latest'])).toBe('latest');
  expect(foldedText(['a/b:batch', 'a/b:free'])).toBe('2 more');
});
