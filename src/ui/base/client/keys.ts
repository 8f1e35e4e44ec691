const LETTER = 'Key'.length;

/**
 * The key in lower case. On a layout without Latin letters, the letter at the same position on a US keyboard.
 * Empty for key events without a key, which browsers send when they autofill forms.
 */
export function latinKey({ key = '', code = '' }: Partial<Pick<KeyboardEvent, 'key' | 'code'>>): string {
  return (key <= '~' ? key : code.slice(LETTER)).toLowerCase();
}
