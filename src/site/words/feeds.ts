import { count, list } from '../../catalog/figures.ts';
import { nameOnce, splitName } from '../../catalog/names.ts';

/** Maximum number of names in the title of a feed item; the others are counted. */
const MAX_NAMES = 3;

/**
 * The models of a feed item: `OpenAI: GPT-5.6 Sol, GPT-5.6 Sol Pro and 2 variants`. `fullNames` are all of
 * one author and never empty; `variants` is the number of their variants.
 */
export function itemNames(fullNames: readonly string[], variants: number): string {
  const named = fullNames.slice(0, MAX_NAMES);
  const more = fullNames.length - named.length;
  return list([
    ...named.map((name, index) => (index === 0 ? nameOnce(name) : splitName(name).name)),
    ...(more > 0 ? [count(more, 'more model')] : []),
    ...(variants > 0 ? [count(variants, 'variant')] : []),
  ]);
}
