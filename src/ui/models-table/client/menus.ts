/** Fills a menu when it is first opened. If that fails, the next opening tries again. */
export function fillWhenOpened(menu: Element, fill: () => Promise<void>): void {
  let filling: Promise<void> | null = null;
  menu.addEventListener('toggle', () => {
    filling ??= fill().catch(() => {
      filling = null;
    });
  });
}
