import type { Direction } from '../catalog/compare.ts';
import { DEFAULT_SORT, SORTS, type SortKey } from '../catalog/sort.ts';
import type { Filters } from './filters.ts';
import type { OrderTerms } from './order-params.ts';
import { writeRequest } from './params.ts';

/** A common question as filters and an order of the list of all models. */
export interface Preset {
  readonly label: string;
  /** Its filters and order in one line. */
  readonly about: string;
  readonly filters: Filters;
  readonly order: { readonly sort: SortKey; readonly direction: Direction };
}

const CHEAPEST = { sort: 'input', direction: 'asc' } as const;
const MOST_USED = { sort: 'popularity', direction: 'asc' } as const;

/** All presets, in the order in which they are offered. The only list of them. */
export const PRESETS = {
  'cheapest-tools': {
    label: 'Cheapest with tools',
    about: 'Tools, paid, lowest input price first',
    filters: { can: ['tools'], price: ['paid'] },
    order: CHEAPEST,
  },
  'long-context': {
    label: 'Longest context under $1',
    about: 'Input under $1 / M tokens, longest context first',
    filters: { input_max: ['<1'] },
    order: { sort: 'context', direction: 'desc' },
  },
  'free-vision': {
    label: 'Free with image input',
    about: 'Free, image input, most used first',
    filters: { in: ['image'], price: ['free'] },
    order: MOST_USED,
  },
  'free-tools': {
    label: 'Free with tools',
    about: 'Free, tools, most used first',
    filters: { can: ['tools'], price: ['free'] },
    order: MOST_USED,
  },
  'open-long': {
    label: 'Open weights, 200K context or more',
    about: 'Open weights, 200K or more, most used first',
    filters: { open: ['1'], context_min: ['200000'] },
    order: MOST_USED,
  },
  'cheapest-reasoning': {
    label: 'Cheapest with reasoning',
    about: 'Reasoning, paid, lowest output price first',
    filters: { can: ['reasoning'], price: ['paid'] },
    order: { sort: 'output', direction: 'asc' },
  },
  'structured-output': {
    label: 'Cheapest with structured output',
    about: 'Structured output, paid, lowest input price first',
    filters: { can: ['structured-output'], price: ['paid'] },
    order: CHEAPEST,
  },
  files: {
    label: 'Reads files, cheapest first',
    about: 'File input, paid, lowest input price first',
    filters: { in: ['file'], price: ['paid'] },
    order: CHEAPEST,
  },
  'audio-input': {
    label: 'Audio input, cheapest first',
    about: 'Audio input, paid, lowest input price first',
    filters: { in: ['audio'], price: ['paid'] },
    order: CHEAPEST,
  },
  'image-output': {
    label: 'Image generation',
    about: 'Image output, newest first',
    filters: { out: ['image'] },
    order: { sort: 'newest', direction: 'desc' },
  },
  embeddings: {
    label: 'Cheapest embeddings',
    about: 'Embeddings, lowest input price first',
    filters: { out: ['embeddings'] },
    order: CHEAPEST,
  },
  'long-answers': {
    label: 'Longest answers under $1',
    about: 'Output under $1 / M tokens, highest max output first',
    filters: { output_max: ['<1'] },
    order: { sort: 'max-output', direction: 'desc' },
  },
  stable: {
    label: 'Most stable prices',
    about: 'No price change in 90 days, most used first',
    filters: { stable: ['1'] },
    order: MOST_USED,
  },
  newest: {
    label: 'Newest',
    about: 'Every model, last added first',
    filters: {},
    order: { sort: 'newest', direction: 'desc' },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetKey = keyof typeof PRESETS;

const LIST_TERMS: OrderTerms = {
  sorts: Object.fromEntries(Object.entries(SORTS).map(([key, { direction }]) => [key, direction])),
  ownOrder: { sort: DEFAULT_SORT, direction: SORTS[DEFAULT_SORT].direction },
};

/** The parameters of a preset in an address of the list of all models. */
export function presetParameters({ filters, order }: Preset): URLSearchParams {
  return writeRequest({ typed: '', filters, order, columns: [] }, LIST_TERMS);
}
