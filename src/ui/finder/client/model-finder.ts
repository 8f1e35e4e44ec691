import type * as findModels from './find-models.ts';

/** The module that answers questions. Loaded on first use. */
type Finding = typeof findModels;

/**
 * `<model-finder>` around the finder's form, with the answer to the first question: answers other questions
 * in place and keeps them in the URL. `data-filters` and `data-names` are the URLs of its data, `data-list`
 * that of the list, and `data-today` is the day of the data.
 */
class ModelFinder extends HTMLElement {
  #loading: Promise<Finding> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const load = (): Promise<Finding> => (this.#loading ??= import('./find-models.ts'));
    const answer = async (use: (finding: Finding) => Promise<void>): Promise<void> => {
      try {
        await use(await load());
      } catch {
        this.#loading = undefined;
        const words = this.querySelector('[data-found]');
        if (words)
          words.textContent =
            'The models could not be loaded. The answer below is that to an earlier question.';
      }
    };
    const prefetch = (): void => {
      void answer(({ prefetch: start }) => start(this));
    };
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      form.addEventListener(type, prefetch, { once: true, passive: true });
    form.addEventListener('input', () => {
      void answer(({ answerForm }) => answerForm(this, form));
    });
    if (location.search !== '') void answer(({ answerAddress }) => answerAddress(this, form));
  }
}

customElements.define('model-finder', ModelFinder);
