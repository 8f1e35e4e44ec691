import { describe, expect, it } from 'vitest';
import { allFeeds } from '../../../src/feeds/all-feeds.ts';
import type { FeedSources } from '../../../src/feeds/listed-feed.ts';
import { FEED_FORMS } from '../../../src/feeds/feed.ts';
import { opml } from '../../../src/feeds/opml.ts';
import { printFeed } from '../../../src/feeds/print-feed.ts';
import { capturedFacts } from '../../../src/ledger/captured-facts.ts';
import { parseCapture } from '../../../src/upstream/capture.ts';
import { translate } from '../../../src/upstream/translate.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { EVIL_HOST, HOSTILE_TEXTS, hostileCapture } from '../../fixtures/hostile-capture.ts';
import { feedProblems, xmlProblems } from '../../support/feed-rules.ts';
import { SITE, sourcesOf } from '../../support/feeds.ts';
import { captured, facts } from '../../support/ledger.ts';

/** A night on which everything that upstream can write tries to break out. */
function hostileSources(): FeedSources {
  const capture = parseCapture(JSON.parse(hostileCapture()), 'hostile.json');
  const { rows, quarantined } = validateRows(capture.rows);
  const { models, facts: known } = translate(rows, { categories: {}, popularity: null });
  const night = capturedFacts({
    ...capture,
    capturedAt: '2026-08-23T00:00:00.000Z',
    facts: known,
    quarantined,
  });
  return sourcesOf([captured('2026-08-22', { 'maker/kept': facts() }, { scope: 'all' }), night], { models });
}

describe('printFeed for a hostile capture', () => {
  const sources = hostileSources();
  const feeds = allFeeds(sources);

  it('has items of all hostile texts', () => {
    const news = feeds.find(({ path }) => path === '/feeds/new');
    expect(news?.load().items.length).toBeGreaterThan(HOSTILE_TEXTS.length);
  });

  it.each(FEED_FORMS)('prints every feed as valid %s', (form) => {
    const problems = feeds.flatMap((feed) =>
      feedProblems(printFeed(feed.load(), form), `${SITE}${feed.path}.${form}`).map(
        (problem) => `${feed.path}: ${problem}`,
      ),
    );
    expect(problems).toEqual([]);
  });

  it('prints a well-formed list of feeds with every address', () => {
    const text = opml(feeds, sources.absolute, '2026-08-23T00:00:00.000Z');
    expect(xmlProblems(text)).toEqual([]);
    expect(text.match(/xmlUrl=/g)).toHaveLength(feeds.length);
  });

  it('prints nothing that loads from elsewhere', () => {
    const loads = feeds
      .flatMap((feed) => feed.load().items)
      .filter(({ html }) => new RegExp(`<[^>]+(?:src|style)=[^>]*${EVIL_HOST}`).test(html));
    expect(loads).toEqual([]);
  });
});
