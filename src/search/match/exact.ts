import { splitName } from '../../catalog/names.ts';
import type { SearchEntry } from '../entry.ts';
import { squeeze, straighten, wordsOf } from './words.ts';

/** What a text that names an entry is, best first. */
const KINDS = ['id', 'slug', 'base', 'permanent slug', 'name', 'former', 'short', 'former short'] as const;
type Kind = (typeof KINDS)[number];
/** Names without their author, or with another name of it. */
const SHORT_KINDS: ReadonlySet<Kind | undefined> = new Set<Kind>(['short', 'former short']);

/** How much of a text and of what was typed is the same, most first: all, all but capitals, the words, all but what is between them. */
const LIKENESSES: readonly ((text: string) => string)[] = [lettersOf, foldedLetters, wordsIn, keyOf];
const [SAME, SAME_BUT_CAPITALS] = [0, 1];

/** A text that names an entry. */
interface Form {
  readonly kind: Kind;
  readonly text: string;
}

/** How exactly a text names an entry; lower is better. */
export const NOT_NAMED = Number.POSITIVE_INFINITY;

/** Whether an exactness is that of a text that was typed as it is. Without their author names are too short for that in other capitals. */
export function isLiteral(exact: number): boolean {
  const likeness = Math.floor(exact / KINDS.length);
  return (
    likeness === SAME || (likeness === SAME_BUT_CAPITALS && !SHORT_KINDS.has(KINDS[exact % KINDS.length]))
  );
}

/** What `exactKeys` of an entry must hold for `typed` to name it; empty for no text. */
export function keyOf(text: string): string {
  // A name of signs alone has nothing else to be known by.
  return squeeze(text) || foldedLetters(text);
}

/** Every text that names an entry, without gaps: to rule it out fast. */
export function exactKeys(entry: SearchEntry): Set<string> {
  return new Set(formsOf(entry).map(({ text }) => keyOf(text)));
}

/** Every text that names an entry, as it is written. */
export function exactTexts(entry: SearchEntry): Set<string> {
  return new Set(formsOf(entry).map(({ text }) => lettersOf(text)));
}

/**
 * How exactly `typed` names the entry, `NOT_NAMED` where it does not: by how much of it is the same, then by what it is: an id before an
 * id without its author, either without its variant, a permanent slug, a name, and what the entry was once called.
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

/** Without the author. */
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
