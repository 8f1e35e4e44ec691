import { count, list } from '../../catalog/figures.ts';
import { nameOnce, splitName } from '../../catalog/names.ts';

/** Names in the title of a feed item; more of them are a number. */
const MAX_NAMES = 3;

/**
 * Models that one feed item tells about: `OpenAI: GPT-5.6 Sol, GPT-5.6 Sol Pro and 2 variants`. `fullNames`
 * are those of the models, all of one author, and never empty; `variants` is the number of their variants.
 */
export function toldWords(fullNames: readonly string[], variants: number): string {
  const named = fullNames.slice(0, MAX_NAMES);
  const more = fullNames.length - named.length;
  return list([
    ...named.map((name, index) => (index === 0 ? nameOnce(name) : splitName(name).name)),
    ...(more > 0 ? [count(more, 'more model')] : []),
    ...(variants > 0 ? [count(variants, 'variant')] : []),
  ]);
}
