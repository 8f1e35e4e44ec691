import { describe, expect, it } from 'vitest';
import {
  authorFeeds,
  categoryChatFeed,
  categoryFeed,
  RETIRING_CALENDAR,
  SITE_FEEDS,
} from '../../../../src/site/feed-links.ts';
import { FEED_KINDS, FORM_LABELS, type FeedScope } from '../../../../src/ui/feeds/feed-kinds.ts';

const pathsOf = (scope: FeedScope, base: string): readonly string[] =>
  FEED_KINDS.filter((kind) => kind.scope === scope).flatMap(({ path, forms }) =>
    forms.map((form) => `${base}${path}${form === 'ics' ? '.ics' : ''}`),
  );

describe('FEED_KINDS', () => {
  it('names every feed and calendar of the whole catalog', () => {
    expect(new Set(pathsOf('catalog', '/feeds'))).toEqual(
      new Set([...Object.values(SITE_FEEDS).map(({ path }) => path), RETIRING_CALENDAR.path]),
    );
  });

  it('names both feeds of a category', () => {
    const [feed, chat] = [categoryFeed('legal').path, categoryChatFeed('legal').path];
    expect(new Set(pathsOf('category', feed))).toEqual(new Set([feed, chat]));
  });

  it('names every feed and the calendar of an author', () => {
    const { changes, priceRises, priceDrops, retiring } = authorFeeds('maker', 'Maker');
    expect(new Set(pathsOf('author', changes.path))).toEqual(
      new Set([changes, priceRises, priceDrops, retiring].map(({ path }) => path)),
    );
  });

  it('has each kind once in a scope, and only formats with a name', () => {
    const keys = FEED_KINDS.map(({ scope, key }) => `${scope} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const forms = FEED_KINDS.flatMap((kind) => kind.forms);
    expect(forms.filter((form) => !Object.hasOwn(FORM_LABELS, form))).toEqual([]);
  });
});
