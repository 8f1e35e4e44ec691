import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { jsonLd, modelThing, websiteThing } from '../../../src/site/structured-data.ts';
import { aModel } from '../../support/a-model.ts';

const SITE = new URL('https://catalog.example');
const parents = [
  { label: 'Models', path: '/models/' },
  { label: 'Nobody', path: null },
];

describe('jsonLd', () => {
  it('writes the pages above a page with their addresses, and leaves out one without a page', () => {
    expect(JSON.parse(jsonLd({ parents, name: 'A' }, SITE) ?? '')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Models', item: 'https://catalog.example/models/' },
        { '@type': 'ListItem', position: 2, name: 'A' },
      ],
    });
  });

  it('is null for a page without anything to say', () => {
    expect(jsonLd({}, SITE)).toBeNull();
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '\u2028 & "quoted" \\',
    '</SCRIPT >',
  ])('keeps the name %j within its element', (name) => {
    const about = modelThing(aModel('maker/a', { name, author: { slug: 'maker', name } }));
    const $ = load(
      `<head><script type="application/ld+json">${jsonLd({ about, name }, SITE) ?? ''}</script></head>`,
    );
    expect($('script')).toHaveLength(1);
    expect($('body').text()).toBe('');
    expect(JSON.parse($('script').text())).toMatchObject({
      '@graph': [
        { '@type': 'WebAPI', name, provider: { '@type': 'Organization', name } },
        { itemListElement: [{ name }] },
      ],
    });
  });
});

it('websiteThing names the address of the search', () => {
  expect(websiteThing('Modeldex', SITE)).toMatchObject({
    '@type': 'WebSite',
    url: 'https://catalog.example/',
    potentialAction: {
      target: { urlTemplate: 'https://catalog.example/search/?q={words}' },
      'query-input': 'required name=words',
    },
  });
});
