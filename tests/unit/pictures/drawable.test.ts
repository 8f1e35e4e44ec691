import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { describe, expect, it } from 'vitest';
import { canDraw, drawnId, DRAWN, nameOrId, onlyDrawn } from '../../../src/pictures/drawable.ts';

/** In the font's table, but nothing that a text could show. */
const NOTHING_TO_SHOW = new Set([0x200b, 0xffff]);

it('the characters that count as drawable are those of the font', () => {
  const font = create(readFileSync('src/pictures/font/source-serif-4.woff2'));
  if (font.isCollection) throw new Error('The file holds several fonts.');
  const points = font.characterSet.filter((point) => !NOTHING_TO_SHOW.has(point)).sort((a, b) => a - b);
  const ranges: [from: number, to: number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  expect(DRAWN).toBe(
    ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(' '),
  );
});

describe('nameOrId', () => {
  it.each(['Claude Opus 5', 'Ministral 3 – “vision”', 'Café à la carte', ''])('keeps %j', (name) => {
    expect(nameOrId(name, 'maker/model')).toBe(name);
  });

  it.each(['Dolphin 2.9.2 🐬', '文心一言', 'مثال', 'Модель', 'a\u200bb', 'half \ud83d'])(
    'gives the id for %j',
    (name) => {
      expect(nameOrId(name, 'maker/model:free')).toBe('maker/model:free');
    },
  );

  it('gives the path of the page where the font lacks the id, too', () => {
    expect(nameOrId('模型', 'maker/模型')).toBe('maker/~e6~a8~a1~e5~9e~8b');
  });
});

it('drawnId gives a text without an address with question marks', () => {
  expect(drawnId('模')).toBe('?');
});

it('onlyDrawn replaces whole characters', () => {
  expect(onlyDrawn('a🐬b')).toBe('a?b');
  expect(canDraw(onlyDrawn('\ud83d 模'))).toBe(true);
});
