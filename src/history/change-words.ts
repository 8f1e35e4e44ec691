import { presentationOf } from '../ledger/kinds/registry.ts';
import { CHANGE_TOPIC_NAMES, CHANGE_TOPICS, type ChangeTopic } from '../ledger/kinds/topics.ts';
import type { ChangeLine, ChangeWords } from '../ledger/kinds/words.ts';
import type { Change } from './change.ts';

/** How pages and feeds tell a change, as its kind has it. */

export { CHANGE_TOPIC_NAMES, CHANGE_TOPICS, type ChangeLine };

export function topicOf(change: Pick<Change, 'kind'>): ChangeTopic {
  return presentationOf(change).topic;
}

/** Of several changes at once, those of less weight come first. */
export function weightOf(change: Pick<Change, 'kind'>): number {
  return presentationOf(change).weight;
}

/** On pages. */
export function changeLines(change: Change): readonly ChangeLine[] {
  return presentationOf(change).lines(change, change.id);
}

/** In feeds. */
export function changeWords(change: Change): ChangeWords {
  return presentationOf(change).words(change, change.id);
}

/** Whether it says that the model is or will be removed. */
export function isRemoval(change: Change): boolean {
  return presentationOf(change).isRemoval(change);
}
