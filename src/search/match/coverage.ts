import { findSpan, type Piece, type Span } from './folded.ts';
import type { PreparedEntry, PreparedText } from './lexicon.ts';
import type { Allowance } from './pieces.ts';

/** Which words of a text the pieces of a query match, and which are left over. */

type Place = Pick<Span, 'from' | 'to'>;

/**
 * For each piece its positions in `text`, including misspellings: none, one, or one per word that it may be a
 * misspelling of.
 */
export function spansIn(text: PreparedText, pieces: readonly Piece[], allowed: Allowance): Place[][] {
  return pieces.map((piece) => {
    const span = findSpan(text, piece, allowed.cutting);
    const meant = span === null ? (allowed.misspelt.get(piece.glued) ?? []) : [piece.word];
    const words = text.words.flatMap((word, place) =>
      meant.includes(word) ? [{ from: text.starts[place] ?? 0, to: text.starts[place + 1] ?? 0 }] : [],
    );
    return span === null ? words : [span, ...words];
  });
}

/**
 * The number of left-over words in the better of the two texts. Each query word that a text lacks adds one.
 */
export function minLeftOver({ texts }: PreparedEntry, pieces: readonly Piece[], allowed: Allowance): number {
  return Math.min(
    ...texts.map((text) => {
      const spans = spansIn(text, pieces, allowed);
      const lacking = pieces.filter((_, place) => spans[place]?.length === 0);
      return lacking.reduce((sum, { length }) => sum + length, countLeftOver(text, coverage(text, spans)));
    }),
  );
}

/** For each word of `text`: 0 not matched, 0.5 partly matched, 1 matched. */
export function coverage(text: PreparedText, spans: readonly (readonly Place[])[]): number[] {
  const covered = text.words.map(() => 0);
  for (const span of spans.flat()) {
    text.words.forEach((_, place) => {
      const from = text.starts[place] ?? 0;
      const to = text.starts[place + 1] ?? 0;
      if (span.from >= to || span.to <= from) return;
      covered[place] = Math.max(covered[place] ?? 0, span.from <= from && span.to >= to ? 1 : 0.5);
    });
  }
  return covered;
}

function countLeftOver(text: PreparedText, covered: readonly number[]): number {
  return text.counts.reduce((sum, counts, place) => (counts ? sum + 1 - (covered[place] ?? 0) : sum), 0);
}

/** The number of gaps of a match: before the first query word, and between query words. */
export function countBreaks(text: PreparedText, spans: readonly (readonly Place[])[]): number {
  let breaks = 0;
  let end: number | null = null;
  for (const [span] of spans) {
    if (span === undefined || (end === null ? leavesOverBefore(text, span.from) : end !== span.from))
      breaks += 1;
    end = span?.to ?? end;
  }
  return breaks;
}

function leavesOverBefore(text: PreparedText, place: number): boolean {
  return text.counts.some((counts, word) => counts && (text.starts[word] ?? 0) < place);
}
