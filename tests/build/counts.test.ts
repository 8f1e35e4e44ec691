import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import { fromPages, readPage } from '../support/built-site.ts';
import { builtIds } from '../support/model-rows.ts';
import { FROZEN_CAPTURE } from '../support/paths.ts';
import { readBuildReport } from '../support/sites.ts';

const report = readBuildReport('plain');
const capture = JSON.parse(gunzipSync(readFileSync(FROZEN_CAPTURE)).toString('utf8')) as {
  captured_at: string;
  data: { id: string }[];
  categories: Record<string, { ids: string[] }>;
};
const listedIds = capture.data.map(({ id }) => id).sort();

describe('the site of the frozen capture', () => {
  it('says in build.json which capture it was built from', () => {
    expect(report).toMatchObject({
      models: capture.data.length,
      captured_at: capture.captured_at,
      categories_origin: 'stand-in',
      quarantined: [],
    });
    expect(report.variants).toBe(listedIds.filter((id) => id.includes(':')).length);
    expect(report.aliases).toBe(listedIds.filter((id) => id.startsWith('~')).length);
  });

  it('has exactly one page for every listed and every retired model', () => {
    const mains = fromPages('plain', 'models/**/*.html', ({ $ }) =>
      $('main[data-model-id]')
        .toArray()
        .map((main) => ({
          id: main.attribs['data-model-id'] ?? '',
          retired: 'data-retired' in main.attribs,
        })),
    );
    const idsWhere = (retired: boolean) =>
      mains.filter((main) => main.retired === retired).map(({ id }) => id);
    expect(idsWhere(false).toSorted()).toEqual(listedIds);
    expect(idsWhere(true)).toHaveLength(report.retired);
    expect(new Set(mains.map(({ id }) => id)).size).toBe(mains.length);
  });

  it('has a row for every listed model on /models/', () => {
    const rows = builtIds(readPage('plain', 'models/index.html'));
    expect(rows.toSorted()).toEqual(listedIds);
  });

  it.each(CATEGORY_NAMES)('has the rows of the category %s in the order of the answer', (category) => {
    const page = readPage('plain', `categories/${category}/index.html`);
    const rows = builtIds(page);
    const ids = capture.categories[category]?.ids ?? [];
    expect(rows).toEqual(ids);
    expect(report.categories[category]).toBe(ids.length);
  });
});
