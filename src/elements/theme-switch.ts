const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/**
 * `<theme-switch><button>…<span></span></button></theme-switch>`: each click takes the next theme and keeps it on the device.
 * "System" is the absence of a choice.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => {
      choose(THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? 'system');
      this.#announce(button);
    });
    this.#announce(button);
  }

  #announce(button: HTMLButtonElement): void {
    const label = `Theme: ${current()}`;
    button.title = label;
    const text = button.querySelector('span');
    if (text) text.textContent = label;
  }
}

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function choose(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage can be forbidden; then the choice lasts as long as the page.
  }
}

customElements.define('theme-switch', ThemeSwitch);
