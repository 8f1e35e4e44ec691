import { integer } from '../../../catalog/format.ts';
import { capitalize } from '../../../catalog/figures.ts';
import { FACETS, type Facets, type FacetValue } from '../../../search/facets.ts';
import { isOffered } from '../../../search/filter-groups.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';
import { FILTERS, isList, type FilterKey } from '../../../search/filters.ts';
import { el } from './dom.ts';

/** A value that was selected or deselected. */
export interface FacetChange {
  readonly facet: FilterKey;
  readonly value: string;
}

const SHOWN_AT_FIRST = 7;
const OF_LISTED = 'Counts are of listed models only.';
const OF_RETIRED = 'Counts include retired models, at what was last known of them.';

/** `<search-facets>`: the facets of the results, with counts. Dispatches the event `facet` on a selection. */
export class SearchFacets extends HTMLElement {
  readonly #unfolded = new Set<FilterKey>();
  #isBound = false;

  connectedCallback(): void {
    if (this.#isBound) return;
    this.#isBound = true;
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const { name, value } = event.target;
      const detail: FacetChange = { facet: name as FilterKey, value };
      this.dispatchEvent(new CustomEvent('facet', { detail }));
    });
  }

  /** `isOfRetired`: whether retired models are counted, too. */
  show(facets: Facets, names: ValueNames, isOfRetired: boolean): void {
    const focused = this.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const note = el('p', { class: 'facet-note' }, isOfRetired ? OF_RETIRED : OF_LISTED);
    this.replaceChildren(
      note,
      ...FACETS.flatMap((facet) => this.#group(facet, facets.get(facet) ?? [], names) ?? []),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  #group(facet: FilterKey, all: readonly FacetValue[], names: ValueNames): HTMLElement | null {
    const values = all.filter(
      ({ value, count, isChosen }) => (count > 0 || isChosen) && (isChosen || isOffered(facet, value)),
    );
    if (values.length === 0) return null;
    const isUnfolded = this.#unfolded.has(facet) || values.length <= SHOWN_AT_FIRST + 1;
    const shown = values.filter(({ isChosen }, place) => isUnfolded || isChosen || place < SHOWN_AT_FIRST);
    const group = el(
      'fieldset',
      { class: 'facet' },
      el('legend', {}, FILTERS[facet].label),
      ...shown.map((value) => checkbox(facet, value, names)),
    );
    if (shown.length < values.length) {
      const more = el('button', { type: 'button' }, `${values.length - shown.length} more`);
      more.addEventListener('click', () => {
        this.#unfolded.add(facet);
        const next = values.find((value) => !shown.includes(value));
        group.replaceWith(this.#group(facet, all, names) ?? group);
        if (next) document.getElementById(idOf(facet, next.value))?.focus();
      });
      group.append(more);
    }
    return group;
  }
}

function checkbox(facet: FilterKey, { value, count, isChosen }: FacetValue, names: ValueNames): HTMLElement {
  const input = el('input', {
    type: 'checkbox',
    id: idOf(facet, value),
    name: facet,
    value,
    ...(isList(facet) ? {} : { 'data-single': '' }),
  });
  input.checked = isChosen;
  return el(
    'label',
    {},
    input,
    el('span', {}, capitalize(FILTERS[facet].word(value, names))),
    ' ',
    el('span', { class: 'facet-n' }, integer(count)),
  );
}

function idOf(facet: FilterKey, value: string): string {
  return `facet-${facet}-${value}`;
}

customElements.define('search-facets', SearchFacets);
