import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DRAWN_WITH, FONT_SHA256, pictureFile } from '../../../src/pictures/file.ts';
import { text } from '../../../src/pictures/nodes.ts';

it('the names of pictures depend on the renderer that package.json pins', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  expect(DRAWN_WITH).toBe(`@takumi-rs/core ${dependencies['@takumi-rs/core'] ?? ''}`);
});

it('the names of pictures depend on the bytes of the font', () => {
  const font = readFileSync('src/pictures/font/source-serif-4.woff2');
  expect(FONT_SHA256).toBe(createHash('sha256').update(font).digest('hex'));
});

it('pictureFile gives one name to equal pictures, and another where a word or a style differs', () => {
  const name = pictureFile(text('Input', { fontSize: '20px' }));
  expect(name).toMatch(/^[0-9a-f]{16}\.png$/);
  expect(pictureFile(text('Input', { fontSize: '20px' }))).toBe(name);
  expect(pictureFile(text('Output', { fontSize: '20px' }))).not.toBe(name);
  expect(pictureFile(text('Input', { fontSize: '21px' }))).not.toBe(name);
});
