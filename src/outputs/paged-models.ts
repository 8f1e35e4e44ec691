import { pathOf } from '../catalog/address.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { once } from '../catalog/once.ts';
import { modelFeedPath } from '../site/feed-links.ts';
import {
  alternatives,
  categoryCounts,
  familySteps,
  modelById,
  models,
  rankedCount,
  snapshot,
} from '../site/queries/catalog.ts';
import {
  history,
  notAskedFor,
  retiredModels,
  type NotAskedForModel,
  type RetiredModel,
} from '../site/queries/history.ts';
import { replacementOf } from '../site/queries/replacements.ts';
import {
  absoluteUrl,
  modelHistoryPath,
  modelMarkdownPath,
  modelPath,
  modelRecordPath,
  openRouterUrl,
} from '../site/urls.ts';
import { historyAnswer, type HistoryAnswer } from './api/history.ts';
import { modelMarkdown } from './markdown/model-markdown.ts';
import { listEntry, modelRecord, type RecordContext } from './write-record.ts';
import type { RankedCounts } from './record/field-output.ts';
import type { ListEntry, ModelRecord } from './record/record.ts';

/** A model with a page. */
export type Paged =
  | { readonly kind: 'listed'; readonly model: Model }
  | { readonly kind: 'retired'; readonly model: Model; readonly retired: RetiredModel }
  | { readonly kind: 'not-asked-for'; readonly model: Model; readonly known: NotAskedForModel };

/** Every model with a page, by the path under `/models/`. */
export const recordedModels = once(
  async (): Promise<ReadonlyMap<string, Paged>> =>
    new Map(
      [
        ...(await models()).map((model): Paged => ({ kind: 'listed', model })),
        ...(await retiredModels()).map((retired): Paged => ({
          kind: 'retired',
          model: retired.model,
          retired,
        })),
        ...(await notAskedFor()).map((known): Paged => ({
          kind: 'not-asked-for',
          model: known.model,
          known,
        })),
      ].map((paged) => [pathOf(paged.model.id), paged]),
    ),
);

/** The paths of files that every model with a page has, for `getStaticPaths`. */
export const recordedPaths = async () =>
  [...(await recordedModels())].map(([path, paged]) => ({
    params: { path },
    props: { model: paged.model, paged },
  }));

/** The record of a model with a page. `site` is the address of this site. */
export async function recordOf(paged: Paged, site: URL | undefined): Promise<ModelRecord> {
  return modelRecord(paged.model, {
    ...(await contextOf(paged, site)),
    alternatives: paged.kind === 'listed' ? await alternativesOf(paged.model) : null,
  });
}

/** The same for lists. */
export async function listEntryOf(paged: Paged, site: URL | undefined): Promise<ListEntry> {
  return listEntry(paged.model, await contextOf(paged, site));
}

/** Every change and every price of a model with a page. */
export async function historyAnswerOf(paged: Paged, site: URL | undefined): Promise<HistoryAnswer> {
  return historyAnswer(paged.model, await contextOf(paged, site));
}

/** The page of a model as Markdown. */
export async function markdownOf(paged: Paged, site: URL | undefined): Promise<string> {
  return modelMarkdown(paged.model, {
    ...(await contextOf(paged, site)),
    base: (await modelById()).get(paged.model.baseId) ?? null,
    addressOf: (id) => absoluteUrl(modelMarkdownPath(id), site),
  });
}

async function contextOf(paged: Paged, site: URL | undefined): Promise<RecordContext> {
  const { model } = paged;
  const [present, counts, { historyOf }, variants] = await Promise.all([
    snapshot(),
    rankedCounts(),
    history(),
    variantsByBase(),
  ]);
  const status = statusOf(paged);
  const feed = modelFeedPath(model.id);
  return {
    snapshot: present,
    counts,
    status,
    replacement: status.kind === 'retiring' || status.kind === 'retired' ? await replacementFor(model) : null,
    variants: (variants.get(model.baseId) ?? []).filter(({ id }) => id !== model.id),
    history: historyOf(model.id),
    monthEnds: await monthEnds(),
    links: {
      page: absoluteUrl(modelPath(model.id), site),
      json: absoluteUrl(modelRecordPath(model.id), site),
      markdown: absoluteUrl(modelMarkdownPath(model.id), site),
      history: absoluteUrl(modelHistoryPath(model.id), site),
      openrouter: openRouterUrl(model.id),
      feeds: {
        rss: absoluteUrl(`${feed}.xml`, site),
        atom: absoluteUrl(`${feed}.atom`, site),
        json: absoluteUrl(`${feed}.json`, site),
      },
    },
  };
}

const rankedCounts = once(async (): Promise<RankedCounts> => ({
  popularity: await rankedCount(),
  categories: await categoryCounts(),
}));

const variantsByBase = once(async (): Promise<ReadonlyMap<ModelId, readonly Model[]>> =>
  Map.groupBy(
    (await models()).filter(({ variant }) => variant !== null),
    ({ baseId }) => baseId,
  ),
);

/** The last capture of each month, oldest first. */
const monthEnds = once(async (): Promise<readonly string[]> => {
  const byMonth = new Map((await history()).captures.map(({ at }) => [at.slice(0, 7), at]));
  return [...byMonth.values()];
});

async function replacementFor(model: Model): Promise<ModelRecord['replacement']> {
  const replacement = await replacementOf(model);
  if (replacement === null) return null;
  const { id, name } = replacement.model;
  return { id, name, reason: replacement.reason.kind };
}

async function alternativesOf(model: Model): Promise<NonNullable<ModelRecord['alternatives']>> {
  const [{ sameAtAnyCost }, stepsOf] = await Promise.all([alternatives(), familySteps()]);
  return {
    same_features: [...sameAtAnyCost(model)],
    family: stepsOf(model).map((step) => ({
      id: step.model.id,
      has_all: step.isUp,
      takes_all: step.isDown,
    })),
  };
}

function statusOf(paged: Paged): ModelRecord['status'] {
  switch (paged.kind) {
    case 'listed': {
      const { expiration } = paged.model;
      return expiration === null ? { kind: 'listed' } : { kind: 'retiring', on: expiration };
    }
    case 'retired': {
      const { gone, lastSeen, renamedTo } = paged.retired;
      const { after, by, isDated } = gone;
      return { kind: 'retired', after, by, is_dated: isDated, last_seen: lastSeen, renamed_to: renamedTo };
    }
    case 'not-asked-for': {
      const { lastSeen, reason } = paged.known;
      return { kind: 'not-asked-for', last_seen: lastSeen, reason };
    }
  }
}
