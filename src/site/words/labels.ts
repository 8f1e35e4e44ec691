/** A label inside a sentence: `Tools` → `tools`, but `JSON mode` stays unchanged. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
