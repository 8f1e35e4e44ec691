/** Loads what says the hours of prices by the reader's clock, on the few pages that have such prices. */
const parts = document.querySelectorAll<HTMLElement>('[data-slots]');
if (parts.length > 0) {
  import('./local-hours.ts').then(
    ({ showLocalHours }) => {
      showLocalHours(parts, new Date());
    },
    () => undefined,
  );
}
