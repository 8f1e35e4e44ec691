import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { allFeeds } from '../../../src/feeds/all-feeds.ts';
import { FEED_FORMS } from '../../../src/feeds/feed.ts';
import { opml } from '../../../src/feeds/opml.ts';
import { printFeed } from '../../../src/feeds/print-feed.ts';
import { feedProblems, readFeed, xmlProblems } from '../../support/feed-rules.ts';
import { feedAt, SITE, sourcesOf } from '../../support/feeds.ts';
import { captured, facts } from '../../support/ledger.ts';

describe('printFeed', () => {
  const day = (date: string, name: string) =>
    captured(date, { 'maker/m': facts({ name, created: 1, permanentSlug: 'm' }) });
  const name = 'R&D: ]]> A < B & ]]> “C”\uFFFE\u0007 😀';
  const sources = sourcesOf([day('2026-03-01', 'Before'), day('2026-03-02', name)]);
  const feed = () => {
    const found = allFeeds(sources).find(({ path }) => path === '/feeds/changes');
    if (!found) throw new Error('no feed');
    return found.load();
  };

  it.each(FEED_FORMS)('replaces only what would be markup in a title, as %s', (form) => {
    const [item] = readFeed(printFeed(feed(), form)).items;
    expect(item?.title).toBe('R&D: ]]› A ‹ B & ]]› “C” 😀: new name');
  });

  it.each(FEED_FORMS)('prints the same bytes each time, as %s', (form) => {
    expect(printFeed(feed(), form)).toBe(printFeed(feed(), form));
  });

  it('prints the same items in every form, with different guids', () => {
    const forms = FEED_FORMS.map((form) => readFeed(printFeed(feed(), form)).items);
    const [rss, ...others] = forms.map((items) => items.map((item) => ({ ...item, guid: '' })));
    for (const items of others) expect(items).toEqual(rss);
    expect(new Set(forms.flat().map(({ guid }) => guid)).size).toBe(FEED_FORMS.length);
  });
});

describe('printFeed for text that would end its section', () => {
  const SORTS = 'Sorts `a[b[0]]>1` and `x[y[1]]>2` fast. ]]> ]]> ]]]]>> <![CDATA[';
  const odd = 'A ]]> B ]]> C \uFFFE\uFFFF\uFDD0 \u0000 \uD800';
  const sources = sourcesOf(
    [
      captured('2026-03-01', { 'maker/kept': facts({ created: 1, permanentSlug: 'kept' }) }),
      captured('2026-03-02', {
        'maker/kept': facts({ created: 1, permanentSlug: 'kept' }),
        'maker/m': facts({ name: odd }),
      }),
    ],
    { descriptions: { 'maker/m': SORTS } },
  );
  const named = {
    ...sources,
    models: sources.models.map((model) => ({
      ...model,
      fullName: odd,
      author: { ...model.author, name: odd },
    })),
  };
  const feeds = allFeeds(named);

  it.each(FEED_FORMS)('prints every feed well-formed with all words, as %s', (form) => {
    for (const feed of feeds) {
      const text = printFeed(feed.load(), form);
      expect(feedProblems(text, `${SITE}${feed.path}.${form}`)).toEqual([]);
    }
    const [item] = readFeed(printFeed(feedAt(named, '/feeds/new'), form)).items;
    expect(load(item?.html ?? '').text()).toContain(
      'Sorts a[b[0]]>1 and x[y[1]]>2 fast. ]]> ]]> ]]]]>> <![CDATA[',
    );
  });

  it('prints the list of feeds well-formed', () => {
    const text = opml(feeds, named.absolute, '2026-03-02T00:00:00.000Z');
    expect(xmlProblems(text)).toEqual([]);
    expect(text).toContain('A ]]&gt; B ]]&gt; C');
  });

  it('prints no lone surrogate in JSON', () => {
    for (const feed of feeds) expect(printFeed(feed.load(), 'json')).not.toMatch(/\\ud[89a-f]/i);
  });
});

describe('feedProblems', () => {
  const item = '<item><title>T</title><link>/x</link><guid isPermaLink="false">g</guid></item>';
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://x.example/</link><description>D</description>${items}</channel></rss>`;

  it('finds what is wrong with a feed', () => {
    const problems = feedProblems(rss(item + item), 'https://x.example/feed.xml').join('\n');
    for (const words of [
      'guids repeat',
      'the link /x',
      'no content',
      'says that it is at',
      'no lastBuildDate',
    ])
      expect(problems).toContain(words);
    expect(feedProblems(rss('<item>'), '')).not.toEqual([]);
    expect(feedProblems(rss('\u0001'), '')).not.toEqual([]);
  });
});
