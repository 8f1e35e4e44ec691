import { ANY_CUTTING, findSpan, fold, pieceOf, type Folded } from '../match/folded.ts';
import type { PreparedEntry } from '../match/lexicon.ts';
import { isMisspelling, isMisspeltBeginning } from '../match/typos.ts';
import { wordsOf } from '../match/words.ts';

/** Routing table from words to parts of a long index, so that a query loads only parts that may match. */
export interface Routing {
  /** All distinct words of all parts, sorted, separated by spaces. */
  readonly words: string;
  /**
   * For each word its parts: numbers in base 36 separated by dots, words separated by commas. Empty for a
   * word in many parts.
   */
  readonly parts: string;
  /** Best popularity rank in each part. */
  readonly best: readonly (number | null)[];
}

export interface ReadRouting {
  readonly words: readonly { readonly folded: Folded; readonly parts: readonly number[] | null }[];
  readonly best: readonly (number | null)[];
}

/** A word in more parts than this is not selective. */
const MAX_PARTS_PER_WORD = 5;
const MIN_GLUED_LENGTH = 2;

export function makeRouting(parts: readonly (readonly PreparedEntry[])[]): Routing {
  const partsOf = new Map<string, Set<number>>();
  parts.forEach((entries, part) => {
    for (const { entry, texts, others } of entries) {
      const words = [...texts, others].flatMap((text) => text.words);
      for (const word of [...words, ...entry.formerly.flatMap(wordsOf)]) {
        partsOf.set(word, (partsOf.get(word) ?? new Set()).add(part));
      }
    }
  });
  const words = [...partsOf.keys()].sort();
  return {
    words: words.join(' '),
    parts: words.map((word) => encodeParts([...(partsOf.get(word) ?? [])])).join(','),
    best: parts.map((entries) =>
      entries.reduce<number | null>((best, { entry }) => minOf(best, entry.popularity), null),
    ),
  };
}

export function readRouting({ words, parts, best }: Routing): ReadRouting {
  const codes = parts.split(',');
  return {
    best,
    words: words.split(' ').map((word, place) => {
      const code = codes[place] ?? '';
      return {
        folded: fold([word]),
        parts: code === '' ? null : code.split('.').map((part) => Number.parseInt(part, 36)),
      };
    }),
  };
}

/** Parts that may match, best first: most words of the query, then most popular. */
export function route(routing: ReadRouting, query: readonly string[]): { part: number; held: number }[] {
  const held = query.map((word, place) => {
    const runs = [[word], query.slice(place, place + 2), query.slice(Math.max(0, place - 1), place + 1)];
    return partsHolding(
      routing,
      runs.filter((run, at) => at === 0 || run.length > 1),
      place === query.length - 1,
    );
  });
  return routing.best
    .map((popularity, part) => ({
      part,
      popularity: popularity ?? Number.MAX_SAFE_INTEGER,
      held: held.filter((parts) => parts === null || parts.has(part)).length,
    }))
    .filter((candidate) => candidate.held > 0)
    .sort((a, b) => b.held - a.held || a.popularity - b.popularity || a.part - b.part)
    .map(({ part, held: words }) => ({ part, held: words }));
}

/** The parts that may hold any of `runs`; `null`: all parts. */
function partsHolding(
  routing: ReadRouting,
  runs: readonly (readonly string[])[],
  isLast: boolean,
): ReadonlySet<number> | null {
  const found = new Set<number>();
  for (const run of runs) {
    const piece = pieceOf(run);
    for (const { folded, parts } of routing.words) {
      const [word = ''] = folded.words;
      const mayHold =
        findSpan(folded, piece, ANY_CUTTING) !== null ||
        (folded.glued.length >= MIN_GLUED_LENGTH && piece.glued.startsWith(folded.glued)) ||
        isMisspelling(piece.glued, word) ||
        (isLast && isMisspeltBeginning(piece.glued, word));
      if (!mayHold) continue;
      if (parts === null) return null;
      for (const part of parts) found.add(part);
    }
  }
  return found;
}

function encodeParts(parts: readonly number[]): string {
  return parts.length > MAX_PARTS_PER_WORD ? '' : parts.map((part) => part.toString(36)).join('.');
}

function minOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
