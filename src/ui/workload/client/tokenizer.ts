import o200k from 'gpt-tokenizer/encoding/o200k_base';

/** The number of tokens of a text in the encoding `o200k_base`. A file of its own, because it is large. */
export function countTokens(text: string): number {
  // What looks like a special token is text like any other.
  return o200k.countTokens(text, { disallowedSpecial: new Set() });
}
