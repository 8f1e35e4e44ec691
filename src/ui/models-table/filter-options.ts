import { CAPABILITIES, hasCapability, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import { modalityInfo, orderModalities } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import { isFree } from '../../catalog/price.ts';
import { once } from '../../catalog/once.ts';
import { groups, models } from '../../site/queries/catalog.ts';

/** Something that the list of all models can be filtered by, with how many of its rows pass. */
interface Option {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Chip extends Option {
  /** Name of its field in the form. */
  readonly name: string;
}

interface FilterOptions {
  readonly chips: readonly Chip[];
  readonly outputs: readonly Option[];
}

/** The same on every page of the list, so that the rows are counted once. */
export const filterOptions = once(async (): Promise<FilterOptions> => {
  const all = await groups();
  const count = (test: (model: Model) => boolean): number =>
    all.filter(({ base, members }) => test(base) || members.some(test)).length;
  return {
    chips: [
      {
        name: 'takes',
        value: 'image',
        label: 'Takes images',
        count: count((model) => hasCapability(model, 'vision')),
      },
      ...ROW_CAPABILITIES.map((key) => ({
        name: 'can',
        value: key,
        label: CAPABILITIES[key].label,
        count: count((model) => hasCapability(model, key)),
      })),
      {
        name: 'price',
        value: 'free',
        label: 'Free',
        count: count(({ prices }) => isFree(prices)),
      },
    ],
    outputs: orderModalities((await models()).flatMap(({ outputModalities }) => outputModalities)).map(
      (name) => ({
        value: name,
        label: modalityInfo(name).label,
        count: count(({ outputModalities }) => outputModalities.includes(name)),
      }),
    ),
  };
});
