import { presentationOf } from '../ledger/kinds/registry.ts';
import { CHANGE_TOPIC_NAMES, CHANGE_TOPICS, type ChangeTopic } from '../ledger/kinds/topics.ts';
import type { ChangeLine, ChangeWords } from '../ledger/kinds/words.ts';
import type { Change } from './change.ts';

/** How a change is presented on pages and in feeds, by its kind. */

export { CHANGE_TOPIC_NAMES, CHANGE_TOPICS, type ChangeLine, type ChangeTopic };

export function topicOf(change: Pick<Change, 'kind'>): ChangeTopic {
  return presentationOf(change).topic;
}

/** Sorts changes that happened at once: lower weights come first. */
export function weightOf(change: Pick<Change, 'kind'>): number {
  return presentationOf(change).weight;
}

/** The lines of a change on pages. */
export function changeLines(change: Change): readonly ChangeLine[] {
  return presentationOf(change).lines(change, change.id);
}

/** The headline and details of a change in feeds. */
export function changeWords(change: Change): ChangeWords {
  return presentationOf(change).words(change, change.id);
}

/** Whether the model is or will be removed. */
export function isRemoval(change: Change): boolean {
  return presentationOf(change).isRemoval(change);
}
