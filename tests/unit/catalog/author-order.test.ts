import { describe, expect, it } from 'vitest';
import {
  AUTHOR_ORDER_KEYS,
  listedAuthor,
  sortAuthors,
  type AuthorOrderKey,
  type ListedAuthor,
} from '../../../src/catalog/author-order.ts';
import { countGroups, foldModels } from '../../../src/catalog/group.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const author = (slug: string, models: Readonly<Record<string, ModelSketch>>): ListedAuthor => {
  const groups = foldModels(
    Object.entries(models).map(([name, sketch]) => aModel(`${slug}/${name}`, sketch)),
  );
  return listedAuthor(slug, slug, { groups, count: countGroups(groups) });
};

const AUTHORS = [
  author('unused', { a: { popularity: null, addedAt: '2026-03-01T00:00:00.000Z' } }),
  author('many', {
    a: { popularity: 30, addedAt: '2026-01-01T00:00:00.000Z' },
    b: { popularity: 20, addedAt: '2026-01-02T00:00:00.000Z' },
    c: { popularity: null, addedAt: null },
  }),
  author('Used', { a: { popularity: 2, addedAt: null } }),
  author('alone', { a: { popularity: null, addedAt: null } }),
];

describe('sortAuthors', () => {
  it.each([
    ['name', ['alone', 'many', 'unused', 'Used']],
    ['use', ['Used', 'many', 'alone', 'unused']],
    ['models', ['many', 'Used', 'alone', 'unused']],
    ['newest', ['unused', 'many', 'Used', 'alone']],
  ] as const)(
    'by %s puts authors without a value last, and level ones in order of use, then of name',
    (key, slugs) => {
      expect(sortAuthors(AUTHORS, key).map(({ slug }) => slug)).toEqual(slugs);
    },
  );

  it('keeps every author in every order', () => {
    const all = AUTHOR_ORDER_KEYS.map((key: AuthorOrderKey) => new Set(sortAuthors(AUTHORS, key)));
    expect(all).toEqual(AUTHOR_ORDER_KEYS.map(() => new Set(AUTHORS)));
  });
});

describe('listedAuthor', () => {
  it('names the base with the best rank as the most used model, and never an alias', () => {
    const { mostUsed } = author('maker', {
      plain: { popularity: 5 },
      better: { popularity: 3 },
      latest: { popularity: 1, isAlias: true },
    });
    expect(mostUsed?.id).toBe('maker/better');
  });
});
