import { CATEGORY_NAMES, type Category } from '../catalog/categories.ts';
import { countRows } from '../catalog/group.ts';
import type { Model } from '../catalog/model.ts';
import { once } from '../catalog/once.ts';
import { readConfig } from '../config.ts';
import type { PageHead } from '../site/head.ts';
import { modelById, models, modelsInCategory, snapshot } from '../site/queries/catalog.ts';
import {
  everyAuthor,
  everyModelById,
  history,
  notAskedFor,
  retiredModels,
  type EveryAuthor,
  type NotAskedForModel,
  type RetiredModel,
} from '../site/queries/history.ts';
import { altText, type PictureContent } from './content.ts';
import { PICTURES_FOLDER, PICTURE_SIZE, pictureFile } from './file.ts';
import { authorContent, categoryContent } from './list-content.ts';
import { modelContent, type ListingState } from './model-content.ts';
import type { PictureNode } from './nodes.ts';
import { pictureNode } from './template.ts';

/** The pictures that pages name in their heads, and the list of all of them. Nothing where they are off. */

type Pictured = Pick<PageHead, 'picture'>;

const areOn = once(() => readConfig().pictures);

export async function modelPicture(model: Model): Promise<Pictured> {
  return pictured(() => listedContent(model));
}

export async function retiredPicture(retired: RetiredModel): Promise<Pictured> {
  return pictured(() => retiredContent(retired));
}

export async function notAskedForPicture(known: NotAskedForModel): Promise<Pictured> {
  return pictured(() => notAskedForContent(known));
}

export async function authorPicture(entry: EveryAuthor): Promise<Pictured> {
  return pictured(() => contentOfAuthor(entry));
}

export async function categoryPicture(category: Category): Promise<Pictured> {
  return pictured(() => contentOfCategory(category));
}

/** The trees of all pictures by file. */
export async function everyPicture(): Promise<ReadonlyMap<string, PictureNode>> {
  const contents = await Promise.all([
    ...(await models()).map(listedContent),
    ...(await retiredModels()).map(retiredContent),
    ...(await notAskedFor()).map(notAskedForContent),
    ...(await everyAuthor()).map(contentOfAuthor),
    ...CATEGORY_NAMES.map(contentOfCategory),
  ]);
  return new Map(
    contents.map((content) => {
      const tree = pictureNode(content);
      return [pictureFile(tree), tree];
    }),
  );
}

async function pictured(contentOf: () => Promise<PictureContent>): Promise<Pictured> {
  if (!areOn()) return {};
  const content = await contentOf();
  const path = `/${PICTURES_FOLDER}/${pictureFile(pictureNode(content))}`;
  return { picture: { path, alt: altText(content), ...PICTURE_SIZE } };
}

function listedContent(model: Model): Promise<PictureContent> {
  return contentOfModel(model, { kind: 'listed' });
}

function retiredContent({ model, gone, renamedTo }: RetiredModel): Promise<PictureContent> {
  return contentOfModel(model, { kind: renamedTo === null ? 'retired' : 'renamed', when: gone });
}

function notAskedForContent({ model, lastSeen }: NotAskedForModel): Promise<PictureContent> {
  return contentOfModel(model, { kind: 'seen', on: lastSeen });
}

async function contentOfModel(model: Model, state: ListingState): Promise<PictureContent> {
  const { historyOf, now } = await history();
  return modelContent(model, state, historyOf(model.id), now);
}

async function contentOfAuthor({ author, groups, count, retired }: EveryAuthor): Promise<PictureContent> {
  const rows = retired.map(({ model }) => model);
  return authorContent(author, { groups, count, retired: countRows(rows, await everyModelById()) });
}

async function contentOfCategory(category: Category): Promise<PictureContent> {
  const [ranked, { categoriesOrigin }] = await Promise.all([modelsInCategory(category), snapshot()]);
  return categoryContent(category, ranked, {
    isMeasured: categoriesOrigin === 'endpoint',
    count: countRows(ranked, await modelById()),
  });
}
