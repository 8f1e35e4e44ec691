import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  authorFeeds,
  categoryChatFeed,
  categoryFeed,
  modelFeedPath,
  RETIRING_CALENDAR,
  SITE_FEEDS,
} from '../../../src/site/feed-links.ts';
import { ROOT } from '../../support/paths.ts';

it('docs/feeds.md lists the address of every feed and calendar', () => {
  const text = readFileSync(join(ROOT, 'docs/feeds.md'), 'utf8');
  const rows = text.match(/^\| `\/feeds\/.*$/gm) ?? [];
  const listed = rows.flatMap((row) => {
    const [path = '', ...forms] = [...row.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    return [...(forms.includes('.xml') ? [path] : []), ...(forms.includes('.ics') ? [`${path}.ics`] : [])];
  });
  const { changes, priceRises, priceDrops, retiring } = authorFeeds('author', 'Author');
  const own = [changes, priceRises, priceDrops, retiring].map(({ path }) => path);
  const ofCategory = [categoryFeed('legal'), categoryChatFeed('legal')].map(({ path }) => path);
  const expected = [
    ...Object.values(SITE_FEEDS).map(({ path }) => path),
    RETIRING_CALENDAR.path,
    ...ofCategory.map((path) => path.replace('/legal', '/{category}')),
    ...own.map((path) => path.replace('authors/author', 'authors/{author}')),
    modelFeedPath('author/slug').replace('author/slug', '{author}/{slug}'),
  ];
  expect(listed.toSorted()).toEqual(expected.toSorted());
});
