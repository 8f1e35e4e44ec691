import { splitName } from '../../catalog/names.ts';
import type { SearchEntry } from '../entry.ts';
import { squeeze, straighten, wordsOf } from './words.ts';

/** Kinds of texts that name an entry, best first. */
const KINDS = ['id', 'slug', 'base', 'permanent slug', 'name', 'former', 'short', 'former short'] as const;
type Kind = (typeof KINDS)[number];
/** Names without their author, or with another of its names. */
const SHORT_KINDS: ReadonlySet<Kind | undefined> = new Set<Kind>(['short', 'former short']);

/**
 * Normalizations of a text, strictest first: exact, ignoring case, words only, and letters and digits only.
 */
const LIKENESSES: readonly ((text: string) => string)[] = [lettersOf, foldedLetters, wordsIn, keyOf];
const [SAME, SAME_BUT_CAPITALS] = [0, 1];

/** A text that names an entry. */
interface Form {
  readonly kind: Kind;
  readonly text: string;
}

/** The rank of a text that does not name the entry. Lower ranks are more exact. */
export const NOT_NAMED = Number.POSITIVE_INFINITY;

/**
 * Whether a rank is that of a literal match. A match that ignores case counts too, except for names without
 * their author, which are too short.
 */
export function isLiteral(exact: number): boolean {
  const likeness = Math.floor(exact / KINDS.length);
  return (
    likeness === SAME || (likeness === SAME_BUT_CAPITALS && !SHORT_KINDS.has(KINDS[exact % KINDS.length]))
  );
}

/** The key to look up in `exactKeys` of an entry; empty for an empty text. */
export function keyOf(text: string): string {
  // A name of symbols only has no letters to use as a key.
  return squeeze(text) || foldedLetters(text);
}

/** The keys of all texts that name an entry, for a fast check. */
export function exactKeys(entry: SearchEntry): Set<string> {
  return new Set(formsOf(entry).map(({ text }) => keyOf(text)));
}

/** All texts that name an entry, as written. */
export function exactTexts(entry: SearchEntry): Set<string> {
  return new Set(formsOf(entry).map(({ text }) => lettersOf(text)));
}

/**
 * How exactly `typed` names the entry, `NOT_NAMED` where it does not. Ranked by normalization, then by kind
 * of text: an id before an id without its author, either without its variant, a permanent slug, a name, and
 * former names.
 */
export function exactness(entry: SearchEntry, typed: string): number {
  const likenesses = LIKENESSES.map((same) => ({ same, wanted: same(typed) }));
  const ranks = formsOf(entry).map(({ kind, text }) => {
    const likeness = likenesses.findIndex(({ same, wanted }) => same(text) === wanted);
    return likeness < 0 ? NOT_NAMED : likeness * KINDS.length + KINDS.indexOf(kind);
  });
  return Math.min(...ranks);
}

function formsOf(entry: SearchEntry): Form[] {
  const { author, authorNames, prefix, name, slug, variant, permanentSlug, formerly } = entry;
  const withVariant = variant === null ? slug : `${slug}:${variant}`;
  const forms = (kind: Kind, texts: readonly string[]): Form[] => texts.map((text) => ({ kind, text }));
  return [
    ...forms('id', [entry.id, `${author}/${withVariant}`]),
    ...forms('slug', [withVariant]),
    ...forms('base', [`${author}/${slug}`, slug]),
    ...forms('permanent slug', permanentSlug === null ? [] : [permanentSlug, afterSlash(permanentSlug)]),
    ...forms('name', [prefix === null ? name : `${prefix}: ${name}`]),
    ...forms('former', formerly),
    ...forms('short', [name, ...authorNames.map((one) => `${one}: ${name}`)]),
    ...forms('former short', formerly.map(shortOf)),
  ];
}

/** A former name without the author. */
function shortOf(former: string): string {
  const { prefix, name } = splitName(former);
  return prefix === null ? afterSlash(former) : name;
}

function afterSlash(text: string): string {
  return text.slice(text.indexOf('/') + 1);
}

function lettersOf(text: string): string {
  return straighten(text.normalize('NFKC')).replace(/\s+/gu, ' ').trim();
}

function foldedLetters(text: string): string {
  return lettersOf(text).toLowerCase();
}

function wordsIn(text: string): string {
  return wordsOf(text).join(' ');
}
