import { withWorkload, writeAddress } from '../../base/client/address-bar.ts';
import { BUTTON } from '../../base/client/button.ts';
import type { Order } from '../../../search/order-params.ts';
import { readRequest, writeRequest, type ListRequest } from '../../../search/params.ts';
import { countedAnswers, countFacets, loosenings, toggle } from '../../../search/facets.ts';
import { FILTERS, keysIn, NO_FILTERS, valuesIn } from '../../../search/filters.ts';
import { SEARCH_ORDERS, SEARCH_SORTS, SEARCH_TERMS } from '../../../search/orders.ts';
import { isEmptyRequest, NO_REQUEST } from '../../../search/search.ts';
import { count } from '../../../catalog/format.ts';
import { el } from './dom.ts';
import { loadNames, type Found } from './engine.ts';
import { SearchFacets, type FacetChange } from './facets.ts';
import { searchHelp } from './help.ts';
import { countModels } from './groups.ts';
import { rememberSearch } from './recent.ts';
import { SearchResults } from './search-results.ts';

const LIMIT = 25;

/**
 * `<search-page>` around the form of the search page: results with facets and an order, all kept in the URL.
 * Typing replaces the history entry; a choice adds one.
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
  #request: ListRequest = NO_REQUEST;
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
      loadAll: true,
      isPopup: false,
      onFound: (found) => {
        this.#onFound(found);
      },
      loosen: (found) => this.#loosenings(found),
    });
    this.#listen(form, input, sort);
    this.#read(input, sort);
    // An empty page loads nothing before the user interacts.
    if (!isEmptyRequest(this.#request) || document.activeElement === input) void this.#results.run();
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
    const prefetch = (): void => {
      loadNames().catch(() => undefined);
      if (isEmptyRequest(this.#request)) void this.#results.run();
    };
    this.addEventListener('pointerenter', prefetch, { once: true });
    this.addEventListener('focusin', prefetch, { once: true });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(input.value);
    });
    input.addEventListener('input', () => {
      this.#change({ ...this.#request, typed: input.value }, 'replace');
    });
    input.addEventListener('focus', () => {
      if (isEmptyRequest(this.#request)) void this.#results.run();
    });
    sort.addEventListener('change', () => {
      this.#change({ ...this.#request, order: orderOf(sort.value) }, 'push');
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
    const given = new URLSearchParams(location.search);
    this.#take(readRequest(given, SEARCH_TERMS, this.dataset.today ?? ''));
    input.value = this.#request.typed;
    sort.value = optionFor(sort, this.#request.order);
  }

  /** Applies a request. The help is shown only while the request is empty. */
  #take(request: ListRequest): void {
    const [wasEmpty, isEmpty] = [this.#request, request].map(isEmptyRequest);
    if (isEmpty || wasEmpty) this.#help.toggleAttribute('open', isEmpty);
    this.#request = request;
  }

  #change(request: ListRequest, how: 'push' | 'replace'): void {
    this.#take(request);
    void this.#results.run();
    writeAddress(withWorkload(writeRequest(request, SEARCH_TERMS)), how);
  }

  #onFound({ answer, names, filters }: Found): void {
    this.#request = { ...this.#request, filters };
    const chosen = keysIn(filters).flatMap((key) => valuesIn(filters, key)).length;
    const isEmpty = isEmptyRequest(this.#request);
    this.#count.textContent = isEmpty ? '' : countModels(answer.results);
    this.#clear.hidden = chosen === 0;
    this.#fold.textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`;
    // Counting waits until the results are drawn.
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => {
      const { counted, isOfRetired } = countedAnswers(answer);
      this.#facets.show(countFacets(counted, filters, names.now), names.valueNames, isOfRetired);
    });
  }

  #loosenings({ answer, filters }: Found): HTMLElement[] {
    return loosenings(countedAnswers(answer).counted, filters).map((way) => {
      const what = way.key === null ? 'All filters' : FILTERS[way.key].label;
      const button = el('button', { type: 'button', class: BUTTON }, `${what}: ${count(way.count, 'model')}`);
      button.addEventListener('click', () => {
        this.#change({ ...this.#request, filters: way.filters }, 'push');
      });
      return button;
    });
  }
}

function orderOf(option: string): Order | null {
  const offered = Object.entries(SEARCH_ORDERS).find(([key]) => key === option);
  if (offered) return offered[1].order;
  const [sort = '', direction] = option.split(' ');
  return { sort, direction: direction === 'desc' ? 'desc' : 'asc' };
}

/** The select option of an order, created if it is missing. */
function optionFor(select: HTMLSelectElement, order: Order | null): string {
  const isIt = (other: Order | null): boolean =>
    order?.sort === other?.sort && order?.direction === other?.direction;
  const offered = Object.entries(SEARCH_ORDERS).find(([, other]) => isIt(other.order));
  if (offered || order === null) return offered?.[0] ?? '';
  const { sort, direction } = order;
  const value = `${sort} ${direction}`;
  if (![...select.options].some((option) => option.value === value)) {
    const { label } = SEARCH_SORTS[sort as keyof typeof SEARCH_SORTS];
    select.add(new Option(`${label}, ${direction === 'asc' ? 'ascending' : 'descending'}`, value));
  }
  return value;
}

customElements.define('search-page', SearchPage);
