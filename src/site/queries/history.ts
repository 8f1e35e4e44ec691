import { root } from 'astro:config/server';
import { addressOf } from '../../catalog/address.ts';
import { sortText } from '../../catalog/compare.ts';
import type { Facts } from '../../catalog/facts.ts';
import { groupBaseOf } from '../../catalog/group.ts';
import type { Author, Model, ModelId } from '../../catalog/model.ts';
import { assignMonograms, type Monogram } from '../../catalog/monogram.ts';
import { authorNames, labelAuthors } from '../../catalog/names.ts';
import { once } from '../../catalog/once.ts';
import { compareText } from '../../catalog/order.ts';
import { modelFromFacts } from '../../catalog/past-model.ts';
import { baseIdOf, splitId } from '../../catalog/id.ts';
import type { Between, Change } from '../../history/change.ts';
import { betweenOf } from '../../history/fold.ts';
import { historyFrom, type History, type NotAskedFor } from '../../history/history.ts';
import type { Retired } from '../../history/model-history.ts';
import { netMoves, type NetMove } from '../../history/net-moves.ts';
import { daysEarlier } from '../../history/time.ts';
import { loadHistory } from '../../loaders/recorded.ts';
import { arrivalsAmong, type Arrival } from '../arrivals.ts';
import { authors, modelById, monograms, snapshot, type AuthorModels } from './catalog.ts';

/** What pages, components and feeds ask of the past. Each answer is computed once a build. */

/** "This week", and "recently". */
const WEEK_DAYS = 7;
export const RECENT_DAYS = 30;

/** Everything that the ledger tells, as of the snapshot. */
export const history = once(async (): Promise<History> => {
  const [{ factsJson, ...present }, listed] = await Promise.all([snapshot(), modelById()]);
  const { capturedAt, quarantined } = present;
  const facts = new Map(JSON.parse(factsJson) as readonly (readonly [ModelId, Facts])[]);
  // Of two rows of one id the first is listed and the other is in quarantine.
  const unread = new Set(quarantined.map(({ id }) => id).filter((id) => !listed.has(id)));
  return historyFrom(await loadHistory(root, { ...present, facts }), capturedAt, unread);
});

/** A model that is not listed, made of its last known facts. */
interface Past {
  readonly id: ModelId;
  readonly facts: Facts;
}

/** A model that was listed once and is not any more, with what is left of it. */
export interface RetiredModel extends Retired {
  readonly model: Model;
}

/** The last to go first. */
export const retiredModels = once(async (): Promise<readonly RetiredModel[]> =>
  withModels((await history()).retiredModels()),
);

/** A model of which this capture says nothing, with its last known facts. */
export interface NotAskedForModel extends NotAskedFor {
  readonly model: Model;
}

/** Models that were listed when last seen and of which this capture says nothing. They have a page and are in no count. */
export const notAskedFor = once(async (): Promise<readonly NotAskedForModel[]> =>
  withModels((await history()).notAskedFor()),
);

const notAskedForById = once(
  async (): Promise<ReadonlyMap<ModelId, NotAskedForModel>> =>
    new Map((await notAskedFor()).map((one) => [one.id, one])),
);

/** Those of the past that have an address of their own, as models, under the names that their authors have now. */
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

/** An author with what is listed and what is retired. */
export interface EveryAuthor extends AuthorModels {
  /** The last to go first. */
  readonly retired: readonly RetiredModel[];
}

/** Everybody who has or ever had a model listed: those who have, then the others, each by name. */
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

/** What each author, listed or retired, is called where authors stand side by side, by slug. */
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

/** How many retired models bear each name. */
export const retiredNameCounts = once(async (): Promise<ReadonlyMap<string, number>> => {
  const byName = Map.groupBy(await retiredModels(), ({ model }) => model.name);
  return new Map([...byName].map(([name, all]) => [name, all.length]));
});

/** A model that has a page: listed, retired or not asked for. */
export async function modelWithPage(id: ModelId): Promise<Model | null> {
  const past = (await retiredById()).get(id) ?? (await notAskedForById()).get(id);
  return (await modelById()).get(id) ?? past?.model ?? null;
}

/** The monogram of an author of any model with a page. */
export async function monogramOf(author: string): Promise<Monogram | null> {
  return (await monograms()).get(author) ?? (await pastMonograms()).get(author) ?? null;
}

const pastMonograms = once(async () =>
  assignMonograms([...(await retiredModels()), ...(await notAskedFor())].map(({ model }) => model.author)),
);

/** The changes of the last 30 days that can be dated. */
export const recentChanges = once(async (): Promise<readonly Change[]> =>
  (await history()).recent(RECENT_DAYS),
);

/** The changes of the last seven days that can be dated. */
const changesThisWeek = once(async (): Promise<readonly Change[]> => (await history()).recent(WEEK_DAYS));

/** The two last captures, where they are too far apart to date what happened between them. */
export const undatedGap = once(async (): Promise<Between | null> => {
  const [last, before] = (await history()).captures.toReversed();
  if (!last || !before) return null;
  const between = betweenOf({ after: before.at, by: last.at });
  return between.isDated ? null : between;
});

/** What was found in the last 30 days and cannot be dated, newest first. */
export const undatedChanges = once(async (): Promise<readonly Change[]> => {
  const { changes, now } = await history();
  return changes({ after: daysEarlier(now, RECENT_DAYS) }).filter(({ between }) => !between.isDated);
});

/** Prices that are known not to be what they were 30 days ago, by model. */
export const recentMoves = once(
  async (): Promise<ReadonlyMap<ModelId, NetMove>> =>
    new Map((await movesOfDays(RECENT_DAYS)).map((move) => [move.id, move])),
);

/** Also looks at what has no date, because the price after it is not the one that was known before. */
async function movesOfDays(days: number): Promise<readonly NetMove[]> {
  const { changes, now } = await history();
  return netMoves(changes({ after: daysEarlier(now, days) }));
}

export interface ChangeMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Newest first. */
  readonly changes: readonly Change[];
}

/** Every month that the ledger has captures of, the last one first. */
export const changeMonths = once(async (): Promise<readonly ChangeMonth[]> => {
  const { captures, changes } = await history();
  const byMonth = Map.groupBy(changes(), ({ between }) => between.by.slice(0, 7));
  const months = new Set(captures.map(({ at }) => at.slice(0, 7)));
  return [...months]
    .sort()
    .reverse()
    .map((month) => ({ month, changes: byMonth.get(month) ?? [] }));
});

/** Models with a page of which anything ever changed. */
export const modelsWithChanges = once(async (): Promise<readonly Model[]> => {
  const { historyOf } = await history();
  const past = [...(await retiredModels()), ...(await notAskedFor())].map(({ model }) => model);
  const all = [...(await modelById()).values(), ...past];
  return all.filter(({ id }) => (historyOf(id)?.changes.length ?? 0) > 0);
});

/** What is new in the list since 30 days, each with its own date. */
export const arrivals = once(async (): Promise<ReadonlyMap<ModelId, Arrival>> => {
  const { now } = await history();
  return arrivalsAmong({
    listed: await modelById(),
    recent: await recentChanges(),
    since: daysEarlier(now, RECENT_DAYS),
  });
});

/**
 * How many listed models changed in the last seven days, or in the gap between the two last captures where that is longer. A model
 * and its variants are one.
 */
export const changedModels = once(
  async (): Promise<{ readonly count: number; readonly gap: Between | null }> => {
    const [gap, byId] = await Promise.all([undatedGap(), modelById()]);
    const changes = gap === null ? await changesThisWeek() : (await history()).changes({ from: gap.by });
    return { count: await modelsChanged(changes.filter(({ id }) => byId.has(id))), gap };
  },
);

/** How many models changes are about; a model, its variants and its aliases are one. */
export async function modelsChanged(changes: readonly Change[]): Promise<number> {
  const byId = await modelById();
  const baseOf = (id: ModelId): ModelId => {
    const model = byId.get(id);
    return model ? groupBaseOf(model, byId).id : baseIdOf(id);
  };
  return new Set(changes.map(({ id }) => baseOf(id))).size;
}
