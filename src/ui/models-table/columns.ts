import { CAPABILITIES, hasCapability, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import type { Category } from '../../catalog/categories.ts';
import { list, MISSING } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import { isSortKey, SORTS, type SortKey } from '../../catalog/sort.ts';
import { addedCell, cachedPriceCell, contextCell, mainPriceCell, maxOutputCell, missing } from './cells.ts';
import type { Cell, Column, Heading } from './column.ts';
import { modalityIcon } from './modality-icons.ts';

export const PER_MILLION = '$ / M tokens';

const FEATURES = list(ROW_CAPABILITIES.map((key) => CAPABILITIES[key].label.toLowerCase()));
const NO_FEATURE = `None of ${FEATURES}`;

/** The first column of every table of models. row.ts makes its cells. */
export const NAME: Heading = {
  key: 'name',
  header: 'Model',
  unit: 'author / slug',
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
  context: {
    header: 'Context',
    unit: 'tokens',
    explanation: 'How many tokens fit in one exchange, input and output together.',
    width: 43,
    show: contextCell,
  },
  'max-output': {
    header: 'Max output',
    unit: 'tokens',
    explanation: 'The most tokens that one answer can have.',
    width: 57,
    show: maxOutputCell,
  },
  input: {
    header: 'Input',
    unit: PER_MILLION,
    explanation: 'The price of what you send.',
    width: 56,
    show: (model) => mainPriceCell(model, 'input'),
  },
  output: {
    header: 'Output',
    unit: PER_MILLION,
    explanation: 'The price of what the model writes back.',
    width: 56,
    show: (model) => mainPriceCell(model, 'output'),
  },
  cached: {
    header: 'Cached read',
    unit: PER_MILLION,
    explanation: 'The price of input that the provider still holds from an earlier request.',
    width: 61,
    show: cachedPriceCell,
  },
  modalities: {
    header: 'Takes',
    unit: '→ gives',
    explanation: 'Input modalities, and output modalities other than text alone.',
    width: 74,
    isWords: true,
    show: ({ inputModalities, outputModalities }) => ({
      text: modalityIcon(inputModalities, outputModalities),
    }),
  },
  features: {
    header: 'Can',
    explanation: `Features: ${FEATURES}.`,
    width: 88,
    isWords: true,
    show: featuresCell,
  },
  newest: {
    header: 'Added',
    explanation: 'When OpenRouter listed the model.',
    width: 77,
    show: addedCell,
  },
  popularity: {
    header: 'Use rank',
    explanation: 'The place among all models by tokens used; 1 is the most used.',
    width: 56,
    show: ({ popularity }) =>
      popularity === null ? missing('Not in the most-used order') : { text: String(popularity) },
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
          unit: 'in this category',
          label: 'Rank here',
          explanation: 'The place in this category by tokens used; 1 is the most used.',
          width: 65,
          sort: { ...SORTS.popularity, value: rankOf },
          show: (model) => ({ text: String(rankOf(model) ?? MISSING) }),
        }
      : column,
  );
}

function featuresCell(model: Model): Cell {
  const words = ROW_CAPABILITIES.filter((key) => hasCapability(model, key)).map(
    (key) => CAPABILITIES[key].short,
  );
  return { ...(words.length > 0 ? { text: words.join(' · ') } : missing(NO_FEATURE)), looks: 'c' };
}
