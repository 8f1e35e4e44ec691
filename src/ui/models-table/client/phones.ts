/** Same as `md` in tailwind.config.cjs. */
const PHONES = '(width < 48em)';

/** Runs `once` when the window is as narrow as that of a phone, now or later. */
export function onPhones(once: () => Promise<void>): void {
  const phones = matchMedia(PHONES);
  const check = (): void => {
    if (!phones.matches) return;
    phones.removeEventListener('change', check);
    // Without it, rows lack what a link to the model's page has.
    once().catch(() => undefined);
  };
  phones.addEventListener('change', check);
  check();
}
