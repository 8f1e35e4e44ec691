import type { Direction } from '../catalog/compare.ts';
import { inSentence } from '../catalog/figures.ts';

/** The words of an order: what it sorts by, and which end comes first in each direction. */
type OrderWords = readonly [by: string, ascending: string, descending: string];

const LOWEST: readonly [string, string] = ['lowest first', 'highest first'];
const FEWEST: readonly [string, string] = ['fewest first', 'most first'];
const LONGEST: readonly [string, string] = ['shortest first', 'longest first'];

const WORDS: ReadonlyMap<string, OrderWords> = new Map([
  ['popularity', ['popularity', 'most used first', 'least used first']],
  ['name', ['name', 'A to Z', 'Z to A']],
  ['context', ['context', ...LONGEST]],
  ['max-output', ['max output', ...LONGEST]],
  ['input', ['input price', ...LOWEST]],
  ['output', ['output price', ...LOWEST]],
  ['cached', ['cached input price', ...LOWEST]],
  ['cost', ['cost a month', ...LOWEST]],
  ['modalities', ['number of modalities', ...FEWEST]],
  ['features', ['number of features', ...FEWEST]],
  ['newest', ['date added', 'oldest first', 'newest first']],
  ['retired', ['date retired', 'oldest first', 'newest first']],
  ['days', ['days listed', 'fewest first', 'most first']],
]);

/** `by input price, lowest first`. `label` is the header of the column, for orders without own words. */
export function orderWords(sort: string, direction: Direction, label = sort): string {
  const [by, ascending, descending] = WORDS.get(sort) ?? [inSentence(label), 'ascending', 'descending'];
  return `by ${by}, ${direction === 'asc' ? ascending : descending}`;
}
