/** What values of fields mean where the name alone misleads. */

const TOKENIZER_NOTES = new Map([
  ['Other', 'a vocabulary that OpenRouter does not name'],
  ['Router', 'that of the model which answers'],
  ['Media', 'none: the model works on pictures, sound or video'],
]);

const INSTRUCT_TYPE_NOTES = new Map([['none', 'no template: a base model that continues text']]);

/** What a tokenizer's name means where the name alone misleads; `null` where it is a family's name. */
export function tokenizerNote(tokenizer: string): string | null {
  return TOKENIZER_NOTES.get(tokenizer) ?? null;
}

/** What an instruct type means where the name alone misleads. */
export function instructTypeNote(instructType: string): string | null {
  return INSTRUCT_TYPE_NOTES.get(instructType) ?? null;
}
