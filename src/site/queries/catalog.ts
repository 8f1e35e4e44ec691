import { getCollection, getEntry } from 'astro:content';
import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import { fullPrompts, indexedPrices, paretoFrontier, type PricedModel } from '../../catalog/frontier.ts';
import { countGroups, foldModels, groupBaseOf, type ModelGroup, type RowCount } from '../../catalog/group.ts';
import { alternativesAmong } from '../../catalog/alternatives.ts';
import { once } from '../../catalog/once.ts';
import { standingsAmong, type Standings } from '../../catalog/standing.ts';
import { labelAuthors } from '../../catalog/names.ts';
import { sortForLists } from '../../catalog/sort.ts';
import { sortText } from '../../catalog/compare.ts';
import type { Author, Model, ModelId } from '../../catalog/model.ts';
import { SNAPSHOT_ID, type SnapshotEntry } from '../../loaders/catalog.ts';
import { familyStepsAmong } from '../family-steps.ts';
import { assignMonograms, type Monogram } from '../../catalog/monogram.ts';

/**
 * The only reader of the content collections, for pages, components and feeds. Each result is computed once a
 * build.
 */

/** Groups on one page of the paginated index. */
export const PAGE_SIZE = 500;

/** The snapshot without its models. */
export const snapshot = once(async (): Promise<SnapshotEntry> => {
  const entry = await getEntry('snapshot', SNAPSHOT_ID);
  if (!entry)
    throw new Error('The snapshot collection is empty. Look for an error of the loader above this one.');
  return entry.data;
});

/** Every listed row, including variants and aliases, sorted by popularity, then newest first, then by id. */
export const models = once(async (): Promise<readonly Model[]> => {
  const entries = await getCollection('models');
  return sortForLists(entries.map((entry) => entry.data));
});

export const modelById = once(
  async (): Promise<ReadonlyMap<ModelId, Model>> =>
    new Map((await models()).map((model) => [model.id, model])),
);

/** Base models with the variants and aliases that fold under them. */
export const groups = once(async (): Promise<readonly ModelGroup[]> => foldModels(await models()));

const groupByBase = once(
  async (): Promise<ReadonlyMap<ModelId, ModelGroup>> =>
    new Map((await groups()).map((group) => [group.base.id, group])),
);

/** The group that contains a listed model, as base or member. */
export async function groupOf(model: Model): Promise<ModelGroup | null> {
  const base = groupBaseOf(model, await modelById());
  return (await groupByBase()).get(base.id) ?? null;
}

/** The number of listed rows. */
export const listedCount = once(async (): Promise<RowCount> => countGroups(await groups()));

export interface AuthorModels {
  readonly author: Author;
  readonly groups: readonly ModelGroup[];
  /** Listed rows, folded ones included. */
  readonly count: RowCount;
}

/** Authors by name, each with the groups whose base model is theirs. */
export const authors = once(async (): Promise<readonly AuthorModels[]> => {
  const bySlug = Map.groupBy(await groups(), ({ base }) => base.author.slug);
  return [...bySlug.values()]
    .flatMap((own) => (own[0] ? [{ author: own[0].base.author, groups: own, count: countGroups(own) }] : []))
    .sort((a, b) => (sortText(a.author.name) < sortText(b.author.name) ? -1 : 1));
});

/** Labels of listed authors that are unique among authors, by slug. */
export const authorLabels = once(async (): Promise<ReadonlyMap<string, string>> =>
  labelAuthors((await authors()).map(({ author }) => author)),
);

export const monograms = once(async (): Promise<ReadonlyMap<string, Monogram>> =>
  assignMonograms((await authors()).map(({ author }) => author)),
);

/** A category's models in the endpoint's order, without folding. Leaves out ids that are not listed. */
export async function modelsInCategory(category: Category): Promise<readonly Model[]> {
  const [{ categories }, byId] = await Promise.all([snapshot(), modelById()]);
  return (categories[category].ids ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** The number of rows in the popularity ranking. */
export const rankedCount = once(
  async (): Promise<number> => (await models()).filter(({ popularity }) => popularity !== null).length,
);

/** The number of rows that each category ranks. */
export const categoryCounts = once(async (): Promise<Readonly<Record<Category, number>>> => {
  const counts = await Promise.all(
    CATEGORY_NAMES.map(async (name) => [name, (await modelsInCategory(name)).length] as const),
  );
  return Object.fromEntries(counts) as Record<Category, number>;
});

/** Finds cheaper models and replacements among the listed ones. */
export const alternatives = once(async () => alternativesAmong(await models()));

/** Finds the next model up and down in the family of a model. */
export const familySteps = once(async () => familyStepsAmong(await models()));

const standingsOf = once(async () => standingsAmong(await models()));

/** A model's prices and limits compared with those of other models; `null` without such models. */
export async function standingsFor(model: Model): Promise<Standings | null> {
  return (await standingsOf())(model);
}

export interface Frontier {
  readonly points: readonly PricedModel[];
  /** The Pareto frontier, lowest value first. */
  readonly frontier: readonly PricedModel[];
}

/** The context of every paid text model, and the price of a prompt that fills it. */
export const contextFrontier = once(async (): Promise<Frontier> => withFrontier(fullPrompts(await models())));

/** The intelligence index of every paid text model that has one, and its blended price. */
export const indexFrontier = once(async (): Promise<Frontier> => withFrontier(indexedPrices(await models())));

function withFrontier(points: readonly PricedModel[]): Frontier {
  return { points, frontier: paretoFrontier(points) };
}
