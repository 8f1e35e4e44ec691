import { metaDescription } from '../catalog/describe.ts';
import type { Model } from '../catalog/model.ts';
import { headlineOf } from '../catalog/names.ts';
import { date } from '../catalog/format.ts';
import { feedLink, modelFeed } from './feed-links.ts';
import type { PageHead } from './head.ts';
import { modelById } from './queries/catalog.ts';
import {
  everyAuthor,
  retiredNameCounts,
  type NotAskedForModel,
  type RetiredModel,
} from './queries/history.ts';
import { modelThing, type Crumb } from './structured-data.ts';
import { authorPath, modelMarkdownPath, modelPath, modelRecordPath } from './urls.ts';
import { dayWords, notAskedForTag } from './words/history.ts';

/** The head of a listed model's page. */
export async function listedHead(model: Model): Promise<PageHead> {
  const base = (await modelById()).get(model.baseId) ?? null;
  const isMain = model.variant === null && !model.isAlias;
  return {
    ...commonHead(model),
    data: { parents: await parentsOf(model), name: headlineOf(model), about: modelThing(model) },
    title: isMain ? `${headlineOf(model)}: price, context and limits` : `${headlineOf(model)} (${model.id})`,
    description: metaDescription(model, '', base),
  };
}

/** The head of a retired model's page. */
export async function retiredHead({ model, gone, renamedTo }: RetiredModel): Promise<PageHead> {
  const hasOwnName = (await retiredNameCounts()).get(model.name) === 1;
  return {
    ...commonHead(model),
    data: { parents: await parentsOf(model, true), name: headlineOf(model) },
    title: `${headlineOf(model)}${hasOwnName ? '' : ` (${model.id})`}: retired`,
    description: metaDescription(model, `${renamedTo === null ? 'Removed' : 'Renamed'}: ${dayWords(gone)}. `),
  };
}

/** The head of the page of a model that the capture did not ask for. */
export async function notAskedForHead(known: NotAskedForModel): Promise<PageHead> {
  const { model, lastSeen } = known;
  return {
    ...commonHead(model),
    data: { parents: await parentsOf(model), name: headlineOf(model) },
    title: `${headlineOf(model)} (${model.id}): ${notAskedForTag(known)}`,
    description: metaDescription(model, `Last seen on ${date(lastSeen)}. `),
  };
}

/** The pages above the page of a model. An author without listed or retired models has no page. */
export async function parentsOf({ author }: Model, isRetired = false): Promise<readonly Crumb[]> {
  const hasAuthorPage = (await everyAuthor()).some((entry) => entry.author.slug === author.slug);
  return [
    { label: 'Models', path: '/models/' },
    ...(isRetired ? [{ label: 'Retired', path: '/retired/' }] : []),
    { label: author.name, path: hasAuthorPage ? authorPath(author.slug) : null },
  ];
}

function commonHead(model: Model): Pick<PageHead, 'canonicalPath' | 'feeds' | 'alternates'> {
  return {
    canonicalPath: modelPath(model.id),
    feeds: [feedLink(modelFeed(model))],
    alternates: [
      { path: modelRecordPath(model.id), type: 'application/json', title: 'This model as JSON' },
      { path: modelMarkdownPath(model.id), type: 'text/markdown' },
    ],
  };
}
