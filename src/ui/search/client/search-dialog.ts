import { NO_REQUEST } from '../../../search/search.ts';
import css from './search-dialog.css?inline';
import { searchPath, url } from '../../../site/urls.ts';
import { withWorkload } from '../../base/client/address-bar.ts';
import { el } from './dom.ts';
import { SearchResults } from './search-results.ts';
import { searchHelp } from './help.ts';

const LIMIT = 8;

/** `<search-dialog>`: a native dialog with a search box. A document has one, created on first use. */
class SearchDialog extends HTMLElement {
  readonly #dialog = el('dialog', { class: 'find-dialog', 'aria-label': 'Search' });
  readonly #input = el('input', {
    type: 'search',
    class: 'find-input',
    'aria-label': 'Search models',
    placeholder: 'Model, author or need',
    enterkeyhint: 'go',
    maxlength: '300',
  });
  readonly #results = new SearchResults();

  connectedCallback(): void {
    const close = el('button', { type: 'button', class: 'find-close' }, 'Close');
    this.#dialog.append(
      el('div', { class: 'find-bar' }, this.#input, close),
      el('div', { class: 'find-scroll' }, this.#results),
      el('div', { class: 'find-foot' }, searchHelp()),
    );
    this.append(this.#dialog);
    this.#results.attach({
      input: this.#input,
      limit: LIMIT,
      request: () => ({ ...NO_REQUEST, typed: this.#input.value }),
      loadAll: false,
      isPopup: true,
    });
    this.#input.addEventListener('input', () => void this.#results.run());
    close.addEventListener('click', () => {
      this.#dialog.close();
    });
    // Escape in a native search field only clears it.
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        this.#dialog.close();
      } else if (event.key === 'Enter' && !event.defaultPrevented && this.#input.value.trim() !== '') {
        // Results are not ready, so go to the search page, which can wait for them.
        const parameters = withWorkload(new URLSearchParams({ q: this.#input.value.trim() }));
        location.assign(url(searchPath(parameters)));
      }
    });
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  /** `typed` is the text entered while the dialog was loading. */
  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    if (typed === '') this.#input.select();
    else this.#input.value = typed;
    void this.#results.run();
  }
}

customElements.define('search-dialog', SearchDialog);

let dialog: SearchDialog | undefined;

export function openSearch(typed: string): void {
  if (!dialog) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    dialog = new SearchDialog();
    document.body.append(dialog);
  }
  dialog.open(typed);
}
