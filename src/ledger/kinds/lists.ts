import { texts } from './schemas.ts';
import { cleanWords } from '../../catalog/text.ts';
import type { Exchange } from './words.ts';

/** Facts that are sets of words: kept sorted; changes hold the added and the removed words. */

export const exchangeShape = { added: texts, removed: texts } as const;

/** Sorted, without duplicates. */
export function asSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The event for two known lists that differ. */
export function exchangeBetween(
  old: readonly string[] | null | undefined,
  now: readonly string[] | null | undefined,
): readonly Exchange[] {
  if (!old || !now) return [];
  const added = now.filter((value) => !old.includes(value));
  const removed = old.filter((value) => !now.includes(value));
  return added.length + removed.length > 0 ? [{ added, removed }] : [];
}

/** The list after an exchange; `null` if a removed word is not in it. */
export function applyExchange(
  values: readonly string[] | null | undefined,
  { added, removed }: Exchange,
): readonly string[] | null {
  if (!values || removed.some((value) => !values.includes(value))) return null;
  return [...values.filter((value) => !removed.includes(value)), ...added].sort();
}

/** The exchange with cleaned words, for display. */
export function shownExchange({ added, removed }: Exchange): Exchange {
  return { added: cleanWords(added), removed: cleanWords(removed) };
}
