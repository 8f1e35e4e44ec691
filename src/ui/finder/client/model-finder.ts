import { WORKLOAD_NAMES } from '../../../search/workload-names.ts';
import type * as findModels from './find-models.ts';

/** The module that answers questions. Loaded on first use. */
type Finding = typeof findModels;

const NOT_LOADED = 'The models could not be loaded. The answer below is that to an earlier question.';
const OTHER_BUILD = 'The site is newer than this page. Load the page again to find models.';

/** Whether the URL has a question. A workload alone is none. */
function asksSomething(): boolean {
  const names: readonly string[] = WORKLOAD_NAMES;
  return [...new URLSearchParams(location.search).keys()].some((name) => !names.includes(name));
}

/**
 * `<model-finder>` around the finder's form, with the answer to the first question: answers other questions
 * in place and keeps them in the URL. `data-filters` and `data-names` are the URLs of its data, `data-list`
 * that of the list, and `data-today` is the day of the data. With a workload, shows what it costs on the
 * models of the answer, from the file at `data-costs`.
 */
class ModelFinder extends HTMLElement {
  #loading: Promise<Finding> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const load = (): Promise<Finding> =>
      (this.#loading ??= import('./find-models.ts').catch((error: unknown) => {
        this.#loading = undefined;
        throw error;
      }));
    const answer = async (use: (finding: Finding) => Promise<void>): Promise<void> => {
      let finding: Finding | undefined;
      try {
        finding = await load();
        await use(finding);
      } catch (error) {
        const isNewer = finding !== undefined && error instanceof finding.OtherBuild;
        this.querySelector('[data-found]')?.replaceChildren(isNewer ? OTHER_BUILD : NOT_LOADED);
      }
    };
    const prefetch = (): void => {
      load()
        .then(({ prefetch: start }) => start(this))
        .catch(() => undefined);
    };
    for (const type of ['pointerover', 'focusin', 'touchstart'])
      form.addEventListener(type, prefetch, { once: true, passive: true });
    form.addEventListener('input', () => {
      void answer(({ answerForm }) => answerForm(this, form));
    });
    this.#followWorkload();
    if (asksSomething()) void answer(({ answerAddress }) => answerAddress(this, form));
  }

  /** Loads what shows costs once a workload is set. */
  #followWorkload(): void {
    let isLive = false;
    const load = async (): Promise<void> => {
      if (isLive) return;
      isLive = true;
      try {
        (await import('./finder-costs.ts')).showCosts(this);
      } catch {
        isLive = false;
      }
    };
    if (document.documentElement.hasAttribute('data-workload')) void load();
    document.addEventListener('workload-change', () => void load());
  }
}

customElements.define('model-finder', ModelFinder);
