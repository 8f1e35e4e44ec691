const SCHEMES = ['light', 'dark'] as const;
const THEMES = ['system', ...SCHEMES] as const;
type Theme = (typeof THEMES)[number];

/**
 * `<theme-switch><button>…<span></span></button></theme-switch>`: each click takes the next theme and keeps it on the device.
 * "System" is the absence of a choice. What another tab or a later page chose is followed.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? 'system';
      show(next);
      keep(next);
      this.#announce(button);
    });
    const follow = (): void => {
      show(kept() ?? current());
      this.#announce(button);
    };
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) follow();
    });
    addEventListener('storage', ({ key }) => {
      if (key === 'theme' || key === null) follow();
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
  return asTheme(document.documentElement.dataset.theme);
}

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  // One for each scheme, in the order of the page's head.
  document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]').forEach((meta, place) => {
    const scheme = SCHEMES[place] ?? 'light';
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${scheme})`;
    else meta.media = scheme === theme ? 'all' : 'not all';
  });
}

/** The theme that is kept on the device; `null` where storage is forbidden. */
function kept(): Theme | null {
  try {
    return asTheme(localStorage.getItem('theme'));
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage can be forbidden; then the choice lasts as long as the page.
  }
}

function asTheme(text: string | null | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

customElements.define('theme-switch', ThemeSwitch);
