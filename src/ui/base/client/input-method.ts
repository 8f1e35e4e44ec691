/** `keyCode` of the key that ends a composition in Safari, where `isComposing` is already false. */
const COMPOSING = 229;

// Stops keys that belong to an input method (IME): Enter accepts a word and Escape cancels it, so the page
// must not handle them.
addEventListener(
  'keydown',
  (event) => {
    // Deprecated, but the only way to detect it in Safari.
    const { keyCode }: { readonly keyCode: number } = event;
    if (!event.isComposing && keyCode !== COMPOSING) return;
    event.stopImmediatePropagation();
    // The browser would close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  },
  { capture: true },
);
