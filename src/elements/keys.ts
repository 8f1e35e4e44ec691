/** Keys as shortcuts understand them, whatever layout or input method they come from. */

/** What Safari says instead of `isComposing` of the key that ends a composition. */
const COMPOSING_KEY_CODE = 229;

/** Whether a key belongs to an input method, which then does with it what is to be done. */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing else tells it in Safari.
  return event.isComposing || event.keyCode === COMPOSING_KEY_CODE;
}

/** The sign that a key types; `null` for other keys and for events without one. */
export function typedSign({ key }: Partial<Pick<KeyboardEvent, 'key'>>): string | null {
  return key?.length === 1 ? key : null;
}

/**
 * The key in lower case; on a layout without Latin letters the one that stands in its place on a US keyboard. Empty for the events
 * without a key that browsers send as they fill in forms.
 */
export function latinKey({ key, code }: Partial<Pick<KeyboardEvent, 'key' | 'code'>>): string {
  if (key === undefined || code === undefined) return '';
  if (/^[\0-\x7f]+$/.test(key)) return key.toLowerCase();
  return code === 'Slash' ? '/' : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}
