import { AUTHOR_FEED_LABELS, SITE_FEEDS } from '../../site/feed-links.ts';

/** What a feed is about: the whole catalog, one category or one author. */
export type FeedScope = 'catalog' | 'category' | 'author';

/** A kind of feed that the picker offers. */
interface FeedKind {
  readonly scope: FeedScope;
  /** The same in every scope that has this kind. */
  readonly key: string;
  readonly label: string;
  /** What follows the path of the scope, such as `/feeds/authors/openai`, before the ending of the format. */
  readonly path: string;
  /** The endings of its formats. */
  readonly forms: readonly string[];
}

const FEED = ['xml', 'atom', 'json'];
const CALENDAR = ['ics'];

/** The formats that the picker offers: ending and name. */
export const FORM_LABELS = { xml: 'RSS', atom: 'Atom', json: 'JSON Feed', ics: 'iCalendar' } as const;

/** Every kind of feed, except those of single models. */
export const FEED_KINDS: readonly FeedKind[] = [
  ...(['changes', 'new', 'newChat', 'priceRises', 'priceDrops', 'retiring'] as const).map((key) => ({
    scope: 'catalog' as const,
    key,
    label: SITE_FEEDS[key].title,
    path: SITE_FEEDS[key].path.replace('/feeds', ''),
    forms: key === 'retiring' ? [...FEED, ...CALENDAR] : FEED,
  })),
  { scope: 'category', key: 'changes', label: 'Entering and leaving', path: '', forms: FEED },
  { scope: 'category', key: 'newChat', label: 'The same, with links to try', path: '-chat', forms: FEED },
  { scope: 'author', key: 'changes', label: AUTHOR_FEED_LABELS.changes, path: '', forms: FEED },
  {
    scope: 'author',
    key: 'priceRises',
    label: AUTHOR_FEED_LABELS.priceRises,
    path: '/price-rises',
    forms: FEED,
  },
  {
    scope: 'author',
    key: 'priceDrops',
    label: AUTHOR_FEED_LABELS.priceDrops,
    path: '/price-drops',
    forms: FEED,
  },
  {
    scope: 'author',
    key: 'retiring',
    label: AUTHOR_FEED_LABELS.retiring,
    path: '/retiring',
    forms: CALENDAR,
  },
];
