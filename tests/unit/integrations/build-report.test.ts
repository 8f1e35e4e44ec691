import { expect, it } from 'vitest';
import { CATEGORY_NAMES, type Category } from '../../../src/catalog/categories.ts';
import type { RankedIds } from '../../../src/catalog/snapshot.ts';
import { summaryOf } from '../../../src/integrations/build-report.ts';
import { reportOn, type Catalog } from '../../../src/integrations/build-report/catalog-report.ts';

const categories = Object.fromEntries(
  CATEGORY_NAMES.map((name): [Category, RankedIds] => [
    name,
    name === 'legal' ? { ids: null, problem: 'It answered with 500.' } : { ids: ['a/b'], problem: null },
  ]),
) as Record<Category, RankedIds>;

const catalog: Catalog = {
  snapshot: {
    source: 'live',
    fallbackReason: null,
    capturedAt: '2026-03-04T05:06:07.000Z',
    scope: 'all',
    categories,
    categoriesOrigin: 'endpoint',
    categoriesNote: null,
    popularityProblem: null,
    quarantined: [{ id: 'x', path: 'pricing', problem: 'is missing' }],
    dropped: [{ id: 'a/b', path: 'created', problem: 'makes no sense' }],
    unknown: ['pricing.new_key'],
  },
  models: [
    { variant: null, isAlias: false },
    { variant: 'free', isAlias: false },
    { variant: null, isAlias: true },
  ],
  categoryCounts: Object.fromEntries(
    CATEGORY_NAMES.map((name) => [name, name === 'health' ? 0 : 1]),
  ) as Record<Category, number>,
  retired: 5,
  events: 7,
};

it('reportOn reports models, variants, aliases, events and what was left out', () => {
  const { categories: counts, ...rest } = reportOn(catalog);
  expect(rest).toEqual({
    source: 'live',
    captured_at: '2026-03-04T05:06:07.000Z',
    models: 3,
    variants: 1,
    aliases: 1,
    retired: 5,
    categories_origin: 'endpoint',
    events: 7,
    quarantined: [{ id: 'x', path: 'pricing', problem: 'is missing' }],
    dropped: [{ id: 'a/b', path: 'created', problem: 'makes no sense' }],
    unknown: ['pricing.new_key'],
  });
  expect(counts.programming).toBe(1);
});

it('reportOn gives an empty category a count of 0, and leaves out a category that failed', () => {
  const { categories: counts } = reportOn(catalog);
  expect(counts.health).toBe(0);
  expect(counts).not.toHaveProperty('legal');
  expect(Object.keys(counts)).toHaveLength(11);
});

it('summaryOf says in one line what was published and what was left out', () => {
  const report = { ...reportOn(catalog), pictures: 30, pages: 12, built_at: '', duration_ms: 3_400 };
  expect(summaryOf(report, 4)).toBe(
    '3 models as of 2026-03-04T05:06:07.000Z (live), 5 retired, 7 events, 11 categories (endpoint), 1 quarantined, 1 unknown, 1 dropped, 30 pictures (4 drawn, 26 kept), 12 pages in 3.4 s',
  );
});

it('summaryOf does not name pictures where they are off', () => {
  const report = { ...reportOn(catalog), pictures: 0, pages: 12, built_at: '', duration_ms: 3_400 };
  expect(summaryOf(report, 0)).toContain(', 1 dropped, 12 pages in');
});
