import { list } from '../../catalog/figures.ts';
import { inSentence } from './labels.ts';

/** `Not stated: voices and discount.`: the labels of fields without a value; empty if there are none. */
export function notStatedWords(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `Not stated: ${list(labels.map(inSentence))}.`;
}
