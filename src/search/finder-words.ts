import { count } from '../catalog/figures.ts';
import { MAX_FOUND, type Found, type Question } from './finder.ts';
import { valuesIn } from './filters.ts';

/** Sentences for the finder's answers, for the build and the browser. */

/** `The 5 cheapest of 128 models that match, by input price.` */
export function foundWords(question: Question, found: Found): string {
  const noFree = found.free === 0 ? 'No free model matches.' : '';
  return [matchWords(question, found), noFree].filter(Boolean).join(' ');
}

function matchWords({ filters, by }: Question, { count: all, unpriced }: Found): string {
  if (all === 0) return 'No model matches.';
  if (valuesIn(filters, 'price').includes('free')) return freeMatchWords(all);
  const [priced, name] = [all - unpriced, `${by} price`];
  if (priced === 0)
    return `${count(all, 'model matches', 'models match')}, without an ${name} in dollars per token.`;
  if (all === 1) return 'Only this model matches.';
  const some =
    priced > MAX_FOUND
      ? `The ${MAX_FOUND} cheapest of ${count(all, 'model')} that match, by ${name}.`
      : unpriced === 0
        ? `All ${all} that match, the cheapest first, by ${name}.`
        : `All ${priced} with an ${name}, the cheapest first.`;
  const without = `${unpriced} of the ${all} that match ${unpriced === 1 ? 'has' : 'have'} no ${name} in dollars per token.`;
  return unpriced === 0 ? some : `${some} ${without}`;
}

/** Free models are in the order of use, because they cost the same. */
function freeMatchWords(all: number): string {
  if (all === 1) return 'Only this free model matches.';
  return all > MAX_FOUND
    ? `The ${MAX_FOUND} most used of ${all} free models that match.`
    : `All ${all} free models that match, the most used first.`;
}

/** `4 free models match, too.`; empty if none does, or if the question includes them. */
export function freeWords({ free }: Found): string {
  if (!free) return '';
  return `${count(free, 'free model')} ${free === 1 ? 'matches' : 'match'}, too.`;
}

/** The label of the link to the list: `See all 128 models`. */
export function seeAllWords({ count: all }: Found): string {
  if (all === 0) return 'See the list';
  return all === 1 ? 'See this model in the list' : `See all ${count(all, 'model')}`;
}
