/** A label as it reads within a sentence: `Tools` → `tools`, and `JSON mode` as it is. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
