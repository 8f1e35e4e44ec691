// Invisible characters and those that change text direction: controls, soft hyphen, zero-width and bidi
// marks.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');
// In multi-line text, only lone surrogates, controls, and characters that change text direction.
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;
// No script needs more than four marks on a letter. Joiners between marks have no effect.
const MANY_MARKS = /((?:\p{M}[\u200C\u200D]*){4})[\p{M}\u200C\u200D]+/u;
const ALL_MANY_MARKS = new RegExp(MANY_MARKS, 'gu');

/** A clean line of text: no invisible characters, at most four marks on a letter, single spaces, trimmed. */
export function cleanLine(text: string): string {
  const visible = text.replace(/\s+/gu, ' ').replace(ALL_INVISIBLE, '');
  return dropMarks(visible).replace(/ {2,}/g, ' ').trim();
}

/**
 * Upstream words such as modalities, cleaned and without duplicates; words without visible characters are
 * dropped.
 */
export function cleanWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.map(cleanLine))].filter((word) => word !== '');
}

/** Whether `cleanLine` would remove more than spaces. */
export function isUnclean(text: string): boolean {
  return INVISIBLE.test(text) || MANY_MARKS.test(text);
}

/** Multi-line text without unsafe characters; line ends are line feeds. */
export function cleanText(text: string): string {
  return dropUnfit(text.replace(/\r\n?/g, '\n')).trim();
}

/** Drops lone surrogates, controls other than tab and line feed, direction changes, and excess marks. */
export function dropUnfit(text: string): string {
  return dropMarks(text.replace(UNFIT, ''));
}

function dropMarks(text: string): string {
  return text.replace(ALL_MANY_MARKS, '$1');
}
