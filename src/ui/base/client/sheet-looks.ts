/** The classes of the parts of a sheet, for `Sheet.astro` and for scripts that create sheets. */
export const SHEET = {
  dialog:
    'm-0 max-h-none max-w-full flex-col bg-paper p-0 text-ink open:flex md:h-full md:w-[22rem] max-md:mt-auto max-md:h-[calc(100%-3.5rem)] max-md:w-full max-md:rounded-t-lg',
  /** Added to the dialog: at the right edge. */
  right: 'md:ml-auto',
  head: 'flex items-center gap-2 border-b border-line px-4 py-3',
  room: 'flex-1 overflow-y-auto px-4',
  foot: 'flex gap-2 border-t border-line p-4',
} as const;
