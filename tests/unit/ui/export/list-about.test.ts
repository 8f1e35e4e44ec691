import { expect, it } from 'vitest';
import { listAbout } from '../../../../src/ui/export/client/list-about.ts';

const whole: Parameters<typeof listAbout>[0] = {
  words: '337 models. By popularity, most used first.',
  unfolded: 0,
  folded: 0,
  today: '2026-08-22',
};

it.each<[string, Partial<typeof whole>, string]>([
  ['a whole list', {}, '337 models. By popularity, most used first. Data as of 2026-08-22.'],
  [
    'a caption without a full stop',
    { words: 'Image models, newest first' },
    'Image models, newest first. Data as of 2026-08-22.',
  ],
  [
    'one unfolded and two folded variants',
    { unfolded: 1, folded: 2 },
    '337 models. By popularity, most used first. With 1 variant shown under them. Without 2 variants folded under them. Data as of 2026-08-22.',
  ],
])('an export says what it holds: %s', (_, exported, words) => {
  expect(listAbout({ ...whole, ...exported })).toBe(words);
});
