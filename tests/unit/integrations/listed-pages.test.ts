import { expect, it } from 'vitest';
import { listsItself } from '../../../src/integrations/listed-pages.ts';

const ADDRESS = 'https://catalog.example/models/';
const CANONICAL = `<link rel="canonical" href="${ADDRESS}"/>`;

it.each([
  ['its own address', CANONICAL, true],
  ['the address of another page', CANONICAL.replace('models', 'authors'), false],
  ['no address', '<meta name="robots" content="noindex"/>', false],
  [
    'its own address, but leads elsewhere',
    `<meta http-equiv="refresh" content="2;url=/x">${CANONICAL}`,
    false,
  ],
])(
  'listsItself judges whether a page belongs in the sitemap by its canonical link: %s',
  (_, head, listed) => {
    expect(listsItself(`<!doctype html><head>${head}</head>`, ADDRESS)).toBe(listed);
  },
);
