import { CATEGORIES, type Category } from '../../catalog/categories.ts';
import { models, modelsInCategory, snapshot } from '../../site/queries/catalog.ts';
import { history, retiredModels } from '../../site/queries/history.ts';
import { answerHead } from '../write-head.ts';
import { listEntryOf } from '../paged-models.ts';
import type { ListEntry } from '../record/record.ts';
import { writeChange } from './change-record.ts';
import type { CatalogAnswer, CategoryAnswer, ChangesAnswer, RetiredAnswer } from './list-schemas.ts';

/** Files for machines with many models or changes. `site` is the address of this site. */

export async function catalogAnswer(site: URL | undefined): Promise<CatalogAnswer> {
  const present = await snapshot();
  const listed = (await models()).map((model) => listEntryOf({ kind: 'listed', model }, site));
  return { ...answerHead(present), scope: present.scope, models: await Promise.all(listed) };
}

export async function retiredAnswer(site: URL | undefined): Promise<RetiredAnswer> {
  const retired = (await retiredModels()).map((one) =>
    listEntryOf({ kind: 'retired', model: one.model, retired: one }, site),
  );
  return { ...answerHead(await snapshot()), models: await Promise.all(retired) };
}

export async function categoryAnswer(category: Category, site: URL | undefined): Promise<CategoryAnswer> {
  const [present, ranked] = await Promise.all([snapshot(), modelsInCategory(category)]);
  const entries = await Promise.all(ranked.map((model) => listEntryOf({ kind: 'listed', model }, site)));
  return {
    ...answerHead(present),
    category,
    label: CATEGORIES[category].label,
    origin: present.categoriesOrigin,
    note: present.categoriesNote,
    problem: present.categories[category].problem,
    models: entries.flatMap((entry) => rankedEntry(entry, category)),
  };
}

function rankedEntry(entry: ListEntry, category: Category) {
  const { id, name, author, prices, context, max_output, links, category_ranks: ranks } = entry;
  const place = ranks[category];
  return place === undefined
    ? []
    : [{ rank: place.rank, id, name, author, prices, context, max_output, links }];
}

export async function changesAnswer(): Promise<ChangesAnswer> {
  const [present, { since, changes }] = await Promise.all([snapshot(), history()]);
  return { ...answerHead(present), since, changes: changes().map(writeChange) };
}
