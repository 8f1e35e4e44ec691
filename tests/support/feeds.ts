import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import type { Facts } from '../../src/catalog/facts.ts';
import type { Model } from '../../src/catalog/model.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import { allFeeds } from '../../src/feeds/all-feeds.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import type { FeedSources, ListedFeed } from '../../src/feeds/listed-feed.ts';
import { historyFrom } from '../../src/history/history.ts';
import type { CapturedFacts } from '../../src/ledger/record.ts';
import { cleanLine } from '../../src/catalog/text.ts';
import { readPrices } from '../../src/catalog/price.ts';
import { aModel } from './a-model.ts';
import { ledgerOf } from './ledger.ts';

export const SITE = 'https://catalog.example/base';

/** The sources of feeds that captures make; the last one is the present. */
export function sourcesOf(
  captures: readonly CapturedFacts[],
  over: Partial<FeedSources> & { readonly descriptions?: Readonly<Record<string, string>> } = {},
): FeedSources {
  const last = captures.at(-1);
  if (!last) throw new Error('There must be a capture.');
  const { descriptions = {}, ...rest } = over;
  const history = historyFrom(ledgerOf(...captures), last.capturedAt);
  return {
    snapshot: {
      capturedAt: last.capturedAt,
      categoriesOrigin: 'endpoint',
      categories: Object.fromEntries(
        CATEGORY_NAMES.map((name) => [name, { ids: [], problem: null }]),
      ) as unknown as Snapshot['categories'],
    },
    models: [...last.rows].map(([id, facts]) => modelOf(id, facts, descriptions[id] ?? null)),
    unlisted: history.retiredModels().map(({ id, facts }) => modelOf(id, facts, null)),
    history,
    rankings: [],
    absolute: (path) => `${SITE}${path}`,
    ...rest,
  };
}

export function feedAt(sources: FeedSources, path: string): Feed {
  const feed = allFeeds(sources).find((each: ListedFeed) => each.path === path);
  if (!feed) throw new Error(`There is no feed ${path}.`);
  return feed.load();
}

function modelOf(id: string, facts: Facts, description: string | null): Model {
  return {
    ...aModel(id, { fullName: cleanLine(facts.name), description, expiration: facts.expiration ?? null }),
    prices: readPrices(id, facts),
    outputModalities: facts.outputModalities ?? ['text'],
  };
}
