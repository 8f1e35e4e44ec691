import { expect, it } from 'vitest';
import { countGroups, countRows, foldModels, indexById } from '../../../../src/catalog/group.ts';
import { countWords } from '../../../../src/site/words/counts.ts';
import { aModel } from '../../../support/a-model.ts';
import { frozenModels } from '../../../support/frozen-models.ts';

it.each([
  [{ models: 337, variants: 72, aliases: 12 }, '337 models, 72 variants, 12 aliases'],
  [{ models: 1, variants: 1, aliases: 1 }, '1 model, 1 variant, 1 alias'],
  [{ models: 17, variants: 0, aliases: 0 }, '17 models'],
  [{ models: 0, variants: 3, aliases: 0 }, '3 variants'],
  [{ models: 0, variants: 0, aliases: 0 }, '0 models'],
  [{ models: 10_000, variants: 0, aliases: 1 }, '10,000 models, 1 alias'],
])('countWords puts %o into words', (rows, words) => {
  expect(countWords(rows)).toBe(words);
});

it('countGroups counts groups as models, and the variants and aliases in them', () => {
  const rows = (...ids: readonly string[]) => countGroups(foldModels(ids.map((id) => aModel(id))));
  expect(rows('a/m')).toEqual({ models: 1, variants: 0, aliases: 0 });
  expect(rows('a/m', 'a/m:free', 'b/n')).toEqual({ models: 2, variants: 1, aliases: 0 });
});

it('countRows counts rows like the groups of the list', async () => {
  const models = await frozenModels();
  const rows = countRows(models, indexById(models));
  expect(rows).toEqual(countGroups(foldModels(models)));
  expect(rows).toEqual({ models: 337, variants: 72, aliases: 12 });
  expect(rows.models + rows.variants + rows.aliases).toBe(421);
});

it('countRows counts a variant without a listed base as a model, even in a part of the list', () => {
  const [base, batch, lone] = [aModel('a/m'), aModel('a/m:batch'), aModel('b/n:free')];
  const byId = indexById([base, batch, lone]);
  expect(countRows([batch, lone], byId)).toEqual({ models: 1, variants: 1, aliases: 0 });
});
