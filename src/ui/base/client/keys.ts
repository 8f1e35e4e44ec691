const LETTER = 'Key'.length;

/**
 * The key in lower case; on a layout without Latin letters the letter that stands in its place on a US keyboard. Empty for the events
 * without a key that browsers send as they fill in forms.
 */
export function latinKey({ key = '', code = '' }: Partial<Pick<KeyboardEvent, 'key' | 'code'>>): string {
  return (key <= '~' ? key : code.slice(LETTER)).toLowerCase();
}
