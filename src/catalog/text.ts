// Characters that show nothing, or that turn the text around them: controls, soft hyphen, zero-width and bidi marks.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');
// In text of several lines only half characters, controls, and what turns the text around it.
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;
// Four marks on a letter are more than any script needs; joiners between them change nothing.
const MANY_MARKS = /((?:\p{M}[\u200C\u200D]*){4})[\p{M}\u200C\u200D]+/u;
const ALL_MANY_MARKS = new RegExp(MANY_MARKS, 'gu');

/** One line of text as people read it: nothing invisible, at most four marks on a letter, single spaces, none at the ends. */
export function cleanLine(text: string): string {
  const visible = text.replace(/\s+/gu, ' ').replace(ALL_INVISIBLE, '');
  return dropMarks(visible).replace(/ {2,}/g, ' ').trim();
}

/** Words of upstream's, such as modalities, as people read them, each once; what shows nothing is left out. */
export function cleanWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.map(cleanLine))].filter((word) => word !== '');
}

/** Whether `cleanLine` takes more than spaces away. */
export function isUnclean(text: string): boolean {
  return INVISIBLE.test(text) || MANY_MARKS.test(text);
}

/** Text of several lines without what a page must not hold; line ends are line feeds. */
export function cleanText(text: string): string {
  return dropUnfit(text.replace(/\r\n?/g, '\n')).trim();
}

/** Text without half characters, controls other than tab and line feed, what turns the text around it, and marks without end. */
export function dropUnfit(text: string): string {
  return dropMarks(text.replace(UNFIT, ''));
}

function dropMarks(text: string): string {
  return text.replace(ALL_MANY_MARKS, '$1');
}
