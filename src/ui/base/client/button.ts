const SHAPE =
  'inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3 text-sm no-underline';

/** The classes of a button, for `Button.astro` and for scripts that create buttons. */
export const BUTTON = `${SHAPE} border-edge bg-sheet text-ink hover:border-accent`;

/** The classes of the primary button of a page. */
export const MAIN_BUTTON = `${SHAPE} border-accent bg-accent font-semibold text-paper hover:text-paper`;
