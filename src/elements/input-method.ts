/** What Safari says instead of `isComposing` of the key that ends a composition. */
const COMPOSING = 229;

// Keys of an input method are its own: Enter takes a word over and Escape drops it, and nothing on a page hears of them.
addEventListener(
  'keydown',
  (event) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing else tells it in Safari.
    if (!event.isComposing && event.keyCode !== COMPOSING) return;
    event.stopImmediatePropagation();
    // It would close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  },
  { capture: true },
);
