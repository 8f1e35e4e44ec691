import { costedOf } from '../catalog/cost/cost.ts';
import { once } from '../catalog/once.ts';
import { packCosts, type CostsFile } from '../search/index/costs-file.ts';
import { packMostUsed } from '../search/index/most-used-file.ts';
import { digest } from './digest.ts';
import { alternatives, models } from './queries/catalog.ts';
import { retiredModels } from './queries/history.ts';

/** What the costs of the listed models depend on. Lists load it when a workload is set. */
export const costsFile = once(async (): Promise<CostsFile> =>
  packCosts(
    (await models()).map((model) => [model.id, costedOf(model)]),
    { areLast: false, digest },
  ),
);

/** The same of retired models, at their last known prices. */
export const retiredCostsFile = once(async (): Promise<CostsFile> =>
  packCosts(
    (await retiredModels()).map(({ model }) => [model.id, costedOf(model)]),
    { areLast: true, digest },
  ),
);

/** The URLs of the files, which contain the build of the page. */
export const costsPath = async (): Promise<string> => `/models/costs.json?${(await costsFile()).build}`;
export const retiredCostsPath = async (): Promise<string> =>
  `/retired/costs.json?${(await retiredCostsFile()).build}`;

/** What the closest of the most used models are found by. Pages of models load it when a workload is set. */
export const mostUsedFile = once(async () => packMostUsed((await alternatives()).mostUsed, digest));

export const mostUsedPath = async (): Promise<string> =>
  `/models/most-used.json?${(await mostUsedFile()).build}`;
