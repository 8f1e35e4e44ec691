import type { SearchEntry } from '../../../search/entry.ts';
import { editDistance } from '../../../search/match/edit-distance.ts';

/**
 * Finds the ids of models in any text: a list of ids, a `.env`, YAML or JSON file, or source code. An id is
 * two parts with a slash. Other paths look the same, so an id that is not known counts only if its author is
 * known, or if it is all that a line or a value of a model holds.
 */

/** What an id in a text stands for. */
export type FoundId = { readonly lines: readonly number[]; readonly text: string } & (
  ({ readonly kind: 'known' } & Named) | { readonly kind: 'unknown'; readonly nearest: SearchEntry | null }
);

/** A run of characters with slashes between them. */
const PATH = /(?<![\w.:~-])~?[\w.:-]+(?:\/[\w.:-]+)+/g;
/** Nothing but the id, with marks of lists, quotes and a comma. */
const ALONE = /^[\s\-*"'`]*$/;
/** `MODEL=`, `model: `, `"default_model": `. */
const MODEL_KEY = /model\w*["']?\s*[:=]\s*["'`]?$/i;
const END = /[.:-]+$/;
/** What is before an author: `openai:` in `openai:openai/gpt-4o`. */
const START = /^.*:(?=[^/]*\/)/;
/** OpenRouter takes these after any id, to route a request. They name no model of their own. */
const SUFFIX = /:(?:online|nitro|floor)$/i;
const MAX_DISTANCE = 3;
/** Comparing an id with all others takes time, so only so many are compared. */
const MAX_COMPARED = 20;

/** The ids in a text, each once, in the order of their first line. Lines count from 1. */
export function findIds(text: string, entries: readonly SearchEntry[]): readonly FoundId[] {
  const names = namesOf(entries);
  const authors = new Set(entries.map(({ author }) => author.toLowerCase()));
  const found = new Map<
    string,
    { readonly lines: number[]; readonly text: string; readonly named: Named | null }
  >();
  const add = (key: string, written: string, line: number, named: Named | null): void => {
    const known = found.get(key) ?? { lines: [], text: written, named };
    if (known.lines.at(-1) !== line) known.lines.push(line);
    found.set(key, known);
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const match of line.matchAll(PATH)) {
      const [path] = match;
      const pairs = pairsIn(path);
      const named = pairs.flatMap((pair) => {
        const one = namedBy(pair, names);
        return one ? [{ pair, one }] : [];
      });
      for (const { pair, one } of named) add(one.entry.id + (one.suffix ?? ''), pair, index + 1, one);
      const last = pairs.at(-1);
      if (named.length > 0 || last === undefined) continue;
      const before = line.slice(0, match.index);
      const after = line.slice(match.index + path.length);
      const isOfSite = path.startsWith('openrouter.ai/');
      const isLikely = isOfSite || (!before.endsWith('://') && /^(?:openrouter\/)?[^/]+\/[^/]+$/.test(path));
      const isAlone = (ALONE.test(before) || MODEL_KEY.test(before)) && /^["'`,;\s]*$/.test(after);
      const isOfAuthor = authors.has((last.split('/')[0] ?? '').replace('~', '').toLowerCase());
      if (isLikely && (isOfAuthor || isAlone)) {
        add(last.toLowerCase(), last, index + 1, null);
      }
    }
  }
  let compared = 0;
  return [...found.values()].map(({ lines, text: written, named }): FoundId => {
    if (named) return { kind: 'known', lines, text: written, ...named };
    compared += 1;
    const nearest = compared > MAX_COMPARED ? null : nearestTo(written, entries);
    return { kind: 'unknown', lines, text: written, nearest };
  });
}

interface Named {
  readonly entry: SearchEntry;
  /** Whether the text is not its id, but a permanent slug or a former one. */
  readonly isFormer: boolean;
  /** What OpenRouter takes after the id, `:online`; `null` without one. */
  readonly suffix: string | null;
}

/** The model that a text names, also with a suffix that no listed id has. */
function namedBy(text: string, names: ReadonlyMap<string, Named>): Named | null {
  const id = text.toLowerCase();
  const [suffix = null] = SUFFIX.exec(id) ?? [];
  const one = names.get(id);
  if (one || suffix === null) return one ?? null;
  const base = names.get(id.slice(0, -suffix.length));
  return base ? { ...base, suffix } : null;
}

/** Every text with a slash that names a model, in lower case. Ids win, then listed models. */
function namesOf(entries: readonly SearchEntry[]): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const listedLast = [...entries].sort((a, b) => Number(b.retired !== null) - Number(a.retired !== null));
  for (const entry of listedLast) {
    // The variants of a model share its permanent slug.
    const former = entry.variant === null ? [entry.permanentSlug, ...entry.formerly] : entry.formerly;
    for (const text of former) {
      if (text?.includes('/')) names.set(text.toLowerCase(), { entry, isFormer: true, suffix: null });
    }
  }
  for (const entry of listedLast) names.set(entry.id.toLowerCase(), { entry, isFormer: false, suffix: null });
  return names;
}

/** `a/b/c` → `a/b` and `b/c`, without marks at the end. */
function pairsIn(path: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .slice(1)
    .map((part, index) => `${parts[index] ?? ''}/${part}`.replace(END, '').replace(START, ''));
}

/** The listed model whose id is written most alike; `null` if none is close. */
function nearestTo(text: string, entries: readonly SearchEntry[]): SearchEntry | null {
  const wanted = text.toLowerCase();
  let best: SearchEntry | null = null;
  let limit = MAX_DISTANCE;
  for (const entry of entries) {
    if (entry.retired !== null || Math.abs(entry.id.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, entry.id.toLowerCase(), limit);
    if (distance > limit || (best !== null && distance === limit)) continue;
    [best, limit] = [entry, distance];
  }
  return best;
}
