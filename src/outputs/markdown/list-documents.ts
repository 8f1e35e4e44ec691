import { CATEGORIES, CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import { date } from '../../catalog/figures.ts';
import { modalityInfo } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { authors, modelsInCategory, models, snapshot, listedCount } from '../../site/queries/catalog.ts';
import { RECENT_DAYS, recentChanges } from '../../site/queries/changes.ts';
import { retiredModels, type EveryAuthor } from '../../site/queries/history.ts';
import { outputs } from '../../site/queries/outputs.ts';
import { retiringByUse } from '../../site/queries/retiring.ts';
import {
  absoluteUrl,
  authorPath,
  categoryPath,
  listMarkdownPath,
  modelMarkdownPath,
} from '../../site/urls.ts';
import { countWords } from '../../site/words/counts.ts';
import { changesList, listDocument, modelsTable, PRICE_UNIT, retiredTable, retiringTable } from './lists.ts';
import { bullets, link } from './markup.ts';

/** The lists of the site as Markdown. `site` is the address of this site. */
type Site = URL | undefined;

const addresses = (site: Site) => (id: string) => absoluteUrl(modelMarkdownPath(id), site);

const asOf = async (): Promise<string> => `Data as of ${date((await snapshot()).capturedAt)}.`;

const table = (some: readonly Model[], site: Site): string => modelsTable(some, addresses(site));

export async function modelsDocument(site: Site): Promise<string> {
  const about = `Every model that OpenRouter lists, most used first: ${countWords(await listedCount())}.`;
  return listDocument('Models', `${about} ${await asOf()} ${PRICE_UNIT}`, table(await models(), site));
}

export async function authorsDocument(site: Site): Promise<string> {
  return listDocument(
    'Authors',
    `Who makes the listed models. ${await asOf()}`,
    bullets(
      (await authors()).map(({ author, count }) => [
        link(author.name, absoluteUrl(listMarkdownPath(authorPath(author.slug)), site)),
        `: ${countWords(count)}`,
      ]),
    ),
  );
}

const modelsByAuthor = once(async () => Map.groupBy(await models(), ({ author }) => author.slug));

export async function authorDocument({ author, retired }: EveryAuthor, site: Site): Promise<string> {
  const listed = (await modelsByAuthor()).get(author.slug) ?? [];
  return listDocument(
    `Models by ${author.name}`,
    `${await asOf()} ${PRICE_UNIT}`,
    listed.length === 0 ? 'None is listed.' : table(listed, site),
    retired.length === 0 ? null : '## Retired',
    retired.length === 0 ? null : retiredTable(retired, addresses(site)),
  );
}

export async function categoriesDocument(site: Site): Promise<string> {
  return listDocument(
    'Categories',
    `The most used models for each kind of work. ${await asOf()}`,
    bullets(
      CATEGORY_NAMES.map((name) => [
        link(CATEGORIES[name].label, absoluteUrl(listMarkdownPath(categoryPath(name)), site)),
        `: ${CATEGORIES[name].about}`,
      ]),
    ),
  );
}

export async function categoryDocument(category: Category, site: Site): Promise<string> {
  const { categories, categoriesOrigin } = await snapshot();
  const { label, about } = CATEGORIES[category];
  const order =
    categories[category].ids === null
      ? 'The order could not be loaded when this site was built.'
      : categoriesOrigin === 'stand-in'
        ? 'The order is a stand-in, not measured use.'
        : 'Most used first.';
  const ranked = await modelsInCategory(category);
  return listDocument(
    label,
    `${about} ${order} ${await asOf()} ${PRICE_UNIT}`,
    ranked.length === 0 ? null : table(ranked, site),
  );
}

export async function outputDocument(output: string, site: Site): Promise<string> {
  const giving = (await models()).filter(({ outputModalities }) => outputModalities.includes(output));
  return listDocument(
    `Models that give ${modalityInfo(output).noun}`,
    `${await asOf()} ${PRICE_UNIT}`,
    giving.length === 0 ? 'None is listed.' : table(giving, site),
  );
}

export const outputNames = async (): Promise<readonly string[]> =>
  (await outputs()).map(({ output }) => output);

export async function retiredDocument(site: Site): Promise<string> {
  return listDocument(
    'Retired models',
    `Models that OpenRouter listed once and lists no longer, most recently removed first. ${await asOf()} ${PRICE_UNIT}`,
    retiredTable(await retiredModels(), addresses(site)),
  );
}

export async function retiringDocument(site: Site): Promise<string> {
  return listDocument(
    'Retiring models',
    `Listed models with a removal date. Most removals are never announced. ${await asOf()}`,
    retiringTable(await retiringByUse(), addresses(site)),
  );
}

export async function changesDocument(): Promise<string> {
  return listDocument(
    'Changes',
    `Changes of the last ${RECENT_DAYS} days, newest first. ${await asOf()}`,
    changesList(await recentChanges()),
  );
}
