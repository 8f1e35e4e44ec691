/** The classes of a button, for `Button.astro` and for scripts that make one. */
export const BUTTON =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded border border-edge bg-sheet px-3 text-sm text-ink no-underline hover:border-accent';
