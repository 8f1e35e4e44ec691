import { CAPABILITIES, isCapability } from '../catalog/capabilities.ts';
import { CATEGORIES, isCategory } from '../catalog/categories.ts';
import { modalityInfo } from '../catalog/modalities.ts';
import type { Filterable } from './filterable.ts';
import {
  allOf,
  anyOf,
  atLeast,
  atMost,
  flag,
  noneOf,
  oneOf,
  since,
  type Filter,
  type ListFilter,
  type Test,
} from './filter-kinds.ts';

/** All filters of lists and search. The keys are URL parameters. The only list of filters. */
export const FILTERS = {
  author: anyOf({
    label: 'Author',
    takes: 'slugs of authors: any of them',
    valuesOf: ({ author }) => [author],
    word: (slug, { authorName }) => authorName(slug),
    inWords: (name) => name,
  }),
  in: allOf({
    label: 'Input modalities',
    takes: 'modalities: all of them',
    valuesOf: ({ inputModalities }) => inputModalities,
    word: (name) => modalityInfo(name).label,
    inWords: (label) => `${label.toLowerCase()} input`,
  }),
  out: allOf({
    label: 'Output modalities',
    takes: 'modalities: all of them',
    valuesOf: ({ outputModalities }) => outputModalities,
    word: (name) => modalityInfo(name).label,
    inWords: (label) => `${label.toLowerCase()} output`,
  }),
  can: allOf({
    label: 'Features',
    takes: 'features: all of them',
    valuesOf: ({ capabilities }) => capabilities,
    isKnown: isCapability,
    word: (key) => (isCapability(key) ? CAPABILITIES[key].label : key),
  }),
  param: allOf({
    label: 'Parameters',
    takes: 'parameters as OpenRouter names them: all of them',
    valuesOf: ({ parameters }) => parameters,
    word: (name) => name,
    inWords: (name) => `parameter ${name}`,
  }),
  category: anyOf({
    label: 'Category',
    takes: 'categories in which a model is ranked: any of them',
    valuesOf: ({ categories }) => categories,
    isKnown: isCategory,
    word: (key) => (isCategory(key) ? CATEGORIES[key].label : key),
    inWords: (label) => `ranked in ${label}`,
  }),
  price: oneOf('Price', {
    free: { label: 'Free', test: ({ payment }) => payment === 'free' },
    paid: { label: 'Paid', test: ({ payment }) => payment === 'paid' },
    dynamic: { label: 'Dynamic', test: ({ isRouter }) => isRouter },
  }),
  open: flag('Open weights', ({ hasOpenWeights }) => hasOpenWeights),
  input_max: atMost('input', ({ input }) => input),
  output_max: atMost('output', ({ output }) => output),
  context_min: atLeast('context', ({ context }) => context),
  max_output_min: atLeast('max output', ({ maxOutput }) => maxOutput),
  added_after: since('Added', ({ addedOn }) => addedOn),
  cutoff_after: since('Knowledge cutoff', ({ knowledgeCutoff }) => knowledgeCutoff),
  retired_after: since('Retired', ({ retired }) => retired),
  moderated: oneOf('Moderated', {
    yes: { label: 'Moderated', test: ({ isModerated }) => isModerated === true },
    no: { label: 'Not moderated', test: ({ isModerated }) => isModerated === false },
  }),
  stable: flag('No price change in 90 days', ({ isStable }) => isStable),
  hide: noneOf('Hidden', {
    variants: { label: 'Variants', test: ({ isVariant }) => isVariant },
    routers: { label: 'Routers', test: ({ isRouter }) => isRouter },
    retiring: { label: 'Retiring models', test: ({ isRetiring }) => isRetiring },
  }),
} as const satisfies Readonly<Record<string, Filter>>;

export type FilterKey = keyof typeof FILTERS;

export const FILTER_KEYS = Object.keys(FILTERS) as readonly FilterKey[];

export function isFilterKey(name: string): name is FilterKey {
  return Object.hasOwn(FILTERS, name);
}

/** The filters that are set, with their canonical values. */
export type Filters = Readonly<Partial<Record<FilterKey, readonly string[]>>>;

export const NO_FILTERS: Filters = {};

/** The values of a filter; empty where it is not set. */
export function valuesIn(filters: Filters, key: FilterKey): readonly string[] {
  return filters[key] ?? [];
}

/** The filters with the values of one replaced. */
export function withValues(filters: Filters, key: FilterKey, values: readonly string[]): Filters {
  const others = Object.entries(filters).filter(([other]) => other !== key);
  return Object.fromEntries(values.length === 0 ? others : [...others, [key, values]]);
}

export function hasFilters(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** Whether a filter takes a list of values. */
export function isList(key: FilterKey): boolean {
  return ['any', 'all', 'none'].includes(FILTERS[key].kind);
}

/** A test for models that pass all filters. */
export function matcher(filters: Filters): Test {
  const tests = keysIn(filters).map((key) => FILTERS[key].test(valuesIn(filters, key)));
  return (subject) => tests.every((test) => test(subject));
}

/** The filters that are set, in the order of `FILTERS`. */
export function keysIn(filters: Filters): FilterKey[] {
  return FILTER_KEYS.filter((key) => valuesIn(filters, key).length > 0);
}

/** All values found in the models, for each list filter with an open set of values. */
export type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Collects the values of all models. */
export function knownValuesOf(subjects: readonly Filterable[]): KnownValues {
  const known = new Map<string, ReadonlySet<string>>();
  for (const key of FILTER_KEYS) {
    const filter: Filter | ListFilter = FILTERS[key];
    if ('isOpen' in filter && filter.isOpen) known.set(key, valuesHeld(subjects, filter));
  }
  return known;
}

function valuesHeld(subjects: readonly Filterable[], { valuesOf }: ListFilter): Set<string> {
  const held = new Set<string>();
  // Many models share one list.
  const read = new Set<readonly string[]>();
  for (const subject of subjects) {
    const values = valuesOf(subject);
    if (read.has(values)) continue;
    read.add(values);
    for (const value of values) held.add(value);
  }
  return held;
}

/** The filters without values that no model has, because a URL may contain anything. */
export function knownOnly(filters: Filters, known: KnownValues): Filters {
  return keysIn(filters).reduce((kept, key) => {
    const values = known.get(key);
    return values === undefined
      ? kept
      : withValues(
          kept,
          key,
          valuesIn(kept, key).filter((value) => values.has(value)),
        );
  }, filters);
}
