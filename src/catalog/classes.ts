import { blendedPrice } from './blend.ts';
import type { Model } from './model.ts';

/** Classes to narrow a list by: each model is in one of each kind. */

export interface ClassInfo {
  readonly label: string;
}

/** By the price per million tokens, input and output blended 3 : 1. The keys are parts of addresses. */
export const PRICE_CLASSES = {
  free: { label: 'Free' },
  'under-0.5': { label: 'Under $0.50' },
  'under-2': { label: '$0.50 to $2' },
  'under-10': { label: '$2 to $10' },
  'over-10': { label: '$10 and more' },
  dynamic: { label: 'Dynamic' },
  unknown: { label: 'Unknown' },
} as const satisfies Record<string, ClassInfo>;

export type PriceClass = keyof typeof PRICE_CLASSES;

/** By the context in tokens. Bounds are written as the site writes tokens: 131K is 131,072. */
export const CONTEXT_CLASSES = {
  'up-to-33k': { label: 'Up to 33K' },
  'up-to-131k': { label: '33K to 131K' },
  'up-to-262k': { label: '131K to 262K' },
  'under-1m': { label: '262K to 1M' },
  '1m': { label: '1M and more' },
  unknown: { label: 'Unknown' },
} as const satisfies Record<string, ClassInfo>;

export type ContextClass = keyof typeof CONTEXT_CLASSES;

/** Each holds what costs less than its bound. */
const PRICE_BOUNDS = [
  ['under-0.5', 0.5],
  ['under-2', 2],
  ['under-10', 10],
] as const satisfies readonly (readonly [PriceClass, number])[];

/** Each holds what has at most so many tokens. */
const CONTEXT_BOUNDS = [
  ['up-to-33k', 32_768],
  ['up-to-131k', 131_072],
  ['up-to-262k', 262_144],
  // What is sold as one million may have 999,999.
  ['under-1m', 999_000],
] as const satisfies readonly (readonly [ContextClass, number])[];

export function priceClassOf(model: Pick<Model, 'prices'>): PriceClass {
  const { input, output } = model.prices;
  if (input.kind === 'free' && output.kind === 'free') return 'free';
  if (input.kind === 'unknown' || output.kind === 'unknown') return 'unknown';
  const price = blendedPrice(model);
  if (price === null) return 'dynamic';
  return PRICE_BOUNDS.find(([, bound]) => price < bound)?.[0] ?? 'over-10';
}

export function contextClassOf({ context }: Pick<Model, 'context'>): ContextClass {
  if (context === null || context <= 0) return 'unknown';
  return CONTEXT_BOUNDS.find(([, bound]) => context <= bound)?.[0] ?? '1m';
}
