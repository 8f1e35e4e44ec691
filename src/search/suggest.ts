import type { SearchEntry } from './entry.ts';
import { editDistance } from './match/edit-distance.ts';
import type { Lexicon } from './match/lexicon.ts';
import type { Query } from './query.ts';

const MIN_WORD_LENGTH = 3;
/** Maximum share of a word's letters that may differ in a suggestion. */
const MAX_EDIT_SHARE = 0.5;

/**
 * Suggestions for a search without results: models whose names have the words most similar to the typed ones,
 * most similar first, then the most used. Conditions apply, except those that no model meets.
 */
export function nearestNames(lexicon: Lexicon, { words, conditions }: Query, limit: number): SearchEntry[] {
  const met = conditions.filter(({ holds }) => lexicon.entries.some(holds));
  const unmet = conditions.filter((condition) => !met.includes(condition));
  const typed = [...words.map(({ text }) => text), ...unmet.flatMap(({ names }) => names)];
  const nearness = new Map<string, number>();
  for (const word of typed.filter(({ length }) => length >= MIN_WORD_LENGTH)) {
    for (const known of lexicon.words) {
      if (known.length < MIN_WORD_LENGTH) continue;
      const longer = Math.max(word.length, known.length);
      const share = editDistance(word, known, Math.floor(longer * MAX_EDIT_SHARE)) / longer;
      if (share <= MAX_EDIT_SHARE) nearness.set(known, Math.min(share, nearness.get(known) ?? 1));
    }
  }
  return lexicon.entries
    .filter(({ isDerivative, entry }) => !isDerivative && entry.retired === null)
    .filter((prepared) => met.every(({ holds }) => holds(prepared)))
    .map(({ entry, texts }) => ({
      entry,
      far: Math.min(...texts.flatMap((text) => text.words.map((word) => nearness.get(word) ?? 1))),
    }))
    .filter(({ far }) => far < 1)
    .sort((a, b) => a.far - b.far || popularity(a.entry) - popularity(b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function popularity(entry: SearchEntry): number {
  return entry.popularity ?? Number.MAX_SAFE_INTEGER;
}
