import { outputPathOf } from '../../catalog/address.ts';
import { foldModels, type ModelGroup } from '../../catalog/group.ts';
import { outputsOf } from '../../catalog/outputs.ts';
import { once } from '../once.ts';
import { models } from '../queries.ts';

export interface OutputModels {
  readonly output: string;
  /** Its part of the address. */
  readonly slug: string;
  /** The models that give it, variants folded. */
  readonly groups: readonly ModelGroup[];
}

/** File systems stop at 255 bytes a name. */
const MAX_SLUG_LENGTH = 200;

/** Every output with a page, also those that no listed model gives. */
export const outputs = once(async (): Promise<readonly OutputModels[]> => {
  const all = await models();
  return outputsOf(all)
    .map((output) => ({
      output,
      slug: outputPathOf(output),
      groups: foldModels(all.filter(({ outputModalities }) => outputModalities.includes(output))),
    }))
    .filter(({ slug }) => slug.length > 0 && slug.length <= MAX_SLUG_LENGTH);
});
