/** What Safari says instead of `isComposing` of the key that ends a composition. */
const COMPOSING = 229;

// Keys of an input method are its own: Enter takes a word over and Escape drops it, and nothing on a page hears of them.
addEventListener(
  'keydown',
  (event) => {
    // Deprecated, but nothing else tells it in Safari.
    const { keyCode }: { readonly keyCode: number } = event;
    if (!event.isComposing && keyCode !== COMPOSING) return;
    event.stopImmediatePropagation();
    // It would close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  },
  { capture: true },
);
