import { describe, expect, it } from 'vitest';
import { allFeeds } from '../../../src/feeds/all-feeds.ts';
import type { FeedSources } from '../../../src/feeds/listed-feed.ts';
import { uuidOf } from '../../../src/feeds/guid.ts';
import type { RankingChange } from '../../../src/rankings/changes.ts';
import { captured, facts } from '../../support/ledger.ts';
import { feedAt, SITE, sourcesOf } from '../../support/feeds.ts';
import { aModel } from '../../support/a-model.ts';

const at = (input: string, output = input) => ({ prices: { input, output } });
const keep = { 'maker/kept': facts({ name: 'Maker: Kept', created: 1 }) };
let created = 100;
const named = (name: string, over: Parameters<typeof facts>[0] = {}) =>
  facts({ name, created: (created += 1), permanentSlug: name, ...over });

const titles = (sources: FeedSources, path: string): readonly string[] =>
  feedAt(sources, path).items.map(({ title }) => title);

/** One model with two sets of facts on two days, beside one that stays. */
function changed(
  before: object,
  after: object,
  days: readonly [string, string] = ['2026-03-01', '2026-03-02'],
) {
  const same = { created: 5, permanentSlug: 'maker/m' };
  return sourcesOf([
    captured(days[0], { ...keep, 'maker/m': named('Maker: M', { ...same, ...before }) }),
    captured(days[1], { ...keep, 'maker/m': named('Maker: M', { ...same, ...after }) }),
  ]);
}

describe('feeds of new models', () => {
  const sources = sourcesOf([
    captured('2026-03-01', keep),
    captured('2026-03-02', { ...keep, 'maker/gone': named('Maker: Gone'), 'maker/old': named('Maker: Old') }),
    captured('2026-03-03', {
      ...keep,
      'maker/old': named('Maker: Old', { created: 102 }),
      'maker/m': named('Maker: M', { created: 200, permanentSlug: 'maker/m' }),
      'maker/m:free': named('Maker: M (free)', { created: 200, permanentSlug: 'maker/m' }),
      'maker/later': named('Maker: Later', { created: 300 }),
    }),
  ]);

  it('list listed models newest first, with upstream’s titles and a separate item for each variant', () => {
    expect(titles(sources, '/feeds/new')).toEqual([
      'Maker: Later (maker/later)',
      'Maker: M (maker/m)',
      'Maker: M (free) (maker/m)',
      'Maker: Old (maker/old)',
    ]);
  });

  it('give every item a guid of its own even when upstream’s repeat', () => {
    const keys = feedAt(sources, '/feeds/new').items.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('date an item by the capture that first had the model', () => {
    expect(feedAt(sources, '/feeds/new').items.map(({ date }) => date.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-03',
      '2026-03-03',
      '2026-03-02',
    ]);
  });

  it('link to our pages, and to the chat in the chat feed', () => {
    expect(feedAt(sources, '/feeds/new').items[2]?.link).toBe(`${SITE}/models/maker/m/free/`);
    const chat = feedAt(sources, '/feeds/new-chat').items;
    expect(chat[2]?.link).toBe('https://openrouter.ai/chat?models=maker/m:free');
    expect(chat.map(({ title }) => title)).toEqual(titles(sources, '/feeds/new'));
  });

  it('link to our page in the chat feed when a model cannot chat', () => {
    const added = { ...keep, 'maker/embeds': named('Maker: Embeds', { outputModalities: ['embeddings'] }) };
    const both = sourcesOf([captured('2026-03-01', keep), captured('2026-03-02', added)]);
    expect(feedAt(both, '/feeds/new-chat').items[0]?.link).toBe(`${SITE}/models/maker/embeds/`);
  });

  it('have no items for the first capture', () => {
    expect(titles(sourcesOf([captured('2026-03-01', keep)]), '/feeds/new')).toEqual([]);
  });

  it('show upstream’s description as safe prose', () => {
    const withText = sourcesOf(
      [captured('2026-03-01', keep), captured('2026-03-02', { ...keep, 'maker/m': named('M') })],
      { descriptions: { 'maker/m': 'It [reads](/docs) <script>alert(1)</script> *fast*.' } },
    );
    const html = feedAt(withText, '/feeds/new').items[0]?.html ?? '';
    expect(html).toContain('<a href="https://openrouter.ai/docs"');
    expect(html).toContain('<em>fast</em>');
    expect(html).not.toContain('<script');
  });
});

describe('feeds of price drops and rises', () => {
  it('give old and new prices with the percent', () => {
    const [item] = feedAt(changed(at('0.000002'), at('0.000001')), '/feeds/price-drops').items;
    expect(item?.title).toBe('Maker: M: price down 50%');
    expect(item?.html).toContain('Input: $2.00 → $1.00 per million tokens, down 50%');
    expect(item?.html).toContain('Output: $2.00 → $1.00 per million tokens, down 50%');
  });

  it.each([
    ['a drop', at('0.000002'), at('0.000001'), 1, 0],
    ['a rise', at('0.000001'), at('0.000002'), 0, 1],
    ['a drop of less than one percent', at('0.000001'), at('0.000000995'), 0, 0],
    ['what becomes free', at('0.000001'), at('0'), 1, 0],
    ['what is no longer free', at('0'), at('0.000001'), 0, 1],
    ['what becomes dynamic', at('0.000001'), at('-1'), 0, 0],
    [
      'a key that appears',
      at('0.000001'),
      { prices: { input: '0.000001', output: '0.000001', cacheRead: '0.0000001' } },
      0,
      0,
    ],
  ])('count %s in the right feed', (_, before, after, drops, rises) => {
    const sources = changed(before, after);
    expect(titles(sources, '/feeds/price-drops')).toHaveLength(drops);
    expect(titles(sources, '/feeds/price-rises')).toHaveLength(rises);
  });

  it('leave out a change that captures more than a week apart cannot date, which the feed of all changes has', () => {
    const sources = changed(at('0.000002'), at('0.000001'), ['2026-03-01', '2026-03-09']);
    expect(titles(sources, '/feeds/price-drops')).toEqual([]);
    const [item] = feedAt(sources, '/feeds/changes').items;
    expect(item?.html).toContain('Some time between Mar 1, 2026 and Mar 9, 2026.');
    expect(
      titles(changed(at('0.000002'), at('0.000001'), ['2026-03-01', '2026-03-08']), '/feeds/price-drops'),
    ).toHaveLength(1);
  });

  it('leave out a change of the blended price below 1%, which the feed of all changes has', () => {
    const parts = (input: string, cacheRead: string) => ({ prices: { input, output: input, cacheRead } });
    const sources = changed(parts('0.000001', '0.0000001'), parts('0.000001005', '0.0000002'));
    expect(titles(sources, '/feeds/price-rises')).toEqual([]);
    expect(titles(sources, '/feeds/changes')).toEqual(['Maker: M: input, cache read price up 100%']);
  });

  it('leave out aliases', () => {
    const alias = (price: string) => ({
      ...keep,
      '~maker/latest': facts({ name: 'Latest', aliasTarget: 'maker/kept', created: 2, ...at(price) }),
    });
    const sources = sourcesOf([
      captured('2026-03-01', alias('0.000002')),
      captured('2026-03-02', alias('0.000001')),
    ]);
    for (const path of [
      '/feeds/price-drops',
      '/feeds/changes',
      '/feeds/authors/maker',
      '/feeds/models/~maker/latest',
    ])
      expect(titles(sources, path), path).toEqual([]);
  });

  it('leave out a price that was restored within three days', () => {
    const day = (date: string, price: string) =>
      captured(date, { ...keep, 'maker/m': facts({ created: 5, permanentSlug: 'maker/m', ...at(price) }) });
    const sources = sourcesOf([
      day('2026-03-01', '0.000002'),
      day('2026-03-02', '0.000001'),
      day('2026-03-03', '0.000002'),
    ]);
    expect(titles(sources, '/feeds/price-drops')).toEqual([]);
    expect(titles(sources, '/feeds/price-rises')).toEqual([]);
    expect(titles(sources, '/feeds/changes')).toEqual(['Maker: Model: price changed, and changed back']);
  });
});

describe('the feed of retiring models', () => {
  it('lists removal dates that were set, moved or withdrawn, and new models with one', () => {
    const day = (date: string, expiration: string | null, more: object = {}) =>
      captured(date, {
        ...keep,
        'maker/m': named('Maker: M', { created: 5, permanentSlug: 'm', expiration }),
        ...more,
      });
    const sources = sourcesOf([
      day('2026-03-01', null),
      day('2026-03-02', '2026-04-01'),
      day('2026-03-03', '2026-05-01', { 'maker/brief': named('Maker: Brief', { expiration: '2026-03-20' }) }),
      day('2026-03-04', null, { 'maker/brief': named('Maker: Brief', { expiration: '2026-03-20' }) }),
    ]);
    expect(titles(sources, '/feeds/retiring')).toEqual([
      'Maker: M: removal withdrawn',
      'Maker: Brief: new model, removal announced for Mar 20, 2026',
      'Maker: M: removal moved to May 1, 2026',
      'Maker: M: removal announced for Apr 1, 2026',
    ]);
  });

  it('names a replacement', () => {
    const day = (date: string, expiration: string | null) =>
      captured(date, {
        'maker/m': facts({ name: 'Maker: M' }),
        'maker/m:free': facts({ name: 'Maker: M (free)', expiration }),
      });
    const sources = sourcesOf([day('2026-03-01', null), day('2026-03-02', '2026-04-01')]);
    const [item] = feedAt(sources, '/feeds/retiring').items;
    expect(item?.title).toBe('Maker: M (free): end of the free offer announced for Apr 1, 2026');
    expect(item?.html).toContain(
      `<a href="${SITE}/models/maker/m/">Maker: M</a>. The same model without the variant.`,
    );
  });
});

describe('feeds of a model and of an author', () => {
  const old = { created: 5, permanentSlug: 'maker/m' };
  const sources = sourcesOf([
    captured('2026-03-01', { ...keep, 'maker/m': named('Maker: M', old), 'else/x': named('Else: X') }),
    captured('2026-03-02', {
      ...keep,
      'maker/m': named('Maker: M', { ...old, context: 5, maxOutput: 5 }),
      'else/x': named('Else: X', { created: 150 }),
    }),
    captured('2026-03-03', {
      ...keep,
      'newmaker/m': named('Maker: M', { ...old, context: 5, maxOutput: 5 }),
    }),
  ]);

  it('list two changes of one day as two items', () => {
    const items = feedAt(sources, '/feeds/models/maker/m').items.slice(1);
    expect(items.map(({ title }) => title)).toEqual([
      'Maker: M: context 8.2K → 5',
      'Maker: M: max output 4.1K → 5',
    ]);
    expect(items[0]?.key).not.toBe(items[1]?.key);
  });

  it('list a rename in the feeds of the old and new id and of both authors', () => {
    const news = 'Maker: M: new id';
    for (const path of [
      '/feeds/models/maker/m',
      '/feeds/models/newmaker/m',
      '/feeds/authors/maker',
      '/feeds/authors/newmaker',
    ]) {
      expect(titles(sources, path)[0], path).toBe(news);
    }
  });

  it('stay after a model or all models of an author were removed, and list the removal', () => {
    expect(titles(sources, '/feeds/models/else/x')).toEqual(['Else: X: removed']);
    expect(titles(sources, '/feeds/authors/else')).toEqual(['Else: X: removed']);
    expect(feedAt(sources, '/feeds/authors/else').page).toBe(`${SITE}/retired/`);
  });

  it('exist for every model, even without items', () => {
    expect(titles(sources, '/feeds/models/maker/kept')).toEqual([]);
    expect(feedAt(sources, '/feeds/models/maker/kept').updated).toBe('2026-03-03T00:00:00.000Z');
  });
});

describe('feeds of an author’s price changes', () => {
  const other = (input: string) => ({
    'else/x': named('Else: X', { created: 9, permanentSlug: 'x', ...at(input) }),
  });
  const sources = sourcesOf([
    captured('2026-03-01', { ...keep, ...other('0.000001') }),
    captured('2026-03-02', { ...keep, ...other('0.000002') }),
    captured('2026-03-03', { ...keep, ...other('0.0000005') }),
    captured('2026-03-04', keep),
  ]);

  it('list increases and decreases of that author only, in separate feeds', () => {
    expect(titles(sources, '/feeds/authors/else/price-rises')).toEqual(['Else: X: price up 100%']);
    expect(titles(sources, '/feeds/authors/else/price-drops')).toEqual(['Else: X: price down 75%']);
  });

  it('exist for every author with a model that has a page, even without items', () => {
    expect(titles(sources, '/feeds/authors/maker/price-rises')).toEqual([]);
    const paths = allFeeds(sources).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/feeds/authors/'))).toEqual([
      '/feeds/authors/else',
      '/feeds/authors/else/price-rises',
      '/feeds/authors/else/price-drops',
      '/feeds/authors/maker',
      '/feeds/authors/maker/price-rises',
      '/feeds/authors/maker/price-drops',
    ]);
  });

  it('have the author’s slug in the title if two authors have the same name', () => {
    const twins = {
      ...sources,
      models: ['maker', 'maker-ai'].map((slug) => aModel(`${slug}/m`, { author: { slug, name: 'Maker' } })),
    };
    expect(feedAt(twins, '/feeds/authors/maker/price-rises').title).toBe(
      'Modeldex: Price increases: Maker (maker)',
    );
    expect(feedAt(twins, '/feeds/authors/maker-ai').title).toBe('Modeldex: Models by Maker (maker-ai)');
    expect(feedAt(sources, '/feeds/authors/else').title).toBe('Modeldex: Models by else');
  });
});

describe('feeds of a category', () => {
  const change = (over: Partial<RankingChange>): RankingChange => ({
    category: 'marketing/seo',
    id: 'maker/kept',
    of: 'top',
    action: 'entered',
    rank: 7,
    between: { after: '2026-03-01T00:00:00.000Z', by: '2026-03-02T00:00:00.000Z', isDated: true },
    ...over,
  });
  const sources = sourcesOf([captured('2026-03-02', keep)], {
    rankings: [
      change({}),
      change({ id: 'maker/unread', of: 'list', rank: null }),
      change({ category: 'legal', action: 'left', rank: null }),
    ],
  });

  it('list models that enter and leave', () => {
    expect(titles(sources, '/feeds/categories/marketing/seo')).toEqual([
      'Maker: Kept: enters the first ten for Marketing: SEO, at place 7',
      'maker/unread: enters the list for Marketing: SEO',
    ]);
    expect(titles(sources, '/feeds/categories/legal')).toEqual([
      'Maker: Kept: leaves the first ten for Legal',
    ]);
    expect(titles(sources, '/feeds/categories/health')).toEqual([]);
  });

  it('link to the model, to the category when the model has no page, and to the chat in the chat feed', () => {
    const links = (path: string) => feedAt(sources, path).items.map(({ link }) => link);
    expect(links('/feeds/categories/marketing/seo')).toEqual([
      `${SITE}/models/maker/kept/`,
      `${SITE}/categories/marketing/seo/`,
    ]);
    expect(links('/feeds/categories/marketing/seo-chat')[0]).toBe(
      'https://openrouter.ai/chat?models=maker/kept',
    );
  });

  it('say when the category’s order is a stand-in', () => {
    const standIn = { ...sources, snapshot: { ...sources.snapshot, categoriesOrigin: 'stand-in' as const } };
    expect(feedAt(standIn, '/feeds/categories/legal').about).toContain('stand-in');
    expect(feedAt(sources, '/feeds/categories/legal').about).not.toContain('stand-in');
  });
});

describe('every feed', () => {
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [
      `a/m${index}`,
      named(`A: ${index}`, { created: 1000 + index, permanentSlug: `a/${index}` }),
    ]),
  );
  const less = Object.fromEntries(Object.entries(many).map(([id, row]) => [id, { ...row, parameters: [] }]));
  const last = { 'a/z': named('A: Last') };

  it('has an address of its own and at most 100 items, the most important ones', () => {
    const sources = sourcesOf([captured('2026-03-01', { ...many, ...last }), captured('2026-03-02', less)]);
    const feeds = allFeeds(sources);
    expect(new Set(feeds.map(({ path }) => path)).size).toBe(feeds.length);
    const { items } = feedAt(sources, '/feeds/authors/a');
    expect(items).toHaveLength(100);
    expect(items[0]?.title).toBe('A: Last: removed');
  });

  it('has all changes of the last seven days in the feed of all changes', () => {
    const busy = sourcesOf([captured('2026-03-01', { ...many, ...last }), captured('2026-03-02', less)]);
    expect(feedAt(busy, '/feeds/changes').items).toHaveLength(121);
    const laterBy = (...days: readonly string[]) =>
      sourcesOf([
        captured('2026-03-01', { ...many, ...last }),
        ...days.map((day) =>
          captured(day, { ...less, 'a/m0': named('A: 0', { context: Number(day.slice(-2)) }) }),
        ),
      ]);
    expect(feedAt(laterBy('2026-03-02', '2026-03-09'), '/feeds/changes').items).toHaveLength(122);
    expect(feedAt(laterBy('2026-03-02', '2026-03-10'), '/feeds/changes').items).toHaveLength(100);
  });
});

describe('the feed of all changes', () => {
  const tiers = (input: string) => [
    { when: [{ kind: 'prompt-above' as const, tokens: 9 }], prices: { input } },
  ];
  const family = (input: string, more: object = {}) => ({
    'maker/m': named('Maker: M', {
      created: 5,
      permanentSlug: 'maker/m',
      ...at(input),
      tiers: tiers(input),
      ...more,
    }),
    'maker/m:free': named('Maker: M (free)', {
      created: 6,
      permanentSlug: 'maker/m-free',
      context: Number(input) * 1e9,
    }),
    'maker/m:batch': named('Maker: M (batch)', { created: 7, permanentSlug: 'maker/m-batch', ...at(input) }),
  });
  const known = captured('2026-02-28', { ...keep, 'maker/tiered': named('T', { tiers: tiers('1') }) });
  const sources = sourcesOf([
    known,
    captured('2026-03-01', { ...keep, ...family('0.000004') }),
    captured('2026-03-02', { ...keep, ...family('0.000002') }),
    captured('2026-03-03', { ...keep, ...family('0.000001', { maxOutput: 9 }) }),
  ]);
  const items = () => feedAt(sources, '/feeds/changes').items;

  it('joins all changes of a model, its variants and its tiers in one capture into one item', () => {
    expect(items().map(({ title, date }) => [date.slice(5, 10), title])).toEqual([
      ['03-03', 'Maker: M and 1 variant: price down 50% and 2 more changes'],
      ['03-02', 'Maker: M and 1 variant: price down 50% and 1 more change'],
      ['03-01', 'T: removed'],
      ['03-01', 'Maker: M: new model and 2 more changes'],
    ]);
    const [item] = items();
    expect(item?.link).toBe(`${SITE}/models/maker/m/`);
    for (const part of [
      '<code>maker/m</code>',
      '<p>Price down 50%</p><ul><li>Input: $2.00 → $1.00 per million tokens, down 50%</li>',
      '<p>Price tiers changed</p>',
      '<p>Max output 4.1K → 9</p>',
      '<code>maker/m:batch</code>',
      '<code>maker/m:free</code>',
      '<p>Context 2K → 1K</p>',
    ]) {
      expect(item?.html).toContain(part);
    }
    expect(item?.html.match(/Seen in the capture of/g)).toHaveLength(1);
  });

  it('gives every item a key of its own, which stays when a later build finds more', () => {
    expect(new Set(items().map(({ key }) => key)).size).toBe(items().length);
    const looks = [family('0.000001'), family('0.000001', { maxOutput: 9 })].map((rows, index) =>
      sourcesOf([known, captured('2026-03-01', family('0.000004')), captured(`2026-03-0${index + 2}`, rows)]),
    );
    const keys = looks.map((look) => feedAt(look, '/feeds/changes').items[0]?.key);
    expect(keys[0]).toBe(keys[1]);
  });

  it('keeps items of captures with different scopes apart', () => {
    const picture = (context: number) =>
      named('Maker: M (picture)', { created: 8, permanentSlug: 'p', outputModalities: ['image'], context });
    const scoped = sourcesOf([
      captured('2026-03-01', { ...family('0.000004'), 'maker/m:picture': picture(1) }, { scope: 'all' }),
      captured('2026-03-02', family('0.000002')),
      captured('2026-03-03', { ...family('0.000002'), 'maker/m:picture': picture(2) }, { scope: 'all' }),
    ]);
    const { items: found } = feedAt(scoped, '/feeds/changes');
    expect(found.map(({ date }) => date.slice(5, 10))).toEqual(['03-03', '03-02']);
    expect(found[0]?.key).not.toBe(found[1]?.key);
  });

  it('keeps the feed of a model that was not asked for', () => {
    const picture = { 'maker/picture': named('Maker: Picture', { outputModalities: ['image'] }) };
    const [wide, narrow] = [
      captured('2026-03-01', { ...keep, ...picture }, { scope: 'all' }),
      captured('2026-03-02', keep),
    ];
    const unlisted = [aModel('maker/picture', { fullName: 'Maker: Picture' })];
    expect(titles(sourcesOf([wide, narrow], { unlisted }), '/feeds/models/maker/picture')).toEqual([]);
  });
});

describe('uuidOf', () => {
  it('makes a UUID that depends on every letter of the key', () => {
    expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('a')).not.toBe(uuidOf('b'));
    expect(uuidOf('a')).toBe(uuidOf('a'));
  });

  it('is the same for a change that several unrecorded builds find', () => {
    const build = (day: string) =>
      sourcesOf([captured('2026-03-01', keep), captured(day, { ...keep, 'maker/m': facts({ name: 'M' }) })]);
    const [early, late] = [build('2026-03-02'), build('2026-03-03')].map(
      (sources) => feedAt(sources, '/feeds/new').items[0]?.key,
    );
    expect(early).toBe(late);
  });
});
