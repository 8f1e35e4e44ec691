import type { SearchResults } from './search-results.ts';

/**
 * `<search-box>` around a form with a search field: shows results below the field while it has the focus.
 * Without JavaScript, the form leads to the search page. Prefetches search on the first hover or focus.
 */
class SearchBox extends HTMLElement {
  #results: Promise<SearchResults> | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const prefetch = (): void => {
      this.#load(input).catch(() => undefined);
    };
    this.addEventListener('pointerenter', prefetch, { once: true });
    this.addEventListener('focusin', prefetch, { once: true });
    const failure = this.querySelector<HTMLElement>('[data-failure]');
    const run = (): void =>
      void this.#load(input).then(
        (results) => {
          if (failure) failure.hidden = true;
          return results.run();
        },
        () => {
          if (failure) failure.hidden = false;
        },
      );
    input.addEventListener('input', run);
    input.addEventListener('focus', run);
    this.addEventListener('focusout', (event) => {
      const isInside = event.relatedTarget instanceof Node && this.contains(event.relatedTarget);
      if (!isInside)
        this.#results?.then(
          (results) => {
            results.close();
          },
          () => undefined,
        );
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      this.#results?.then(
        (results) => {
          if (results.isOpen) results.close();
          else input.value = '';
        },
        () => undefined,
      );
      event.preventDefault();
    });
  }

  #load(input: HTMLInputElement): Promise<SearchResults> {
    this.#results ??= import('./kit.ts')
      .then(({ resultsBelow }) => resultsBelow(this, input))
      .catch((error: unknown) => {
        this.#results = undefined;
        throw error;
      });
    return this.#results;
  }
}

customElements.define('search-box', SearchBox);
