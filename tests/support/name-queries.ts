import type { SearchEntry } from '../../src/search/entry.ts';
import type { KnownItem } from './search-entries.ts';

/** A way in which people write a model's name; `null` where it does not apply to this one. */
type Rule = (entry: SearchEntry, words: readonly string[]) => string | null;

const LONG_ENOUGH_TO_MISSPELL = 5;

/**
 * How people type names, as rules that know no model: each makes a query from a name, and the model named
 * must be found by it. Words are those of the id's slug, dots inside numbers kept.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  'id whole': (entry) => entry.id,
  'id in capitals': (entry) => entry.id.toUpperCase(),
  'permanent slug': (entry) => (entry.variant === null ? entry.permanentSlug : null),
  name: (entry) => entry.name,
  'author and name': (entry) => `${entry.authorNames[0] ?? ''} ${entry.name}`,
  'author after the name': (entry) => `${entry.name} ${entry.author}`,
  'author glued': (entry, words) => `${entry.author.replaceAll('-', '')} ${words.join(' ')}`,
  'author misspelt': (entry, words) => withAuthor(entry, dropLetter(entry.author), words),
  'slug without author': (_, words) => words.join('-'),
  'spaces for dashes': (_, words) => words.join(' '),
  'all glued': (_, words) => (words.length > 1 ? words.join('') : null),
  'numbers glued': (_, words) =>
    changed(words.join(' '), (text) => text.replaceAll(/(?<=\p{L}) (?=\d)/gu, '')),
  'numbers split': (_, words) =>
    changed(words.join(' '), (text) => text.replaceAll(/(?<=\p{L}{2,})(?=\d)/gu, ' ')),
  'dashes for dots': (_, words) => changed(words.join('-'), (text) => text.replaceAll('.', '-')),
  reversed: (_, words) => (words.length > 1 ? [...words].reverse().join(' ') : null),
  'last word first': (_, words) =>
    words.length > 2 ? [words.at(-1), ...words.slice(0, -1)].join(' ') : null,
  'letter missing': (_, words) => misspell(words, dropLetter),
  'letter doubled': (_, words) => misspell(words, (word) => word.replace(/(?<=^.{2})(.)/u, '$1$1')),
  'letters swapped': (_, words) => misspell(words, (word) => word.replace(/(?<=^.{2})(.)(.)/u, '$2$1')),
  'wrong letter': (_, words) => misspell(words, (word) => word.replace(/(?<=^.{3})./u, 'q')),
  'last letter not typed yet': (_, words) => cutLast(words),
};

/** One query for each rule that applies to each entry. */
export function nameQueries(entries: readonly SearchEntry[]): (KnownItem & { readonly rule: string })[] {
  return entries.flatMap((entry) => {
    const words = `${entry.slug}${entry.variant === null ? '' : ` ${entry.variant}`}`.split(/[-\s_]+/u);
    return Object.entries(RULES).flatMap(([rule, make]) => {
      const query = make(entry, words);
      return query === null ? [] : [{ rule, query, expect: [entry.id] }];
    });
  });
}

function withAuthor(entry: SearchEntry, author: string, words: readonly string[]): string | null {
  return author === entry.author ? null : `${author} ${words.join(' ')}`;
}

function changed(text: string, change: (text: string) => string): string | null {
  const other = change(text);
  return other === text ? null : other;
}

function dropLetter(word: string): string {
  return /^\p{L}{5,}$/u.test(word) ? word.slice(0, 3) + word.slice(4) : word;
}

/** Misspells the longest word that is letters only. */
function misspell(words: readonly string[], change: (word: string) => string): string | null {
  const longest = words.reduce(
    (best, word) => (/^\p{L}+$/u.test(word) && word.length > best.length ? word : best),
    '',
  );
  if (longest.length < LONG_ENOUGH_TO_MISSPELL || change(longest) === longest) return null;
  return words.map((word) => (word === longest ? change(word) : word)).join(' ');
}

function cutLast(words: readonly string[]): string | null {
  const last = words.at(-1) ?? '';
  return /^\p{L}{5,}$/u.test(last) ? [...words.slice(0, -1), last.slice(0, -1)].join(' ') : null;
}
