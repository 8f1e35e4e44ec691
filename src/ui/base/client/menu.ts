/**
 * Closes the menus of `Menu.astro`: Escape closes the open one and returns the focus to its button, and a
 * press outside closes it.
 */

const openMenu = (): HTMLDetailsElement | null => document.querySelector('details[data-menu][open]');

addEventListener('pointerdown', ({ target }) => {
  const menu = openMenu();
  if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
});

addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' ? openMenu() : null;
  if (!menu) return;
  if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
  menu.open = false;
});
