import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { captured, facts } from '../../support/ledger.ts';
import { feedAt, sourcesOf } from '../../support/feeds.ts';

const row = (id: string, name: string, input: string, over: Partial<Facts> = {}) => ({
  [id]: facts({ name, created: id.length, permanentSlug: id, prices: { input, output: input }, ...over }),
});
const tier = (input: string): Partial<Facts> => ({
  tiers: [{ when: [{ kind: 'prompt-above', tokens: 9 }], prices: { input } }],
});

/** Models of two families of one author at a price; half of it for batch variants. */
const makers = (price: number, over: Partial<Facts> = {}) => {
  const [whole, half] = [price / 1e6, price / 2e6].map((usd) => usd.toFixed(9));
  return {
    ...row('maker/sol-5', 'Maker: Sol 5', whole ?? '', { ...tier(whole ?? ''), ...over }),
    ...row('maker/sol-5:batch', 'Maker: Sol 5 (batch)', half ?? '', tier(half ?? '')),
    ...row('maker/sol-5-pro', 'Maker: Sol 5 Pro', whole ?? ''),
    ...row('maker/sol-5-pro:batch', 'Maker: Sol 5 Pro (batch)', half ?? ''),
    ...row('maker/luna', 'Maker: Luna', whole ?? ''),
    ...row('else/sol', 'Else: Sol', whole ?? ''),
  };
};

const half = sourcesOf([captured('2026-03-01', makers(4)), captured('2026-03-02', makers(2))]);

const titles = (path: string, sources = half) => feedAt(sources, path).items.map(({ title }) => title);

const ALIKE = 'Maker: Sol 5, Sol 5 Pro and 2 variants: price down 50%';

describe('groupChanges', () => {
  it.each(['/feeds/price-drops', '/feeds/changes'])(
    'gives a price change of a family one item in %s, apart from other families and authors',
    (path) => {
      expect(titles(path).toSorted()).toEqual([
        'Else: Sol: price down 50%',
        'Maker: Luna: price down 50%',
        ALIKE,
      ]);
    },
  );

  it.each(['/feeds/authors/maker', '/feeds/authors/maker/price-drops'])(
    'gives a price change of a family one item in %s',
    (path) => {
      expect(titles(path).toSorted()).toEqual(['Maker: Luna: price down 50%', ALIKE]);
    },
  );

  it('gives prices and tiers of one model one item in its feed', () => {
    expect(titles('/feeds/models/maker/sol-5')).toEqual(['Maker: Sol 5: price down 50%']);
    const html = feedAt(half, '/feeds/models/maker/sol-5').items[0]?.html ?? '';
    expect(html).toContain('Input: $4.00 → $2.00 per million tokens, down 50%');
    expect(html).toContain('Price tiers changed');
  });

  it('lists the prices of each model, and the time once', () => {
    const html = feedAt(half, '/feeds/price-drops').items.find(({ title }) => title === ALIKE)?.html ?? '';
    for (const id of ['maker/sol-5', 'maker/sol-5:batch', 'maker/sol-5-pro', 'maker/sol-5-pro:batch']) {
      expect(html).toContain(`<code>${id}</code>`);
    }
    expect(html).toContain('$4.00 → $2.00');
    expect(html).toContain('$2.00 → $1.00');
    expect(html.match(/Seen in the capture/g)).toHaveLength(1);
  });

  it('keeps prices apart that changed by different percents', () => {
    const apart = sourcesOf([
      captured('2026-03-01', {
        ...row('a/m', 'A: M', '0.000004'),
        ...row('a/m:batch', 'A: M (batch)', '0.000002'),
      }),
      captured('2026-03-02', {
        ...row('a/m', 'A: M', '0.000002'),
        ...row('a/m:batch', 'A: M (batch)', '0.000003'),
      }),
    ]);
    expect(titles('/feeds/authors/a', apart)).toEqual(['A: M: price down 50%', 'A: M (batch): price up 50%']);
    expect(titles('/feeds/price-drops', apart)).toEqual(['A: M: price down 50%']);
    expect(titles('/feeds/price-rises', apart)).toEqual(['A: M (batch): price up 50%']);
  });

  it('gives changes of other kinds their own items', () => {
    const both = sourcesOf([
      captured('2026-03-01', makers(4)),
      captured('2026-03-02', makers(2, { context: 5 })),
    ]);
    expect(titles('/feeds/models/maker/sol-5', both)).toEqual([
      'Maker: Sol 5: price down 50%',
      'Maker: Sol 5: context 8.2K → 5',
    ]);
    expect(titles('/feeds/changes', both)).toContain(`${ALIKE} and 1 more change`);
  });

  it('gives restored prices of a family one item', () => {
    const back = sourcesOf([
      captured('2026-03-01', makers(4)),
      captured('2026-03-02', makers(2)),
      captured('2026-03-03', makers(4)),
    ]);
    expect(titles('/feeds/authors/maker', back).toSorted()).toEqual([
      'Maker: Luna: price changed, and changed back',
      'Maker: Sol 5, Sol 5 Pro and 2 variants: price changed, and changed back',
    ]);
  });

  it('gives every change to exactly one item', () => {
    const items = feedAt(half, '/feeds/changes').items;
    const ids = items.flatMap(({ html }) => [...html.matchAll(/<code>(.*?)<\/code>/g)].map(([, id]) => id));
    expect(ids.toSorted()).toEqual(Object.keys(makers(1)).toSorted());
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});
