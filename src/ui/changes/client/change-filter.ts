import '../../base/client/side-sheet.ts';
import type { FilteredChanges } from './filtered-changes.ts';

/** What may come before the first use of a filter. */
const FIRST_SIGNS = ['pointerover', 'focusin', 'touchstart'] as const;

/**
 * `<change-filter>` around figures, a filter form and groups of changes. Enables the fields; what filters is
 * loaded on first use or for an address with a filter.
 */
class ChangeFilter extends HTMLElement {
  #loading: Promise<FilteredChanges> | undefined;
  #loaded: FilteredChanges | undefined;

  connectedCallback(): void {
    for (const fieldset of this.querySelectorAll('fieldset')) fieldset.disabled = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    const prepare = (): void => void this.#load();
    for (const type of FIRST_SIGNS) this.addEventListener(type, prepare, { once: true, passive: true });
    this.addEventListener('input', ({ target }) => {
      void this.#load().then((filtered) => {
        filtered?.readForm(target);
      });
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      // Later clicks are heard by what was loaded.
      if (button && !this.#loaded) {
        void this.#load().then((filtered) => {
          if (filtered) button.click();
        });
      }
    });
    addEventListener('popstate', () => {
      void this.#load().then((filtered) => filtered?.readAddress());
    });
    if (location.search !== '') void this.#load().then((filtered) => filtered?.readAddress());
  }

  /** `null` if it cannot be loaded now. */
  async #load(): Promise<FilteredChanges | null> {
    try {
      this.#loading ??= import('./filtered-changes.ts').then((module) => new module.FilteredChanges(this));
      return (this.#loaded = await this.#loading);
    } catch {
      this.#loading = undefined;
      const status = this.querySelector('[role=status]');
      if (status) status.textContent = 'What filters the changes could not be loaded.';
      return null;
    }
  }
}

customElements.define('change-filter', ChangeFilter);
