import { list } from '../../catalog/figures.ts';
import { inSentence } from './labels.ts';

/** `Not stated: voices and discount.`, from the labels of the fields. Without labels it is empty. */
export function notStatedWords(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `Not stated: ${list(labels.map(inSentence))}.`;
}
