import type { Author } from './model.ts';

/** Two letters and a hue that identify an author in small spaces. */
export interface Monogram {
  readonly letters: string;
  /** 0–11 on the color wheel. A fixed scale, because pages have no inline styles. */
  readonly hue: number;
}

export const HUES = 12;

/**
 * A monogram for every author, by slug. The hue comes from a hash of the slug. Authors with the same letters
 * get hues as far apart as the scale allows. The order of the list does not matter.
 */
export function assignMonograms(authors: readonly Author[]): ReadonlyMap<string, Monogram> {
  const usedHues = new Map<string, number[]>();
  const result = new Map<string, Monogram>();
  for (const author of [...authors].sort((a, b) => (a.slug < b.slug ? -1 : 1))) {
    if (result.has(author.slug)) continue;
    const letters = lettersOf(author);
    const used = usedHues.get(letters) ?? [];
    const hue = farthestHue(hashOf(author.slug) % HUES, used);
    usedHues.set(letters, [...used, hue]);
    result.set(author.slug, { letters, hue });
  }
  return result;
}

/**
 * `DeepSeek` → `De`, `Z.ai` → `ZA`, `Thinking Machines` → `TM`; from the slug where the name has no letters.
 */
export function lettersOf({ name, slug }: Author): string {
  const words = wordsOf(name).length > 0 ? wordsOf(name) : wordsOf(slug);
  const [[first = '?', next = ''] = [], second] = words;
  return first.toUpperCase() + (second?.[0]?.toUpperCase() ?? next.toLowerCase());
}

/** Words of letters and digits, split by code point, so that surrogate pairs stay intact. */
function wordsOf(text: string): string[][] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => Array.from(word));
}

/** The hue farthest from all used ones, searched from `start`. Starts over when every hue is used. */
function farthestHue(start: number, used: readonly number[]): number {
  const round = used.slice(used.length - (used.length % HUES));
  const distance = (hue: number) => Math.min(HUES, ...round.map((other) => circleDistance(hue, other)));
  const hues = Array.from({ length: HUES }, (_, step) => (start + step) % HUES);
  return hues.reduce((best, hue) => (distance(hue) > distance(best) ? hue : best), start);
}

function circleDistance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, HUES - apart);
}

/** FNV-1a: a hash that is stable across builds. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
