import { once } from '../../catalog/once.ts';
import { matcher, type Filters } from '../../search/filters.ts';
import { presetParameters, PRESETS, type Preset, type PresetKey } from '../../search/presets.ts';
import { filterables } from '../filter-index.ts';
import { groups } from './catalog.ts';

/** A preset that finds something. */
export interface OfferedPreset extends Preset {
  readonly key: PresetKey;
  /** `/models/?can=tools&price=paid&sort=input`. */
  readonly path: string;
  /** The number of rows that it shows. */
  readonly count: number;
}

/** The presets that find a listed model, in the order in which they are offered. */
export const presets = once(async (): Promise<readonly OfferedPreset[]> => {
  const offered = Object.entries<Preset>(PRESETS).map(async ([key, preset]) => ({
    ...preset,
    key: key as PresetKey,
    path: `/models/?${presetParameters(preset).toString()}`,
    count: await countShown(preset.filters),
  }));
  return (await Promise.all(offered)).filter(({ count }) => count > 0);
});

/** The number of rows of the list of all models with these filters. */
async function countShown(filters: Filters): Promise<number> {
  const known = await filterables();
  const test = matcher(filters);
  const passes = (id: string): boolean => {
    const model = known.get(id);
    return model !== undefined && test(model);
  };
  // A variant whose base does not pass becomes a row of its own.
  return (await groups())
    .map(({ base, members }) => (passes(base.id) ? 1 : members.filter(({ id }) => passes(id)).length))
    .reduce((sum, count) => sum + count, 0);
}
