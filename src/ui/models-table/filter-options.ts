import { CAPABILITIES, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import { modalityInfo, orderModalities } from '../../catalog/modalities.ts';
import { once } from '../../catalog/once.ts';
import { matcher, type FilterKey } from '../../search/filters.ts';
import { filterables } from '../../site/filter-index.ts';
import { groups } from '../../site/queries/catalog.ts';

/** A filter option of the list of all models, with the number of rows that match it. */
interface Option {
  /** The filter, which is also the name of the form field. */
  readonly name: FilterKey;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface FilterOptions {
  readonly chips: readonly Option[];
  readonly outputs: readonly Option[];
}

/** The same on every page of the list, so counts are computed once. */
export const filterOptions = once(async (): Promise<FilterOptions> => {
  const models = await filterables();
  const rows = (await groups()).map(({ base, members }) =>
    [base, ...members].flatMap(({ id }) => models.get(id) ?? []),
  );
  const option = (name: FilterKey, value: string, label: string): Option => {
    const passes = matcher({ [name]: [value] });
    // A variant whose base does not pass becomes a row of its own.
    const shown = rows.map(([base, ...members]) =>
      base && passes(base) ? 1 : members.filter(passes).length,
    );
    return { name, value, label, count: shown.reduce((sum, count) => sum + count, 0) };
  };
  return {
    chips: [
      option('in', 'image', 'Takes images'),
      ...ROW_CAPABILITIES.map((key) =>
        key === 'open-weights'
          ? option('open', '1', CAPABILITIES[key].label)
          : option('can', key, CAPABILITIES[key].label),
      ),
      option('price', 'free', 'Free'),
    ],
    outputs: orderModalities(rows.flat().flatMap(({ outputModalities }) => outputModalities)).map((name) =>
      option('out', name, modalityInfo(name).label),
    ),
  };
});
