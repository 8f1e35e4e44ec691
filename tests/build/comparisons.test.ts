import { expect, it } from 'vitest';
import { attributes, fromPages } from '../support/built-site.ts';

it('pages of models link to comparisons with their predecessor, then with their closest rival', () => {
  const links = fromPages('plain', 'models/**/*.html', (page) => {
    const [id = ''] = attributes(page, 'main[data-model-id]', 'data-model-id');
    return page
      .$('[data-part=comparisons] a')
      .toArray()
      .map((link) => ({
        id,
        text: page.$(link).text().replace(/\s+/g, ' ').trim(),
        ids: new URLSearchParams(page.$(link).attr('href')?.split('?')[1]).getAll('m'),
      }));
  });
  const [predecessors, rivals] = ['predecessor', 'closest rival'].map((what) =>
    links.filter(({ text }) => text.startsWith(`Compare with its ${what} `)),
  );
  expect(predecessors?.length).toBeGreaterThan(50);
  expect(rivals?.length).toBeGreaterThan(200);
  expect(links.filter(({ id, ids }) => ids.length !== 2 || ids[0] !== id || ids[1] === id)).toEqual([]);
  const author = (id: string): string => id.split('/')[0] ?? '';
  expect(predecessors?.filter(({ ids: [a = '', b = ''] }) => author(a) !== author(b))).toEqual([]);
  expect(rivals?.filter(({ ids: [a = '', b = ''] }) => author(a) === author(b))).toEqual([]);
});
