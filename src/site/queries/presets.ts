import { once } from '../../catalog/once.ts';
import { matcher } from '../../search/filters.ts';
import { presetParameters, PRESETS, type Preset, type PresetKey } from '../../search/presets.ts';
import { countRows } from '../../search/rows.ts';
import { filterRows } from '../filter-index.ts';
import { groups } from './catalog.ts';

/** A preset with at least one model. */
export interface OfferedPreset extends Preset {
  readonly key: PresetKey;
  /** `/models/?can=tools&price=paid&sort=input`. */
  readonly path: string;
  /** The number of rows that it shows. */
  readonly count: number;
}

/** The presets that find a listed model, in the order in which they are offered. */
export const presets = once(async (): Promise<readonly OfferedPreset[]> => {
  const rows = await filterRows(await groups());
  const offered = Object.entries<Preset>(PRESETS).map(([key, preset]) => ({
    ...preset,
    key: key as PresetKey,
    path: `/models/?${presetParameters(preset).toString()}`,
    count: countRows(rows, matcher(preset.filters)),
  }));
  return offered.filter(({ count }) => count > 0);
});
