// Characters that show nothing, or that turn the text around them: controls, soft hyphen, zero-width and bidi marks.
const INVISIBLE = /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
// In text of several lines only half characters, controls, and what turns the text around it.
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** One line of text as people read it: nothing invisible, single spaces, none at the ends. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
}

/** Text of several lines without what a page must not hold; line ends are line feeds. */
export function cleanText(text: string): string {
  return dropUnfit(text.replace(/\r\n?/g, '\n')).trim();
}

/** Text without half characters, controls other than tab and line feed, and what turns the text around it. */
export function dropUnfit(text: string): string {
  return text.replace(UNFIT, '');
}
