/** Explanations of values whose name alone is misleading. */

const TOKENIZER_NOTES = new Map([
  ['Other', 'a vocabulary that OpenRouter does not name'],
  ['Router', 'that of the model which answers'],
  ['Media', 'none: the model works on pictures, sound or video'],
]);

const INSTRUCT_TYPE_NOTES = new Map([['none', 'no template: a base model that continues text']]);

/** Explains a tokenizer value whose name alone is misleading; `null` where the name is clear. */
export function tokenizerNote(tokenizer: string): string | null {
  return TOKENIZER_NOTES.get(tokenizer) ?? null;
}

/** Explains an instruct type whose name alone is misleading; `null` where the name is clear. */
export function instructTypeNote(instructType: string): string | null {
  return INSTRUCT_TYPE_NOTES.get(instructType) ?? null;
}
