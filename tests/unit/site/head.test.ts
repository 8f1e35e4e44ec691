import { expect, test } from 'vitest';
import { documentTitle, headTags } from '../../../src/site/head.ts';

const SITE = new URL('https://catalog.example');
const head = { title: 'About', description: 'What this is.', canonicalPath: '/about/' };
const attrsOf = (tags: ReturnType<typeof headTags>, key: string, value: string) =>
  tags.find(({ attrs }) => attrs[key] === value)?.attrs;

test('documentTitle puts the page before the site and names the site once', () => {
  expect(documentTitle(head)).toBe('About · Modeldex');
  expect(documentTitle({ title: 'Modeldex' })).toBe('Modeldex');
});

test('headTags gives the canonical link and the preview the same absolute address', () => {
  const tags = headTags(head, SITE);
  expect(attrsOf(tags, 'rel', 'canonical')?.href).toBe('https://catalog.example/about/');
  expect(attrsOf(tags, 'property', 'og:url')?.content).toBe('https://catalog.example/about/');
  expect(attrsOf(tags, 'name', 'robots')).toBeUndefined();
});

test('headTags marks a page without a canonical path as noindex', () => {
  const tags = headTags({ ...head, canonicalPath: null }, SITE);
  expect(attrsOf(tags, 'name', 'robots')?.content).toBe('noindex');
  expect(attrsOf(tags, 'rel', 'canonical')).toBeUndefined();
});

test('headTags links feeds and data files as alternates', () => {
  const tags = headTags(
    {
      ...head,
      feeds: [{ title: 'New models', path: '/feeds/new.xml' }],
      alternates: [{ path: '/a.json', type: 'application/json', title: 'As JSON' }],
    },
    SITE,
  );
  expect(attrsOf(tags, 'type', 'application/rss+xml')).toMatchObject({
    rel: 'alternate',
    href: '/feeds/new.xml',
  });
  expect(attrsOf(tags, 'type', 'application/json')).toMatchObject({ rel: 'alternate', href: '/a.json' });
});

test('headTags gives previews the absolute address, the size and the words of a picture', () => {
  const picture = { path: '/og/1a.png', alt: 'GPT by OpenAI', width: 1200, height: 630 };
  const tags = headTags({ ...head, picture }, SITE);
  const content = (property: string) => attrsOf(tags, 'property', property)?.content;
  expect(content('og:image')).toBe('https://catalog.example/og/1a.png');
  expect([content('og:image:width'), content('og:image:height')]).toEqual(['1200', '630']);
  expect(content('og:image:alt')).toBe('GPT by OpenAI');
  expect(attrsOf(tags, 'name', 'twitter:card')?.content).toBe('summary_large_image');
});

test('headTags asks for a small preview where there is no picture', () => {
  const tags = headTags(head, SITE);
  expect(attrsOf(tags, 'property', 'og:image')).toBeUndefined();
  expect(attrsOf(tags, 'name', 'twitter:card')?.content).toBe('summary');
});

test('headTags links the web manifest and the search for browsers from pages that are entries', () => {
  const tags = headTags({ ...head, isEntry: true }, SITE);
  expect(attrsOf(tags, 'rel', 'manifest')?.href).toBe('/manifest.webmanifest');
  expect(attrsOf(tags, 'rel', 'search')?.href).toBe('/opensearch.xml');
  expect(attrsOf(headTags(head, SITE), 'rel', 'manifest')).toBeUndefined();
});
