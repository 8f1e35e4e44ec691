import { foldModels, type ModelGroup } from '../../catalog/group.ts';
import { once } from '../../catalog/once.ts';
import { outputsOf } from '../../catalog/outputs.ts';
import { models } from './catalog.ts';

export interface OutputModels {
  readonly output: string;
  /** The models with this output, variants folded. */
  readonly groups: readonly ModelGroup[];
}

/** Every output that has a page, including those without a listed model. */
export const outputs = once(async (): Promise<readonly OutputModels[]> => {
  const all = await models();
  return outputsOf(all).map((output) => ({
    output,
    groups: foldModels(all.filter(({ outputModalities }) => outputModalities.includes(output))),
  }));
});
