import { CAPABILITIES, type Capability } from '../../catalog/capabilities.ts';
import { shortTokens } from '../../catalog/format.ts';
import { MODALITIES, type Modality } from '../../catalog/modalities.ts';
import type { ComparedPrice } from '../../search/finder.ts';
import type { FilterKey } from '../../search/filters.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field of the finder, named after a parameter of the list. */
interface Field {
  readonly name: FilterKey | 'sort';
  readonly label: string;
  /** The words of the sentence before it. */
  readonly before: string;
  readonly options: readonly Option[];
}

const INPUTS = ['image', 'file', 'audio', 'video'] as const satisfies readonly Modality[];
const FEATURES = [
  'tools',
  'structured-output',
  'reasoning',
  'caching',
  'web-search',
  'open-weights',
] as const satisfies readonly Capability[];
const CONTEXTS = [32_000, 128_000, 200_000, 1_000_000];
const PRICES: Readonly<Record<ComparedPrice, string>> = { input: 'input price', output: 'output price' };

const features = FEATURES.map((key) => ({ value: key, label: CAPABILITIES[key].label.toLowerCase() }));

/** The fields in the order of the sentence. Two of the same name are a list. */
export const FIELDS: readonly Field[] = [
  {
    name: 'price',
    label: 'Price',
    before: 'The cheapest',
    options: [
      { value: 'paid', label: 'paid' },
      { value: 'free', label: 'free' },
      { value: '', label: 'paid or free' },
    ],
  },
  {
    name: 'in',
    label: 'Input',
    before: 'model with',
    options: [
      { value: '', label: 'any input' },
      ...INPUTS.map((key) => ({ value: key, label: `${MODALITIES[key].label.toLowerCase()} input` })),
    ],
  },
  {
    name: 'can',
    label: 'Feature',
    before: 'and',
    options: [{ value: '', label: 'any features' }, ...features],
  },
  {
    name: 'can',
    label: 'Second feature',
    before: 'and',
    options: [{ value: '', label: 'no other feature' }, ...features],
  },
  {
    name: 'context_min',
    label: 'Context',
    before: 'with a context of',
    options: [
      { value: '', label: 'any length' },
      ...CONTEXTS.map((tokens) => ({ value: String(tokens), label: `${shortTokens(tokens)} or more` })),
    ],
  },
  {
    name: 'sort',
    label: 'Compared by',
    before: 'by',
    options: Object.entries(PRICES).map(([value, label]) => ({ value, label })),
  },
];
