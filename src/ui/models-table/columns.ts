import { CAPABILITIES, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import type { Category } from '../../catalog/categories.ts';
import { list, MISSING } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import { isSortKey, SORTS, type SortKey } from '../../catalog/sort.ts';
import { addedCell, cachedPriceCell, contextCell, maxOutputCell, priceCell } from './cells.ts';
import type { Column, Heading } from './column.ts';
import { featuresCell, modalitiesCell } from './icon-cells.ts';

export const PER_MILLION = '$ / M tokens';

const FEATURES = list(ROW_CAPABILITIES.map((key) => CAPABILITIES[key].label));

/** The first column of every table of models. row.ts makes its cells. */
export const NAME: Heading = {
  key: 'name',
  header: 'Model',
  unit: 'id',
  explanation: 'The model, its author, and the id that a request names it by.',
  width: null,
  isWords: true,
  sort: SORTS.name,
};

type Plan = Omit<Column, 'key' | 'sort'>;

/**
 * The only list of the columns after the name, in table order: one for each order in `SORTS`, and those that
 * are not sortable.
 */
const PLANS = {
  input: {
    header: 'Input',
    unit: PER_MILLION,
    explanation: 'The price of what you send.',
    width: 60,
    short: 'in',
    show: (model) => priceCell(model, 'input'),
  },
  output: {
    header: 'Output',
    unit: PER_MILLION,
    explanation: 'The price of what the model writes back.',
    width: 60,
    short: 'out',
    show: (model) => priceCell(model, 'output'),
  },
  cached: {
    header: 'Cached input',
    unit: PER_MILLION,
    explanation:
      'The price of input that the provider kept from an earlier request. A dash: not billed separately.',
    width: 62,
    leaves: 'g',
    show: cachedPriceCell,
  },
  context: {
    header: 'Context',
    unit: 'tokens',
    explanation: 'The most tokens of input and output together. A dash: not stated.',
    width: 48,
    short: 'context',
    show: contextCell,
  },
  modalities: {
    header: 'Modalities',
    unit: 'input',
    explanation:
      'Input modalities, and output modalities other than text alone. Sorted by their number, then by name.',
    width: 70,
    isWords: true,
    leaves: 'e',
    show: modalitiesCell,
  },
  features: {
    header: 'Features',
    unit: 'listed',
    explanation: `${FEATURES}. The page of a model lists more. Sorted by their number, then by name.`,
    width: 62,
    isWords: true,
    leaves: 'f',
    show: featuresCell,
  },
  popularity: {
    header: 'Popularity',
    unit: 'rank',
    explanation: 'The place among all models by tokens used; 1 is the most used. A dash: not ranked.',
    width: 54,
    leaves: 'c',
    show: ({ popularity }) => ({ text: popularity === null ? MISSING : String(popularity) }),
  },
  'max-output': {
    header: 'Max output',
    unit: 'tokens',
    explanation: 'The most tokens of one answer. A dash: not stated.',
    width: 60,
    leaves: 'b',
    show: maxOutputCell,
  },
  newest: {
    header: 'Added',
    unit: 'date',
    explanation:
      'The day on which OpenRouter listed the model. Models of one day are in order of popularity.',
    width: 66,
    leaves: 'a',
    show: addedCell,
  },
} as const satisfies Record<Exclude<SortKey, 'name'>, Plan> & Record<string, Plan>;

export const COLUMNS: readonly Column[] = Object.entries<Plan>(PLANS).map(([key, plan]) => ({
  ...plan,
  key,
  ...(isSortKey(key) && { sort: SORTS[key] }),
}));

/** The same columns with the rank in a category instead of the popularity rank. */
export function columnsOfCategory(category: Category): readonly Column[] {
  const rankOf = ({ ranks }: Model): number | null => ranks[category] ?? null;
  return COLUMNS.map((column) =>
    column.key === 'popularity'
      ? {
          ...column,
          header: 'Rank',
          unit: 'in category',
          explanation: 'The place in this category by tokens used; 1 is the most used.',
          width: 62,
          sort: { ...SORTS.popularity, value: rankOf },
          show: (model) => ({ text: String(rankOf(model) ?? MISSING) }),
        }
      : column,
  );
}
