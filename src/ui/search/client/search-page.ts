import { writeAddress } from '../../base/client/address-bar.ts';
import { BUTTON } from '../../base/client/button.ts';
import { fromParameters, toParameters } from '../../../search/params.ts';
import { countedAnswers, countFacets, loosenings, toggle } from '../../../search/facets.ts';
import { NO_FILTERS } from '../../../search/filters.ts';
import type { SearchRequest } from '../../../search/search.ts';
import { count } from '../../../catalog/format.ts';
import { el } from './dom.ts';
import { loadNames, type Found } from './engine.ts';
import { FACET_TITLES, SearchFacets, type FacetChange } from './facets.ts';
import { searchHelp } from './help.ts';
import { countModels } from './groups.ts';
import { rememberSearch } from './recent.ts';
import { SearchResults } from './search-results.ts';

const LIMIT = 25;

/**
 * `<search-page>` around the form of the search page: results with facets and an order, all of it in the address. Typing replaces the
 * address; a choice adds to the history.
 */
class SearchPage extends HTMLElement {
  readonly #results = new SearchResults();
  readonly #facets = new SearchFacets();
  readonly #help = searchHelp();
  readonly #count = el('p', { class: 'search-count' });
  readonly #clear = el('button', { type: 'button', class: BUTTON, hidden: '' }, 'Clear filters');
  readonly #fold = el(
    'button',
    { type: 'button', class: `search-fold ${BUTTON}`, 'aria-expanded': 'false' },
    'Filters',
  );
  #request: SearchRequest = { typed: '', filters: NO_FILTERS, sort: 'relevance' };
  #counting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = form?.querySelector('input');
    const sort = form?.querySelector('select');
    if (!form || !input || !sort) return;
    this.#build(form);
    this.#results.attach({
      input,
      limit: LIMIT,
      request: () => this.#request,
      whole: true,
      isPassing: false,
      onFound: (found) => {
        this.#onFound(found);
      },
      loosen: (found) => this.#loosenings(found),
    });
    this.#listen(form, input, sort);
    this.#read(input, sort);
    // An empty page loads nothing before somebody comes near.
    if (toParameters(this.#request).size > 0 || document.activeElement === input) void this.#results.run();
  }

  #build(form: HTMLFormElement): void {
    const side = el('div', { class: 'search-side print:hidden', id: 'search-side' }, this.#facets);
    this.#fold.setAttribute('aria-controls', side.id);
    this.#fold.addEventListener('click', () => {
      this.#fold.setAttribute('aria-expanded', String(side.classList.toggle('is-open')));
    });
    form.after(
      this.#help,
      el(
        'div',
        { class: 'search-cols' },
        el('div', { class: 'search-tools print:hidden' }, this.#count, this.#fold, this.#clear),
        side,
        this.#results,
      ),
    );
    for (const field of form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[disabled]'))
      field.disabled = false;
  }

  #listen(form: HTMLFormElement, input: HTMLInputElement, sort: HTMLSelectElement): void {
    const near = (): void => {
      loadNames().catch(() => undefined);
      if (toParameters(this.#request).size === 0) void this.#results.run();
    };
    this.addEventListener('pointerenter', near, { once: true });
    this.addEventListener('focusin', near, { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(input.value);
    });
    input.addEventListener('input', () => {
      this.#change({ ...this.#request, typed: input.value }, 'replace');
    });
    input.addEventListener('focus', () => {
      if (toParameters(this.#request).size === 0) void this.#results.run();
    });
    sort.addEventListener('change', () => {
      const parameters = toParameters(this.#request);
      parameters.set('sort', sort.value);
      this.#change(fromParameters(parameters), 'push');
    });
    this.#facets.addEventListener('facet', (event) => {
      const { facet, value } = (event as CustomEvent<FacetChange>).detail;
      this.#change({ ...this.#request, filters: toggle(this.#request.filters, facet, value) }, 'push');
    });
    this.#clear.addEventListener('click', () => {
      this.#change({ ...this.#request, filters: NO_FILTERS }, 'push');
      input.focus();
    });
    addEventListener('popstate', () => {
      this.#read(input, sort);
      void this.#results.run();
    });
  }

  #read(input: HTMLInputElement, sort: HTMLSelectElement): void {
    this.#take(fromParameters(new URLSearchParams(location.search)));
    input.value = this.#request.typed;
    sort.value = this.#request.sort;
  }

  /** What can be typed is said as long as nothing is asked for. */
  #take(request: SearchRequest): void {
    const [wasEmpty, isEmpty] = [this.#request, request].map((one) => toParameters(one).size === 0);
    if (isEmpty || wasEmpty) this.#help.toggleAttribute('open', isEmpty);
    this.#request = request;
  }

  #change(request: SearchRequest, how: 'push' | 'replace'): void {
    this.#take(request);
    void this.#results.run();
    writeAddress(toParameters(request), how);
  }

  #onFound({ answer, names }: Found): void {
    const { filters } = this.#request;
    const chosen = [...toParameters({ typed: '', filters, sort: 'relevance' })].length;
    const isEmpty = toParameters(this.#request).size === 0;
    this.#count.textContent = isEmpty ? '' : countModels(answer.results);
    this.#clear.hidden = chosen === 0;
    this.#fold.textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`;
    // Counting waits until the results are drawn.
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => {
      const { counted, isOfRetired } = countedAnswers(answer);
      this.#facets.show(countFacets(counted, filters, names.now), names.table, isOfRetired);
    });
  }

  #loosenings({ answer, names }: Found): HTMLElement[] {
    return loosenings(countedAnswers(answer).counted, this.#request.filters, names.now).map((way) => {
      const what = way.facet === null ? 'All filters' : FACET_TITLES[way.facet];
      const button = el('button', { type: 'button', class: BUTTON }, `${what}: ${count(way.count, 'model')}`);
      button.addEventListener('click', () => {
        this.#change({ ...this.#request, filters: way.filters }, 'push');
      });
      return button;
    });
  }
}

customElements.define('search-page', SearchPage);
