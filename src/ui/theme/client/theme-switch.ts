const THEMES = ['system', 'light', 'dark'];

/**
 * `<theme-switch><button>…<span></span></button></theme-switch>`: each click selects the next theme and
 * stores it on the device. "System" means that nothing is stored. Follows choices made in other tabs or on
 * later pages.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const text = button?.querySelector('span');
    if (!button || !text) return;
    const { dataset } = document.documentElement;
    let theme = 'system';
    const show = (): void => {
      if (theme === 'system') delete dataset.theme;
      else dataset.theme = theme;
      // One tag for light and one for dark, in the order of the page's head.
      document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]').forEach((meta, place) => {
        const own = THEMES[place + 1] ?? '';
        meta.media =
          theme === 'system' ? `(prefers-color-scheme: ${own})` : own === theme ? 'all' : 'not all';
      });
      text.textContent = button.title = `Theme: ${theme}`;
    };
    const follow = (): void => {
      try {
        theme = THEMES.find((one) => one === localStorage.getItem('theme')) ?? 'system';
      } catch {
        // Storage can be forbidden; then a choice lasts until the page is left.
      }
      show();
    };
    button.addEventListener('click', () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? '';
      show();
      try {
        localStorage.setItem('theme', theme);
      } catch {
        // As above.
      }
    });
    addEventListener('pageshow', follow);
    addEventListener('storage', follow);
    follow();
  }
}

customElements.define('theme-switch', ThemeSwitch);
