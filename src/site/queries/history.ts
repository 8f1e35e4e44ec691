import { root } from 'astro:config/server';
import { addressOf } from '../../catalog/address.ts';
import { sortText } from '../../catalog/compare.ts';
import type { Facts } from '../../catalog/facts.ts';
import type { Author, Model, ModelId } from '../../catalog/model.ts';
import { assignMonograms, type Monogram } from '../../catalog/monogram.ts';
import { authorNames, labelAuthors } from '../../catalog/names.ts';
import { once } from '../../catalog/once.ts';
import { compareText } from '../../catalog/order.ts';
import { modelFromFacts } from '../../catalog/past-model.ts';
import { splitId } from '../../catalog/id.ts';
import { isGiven } from '../../catalog/price.ts';
import { historyFrom, type History, type NotAskedFor } from '../../history/history.ts';
import type { Retired } from '../../history/model-history.ts';
import { priceRecordOf, type PriceRecord } from '../../history/price-record.ts';
import { loadHistory } from '../../loaders/recorded.ts';
import { authors, modelById, monograms, snapshot, type AuthorModels } from './catalog.ts';
import { listedFacts } from './facts.ts';

/**
 * Queries for past models and authors, for pages, components and feeds. Each result is computed once a build.
 */

/** The history from the ledger, as of the snapshot. */
export const history = once(async (): Promise<History> => {
  const [present, listed, facts] = await Promise.all([snapshot(), modelById(), listedFacts()]);
  const { capturedAt, quarantined } = present;
  // If two rows share an id, the first is listed and the other is quarantined.
  const unread = new Set(quarantined.map(({ id }) => id).filter((id) => !listed.has(id)));
  return historyFrom(await loadHistory(root, { ...present, facts }), capturedAt, unread);
});

/** A model that is not listed, made from its last known facts. */
interface Past {
  readonly id: ModelId;
  readonly facts: Facts;
}

/** A retired model with its last known facts. */
export interface RetiredModel extends Retired {
  readonly model: Model;
}

/** Most recently retired first. */
export const retiredModels = once(async (): Promise<readonly RetiredModel[]> =>
  withModels((await history()).retiredModels()),
);

/** A model that was not asked for, with its last known facts. */
export interface NotAskedForModel extends NotAskedFor {
  readonly model: Model;
}

/**
 * Models that were listed when last seen and that this capture does not cover. They have a page and are not
 * counted.
 */
export const notAskedFor = once(async (): Promise<readonly NotAskedForModel[]> =>
  withModels((await history()).notAskedFor()),
);

const notAskedForById = once(
  async (): Promise<ReadonlyMap<ModelId, NotAskedForModel>> =>
    new Map((await notAskedFor()).map((one) => [one.id, one])),
);

/** Past ids that have a valid URL, as models with the current names of their authors. */
async function withModels<T extends Past>(
  past: readonly T[],
): Promise<readonly (T & { readonly model: Model })[]> {
  const paths = new Set([...(await modelById()).keys()].map((id) => addressOf(id).path));
  const shown = past.filter(({ id }) => !paths.has(addressOf(id).path) && addressOf(id).path !== null);
  const names = new Map([
    ...authorNames(shown.map(({ id, facts }) => ({ id, name: facts.name, created: facts.created }))),
    ...(await authors()).map(({ author }) => [author.slug, author.name] as const),
  ]);
  const authorOf = (id: ModelId): Author => {
    const slug = splitId(id)?.author ?? '';
    return { slug, name: names.get(slug) ?? slug };
  };
  return shown.map((one) => ({ ...one, model: modelFromFacts(one.id, one.facts, authorOf(one.id)) }));
}

const retiredById = once(
  async (): Promise<ReadonlyMap<ModelId, RetiredModel>> =>
    new Map((await retiredModels()).map((retired) => [retired.id, retired])),
);

/** Every model that is listed or retired. */
export const everyModelById = once(
  async (): Promise<ReadonlyMap<ModelId, Model>> =>
    new Map([
      ...(await retiredModels()).map(({ model }) => [model.id, model] as const),
      ...(await modelById()),
    ]),
);

const NO_ROWS = { models: 0, variants: 0, aliases: 0 };

/** An author with listed and retired models. */
export interface EveryAuthor extends AuthorModels {
  /** Most recently retired first. */
  readonly retired: readonly RetiredModel[];
}

/**
 * Every author that has or had a model listed: those with listed models first, then the others, each sorted
 * by name.
 */
export const everyAuthor = once(async (): Promise<readonly EveryAuthor[]> => {
  const goneOf = Map.groupBy(await retiredModels(), ({ model }) => model.author.slug);
  const listed = (await authors()).map((entry) => ({
    ...entry,
    retired: goneOf.get(entry.author.slug) ?? [],
  }));
  const slugs = new Set(listed.map(({ author }) => author.slug));
  const gone = [...goneOf]
    .filter(([slug]) => !slugs.has(slug))
    .flatMap(([, retired]) =>
      retired[0] ? [{ author: retired[0].model.author, groups: [], count: NO_ROWS, retired }] : [],
    )
    .sort((a, b) => compareText(sortText(a.author.name), sortText(b.author.name)));
  return [...listed, ...gone];
});

/** Labels of all authors, listed or retired, that are unique among authors, by slug. */
export const everyAuthorLabels = once(async (): Promise<ReadonlyMap<string, string>> =>
  labelAuthors((await everyAuthor()).map(({ author }) => author)),
);

/** Display names of the authors of all models with a page. */
export const authorNamesBySlug = once(
  async (): Promise<ReadonlyMap<string, string>> =>
    new Map([
      ...(await notAskedFor()).map(({ model }) => [model.author.slug, model.author.name] as const),
      ...(await retiredModels()).map(({ model }) => [model.author.slug, model.author.name] as const),
      ...(await authors()).map(({ author }) => [author.slug, author.name] as const),
    ]),
);

/** How many retired models share each name. */
export const retiredNameCounts = once(async (): Promise<ReadonlyMap<string, number>> => {
  const byName = Map.groupBy(await retiredModels(), ({ model }) => model.name);
  return new Map([...byName].map(([name, all]) => [name, all.length]));
});

/** A model that has a page: listed, retired or not asked for. */
export async function modelWithPage(id: ModelId): Promise<Model | null> {
  const past = (await retiredById()).get(id) ?? (await notAskedForById()).get(id);
  return (await modelById()).get(id) ?? past?.model ?? null;
}

/**
 * The price changes of a model with a page; `null` where no price is known, without a history, and for an
 * alias, whose prices are those of its target.
 */
export async function priceRecordFor({ id, isAlias }: Model): Promise<PriceRecord | null> {
  const { historyOf, now } = await history();
  const known = isAlias ? null : historyOf(id);
  const hasPrice = known?.priceSteps.some(({ prices }) => isGiven(prices)) ?? false;
  return known && hasPrice ? priceRecordOf(known, now) : null;
}

/** The monogram of an author of any model with a page. */
export async function monogramOf(author: string): Promise<Monogram | null> {
  return (await monograms()).get(author) ?? (await pastMonograms()).get(author) ?? null;
}

const pastMonograms = once(async () =>
  assignMonograms([...(await retiredModels()), ...(await notAskedFor())].map(({ model }) => model.author)),
);
