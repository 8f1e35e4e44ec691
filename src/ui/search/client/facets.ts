import { CAPABILITIES, isCapability } from '../../../catalog/capabilities.ts';
import { CATEGORIES, isCategory } from '../../../catalog/categories.ts';
import { modalityInfo } from '../../../catalog/modalities.ts';
import type { Facet, Facets, FacetValue } from '../../../search/facets.ts';
import { ADDED_CLASSES, CONTEXT_CLASSES, PRICE_CLASSES } from '../../../search/filters.ts';
import { isSharedName, type NameTable } from '../../../search/index/name-index.ts';
import { integer } from '../../../catalog/format.ts';
import { el } from './dom.ts';

/** A value that was chosen, or is no longer. */
export interface FacetChange {
  readonly facet: Facet;
  readonly value: string;
}

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  price: 'Input price, per M tokens',
  context: 'Context, tokens',
  can: 'Capability',
  takes: 'Takes',
  gives: 'Gives',
  authors: 'Author',
  categories: 'Ranked in',
  added: 'Added',
  open: 'Weights',
};

const ORDER = Object.keys(FACET_TITLES) as Facet[];
/** Facets of which one value can hold at a time. */
const SINGLE: readonly Facet[] = ['price', 'context', 'added'];
const SHOWN_AT_FIRST = 7;
const OF_LISTED = 'Counts are of listed models only.';
const OF_RETIRED = 'Counts include retired models, at what was last known of them.';
/** Capabilities that say the same as a modality or as open weights. */
const ELSEWHERE = ['vision', 'files', 'audio-input', 'video-input', 'open-weights'];

/** `<search-facets>`: what results can be narrowed by, with counts. Tells of a choice with the event `facet`. */
export class SearchFacets extends HTMLElement {
  readonly #unfolded = new Set<Facet>();
  #isBound = false;

  connectedCallback(): void {
    if (this.#isBound) return;
    this.#isBound = true;
    this.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const { name, value } = event.target;
      const detail: FacetChange = { facet: name as Facet, value };
      this.dispatchEvent(new CustomEvent('facet', { detail }));
    });
  }

  /** `isOfRetired`: retired models are counted, too. */
  show(facets: Facets, table: NameTable, isOfRetired: boolean): void {
    const focused = this.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const note = el('p', { class: 'facet-note' }, isOfRetired ? OF_RETIRED : OF_LISTED);
    this.replaceChildren(note, ...ORDER.flatMap((facet) => this.#group(facet, facets[facet], table) ?? []));
    if (focused) document.getElementById(focused)?.focus();
  }

  #group(facet: Facet, all: readonly FacetValue[], table: NameTable): HTMLElement | null {
    const values = all.filter(
      ({ value, count, isChosen }) =>
        (count > 0 || isChosen) && !(facet === 'can' && ELSEWHERE.includes(value)),
    );
    if (values.length === 0) return null;
    const isUnfolded = this.#unfolded.has(facet) || values.length <= SHOWN_AT_FIRST + 1;
    const shown = values.filter(({ isChosen }, place) => isUnfolded || isChosen || place < SHOWN_AT_FIRST);
    const group = el(
      'fieldset',
      { class: 'facet' },
      el('legend', {}, FACET_TITLES[facet]),
      ...shown.map((value) => checkbox(facet, value, table)),
    );
    if (shown.length < values.length) {
      const more = el('button', { type: 'button' }, `${values.length - shown.length} more`);
      more.addEventListener('click', () => {
        this.#unfolded.add(facet);
        const next = values.find((value) => !shown.includes(value));
        group.replaceWith(this.#group(facet, all, table) ?? group);
        if (next) document.getElementById(idOf(facet, next.value))?.focus();
      });
      group.append(more);
    }
    return group;
  }
}

function checkbox(facet: Facet, { value, count, isChosen }: FacetValue, table: NameTable): HTMLElement {
  const input = el('input', {
    type: 'checkbox',
    id: idOf(facet, value),
    name: facet,
    value,
    ...(SINGLE.includes(facet) ? { 'data-single': '' } : {}),
  });
  input.checked = isChosen;
  return el(
    'label',
    {},
    input,
    el('span', {}, facetLabel(facet, value, table)),
    ' ',
    el('span', { class: 'facet-n' }, integer(count)),
  );
}

/** What a facet's value is called. */
function facetLabel(facet: Facet, value: string, table: NameTable): string {
  switch (facet) {
    case 'authors':
      return authorLabel(value, table);
    case 'takes':
    case 'gives':
      return modalityInfo(value).label;
    case 'can':
      return isCapability(value) ? CAPABILITIES[value].label : value;
    case 'categories':
      return isCategory(value) ? CATEGORIES[value].label : value;
    case 'price':
      return labelIn(PRICE_CLASSES, value);
    case 'context':
      return labelIn(CONTEXT_CLASSES, value);
    case 'added':
      return labelIn(ADDED_CLASSES, value);
    case 'open':
      return 'Open';
  }
}

function authorLabel(slug: string, table: NameTable): string {
  const name = table.authors.find(([key]) => key === slug)?.[1] ?? slug;
  return isSharedName(table, name) ? `${name} (${slug})` : name;
}

function labelIn(classes: Readonly<Record<string, { readonly label: string }>>, value: string): string {
  return (Object.hasOwn(classes, value) ? classes[value]?.label : undefined) ?? value;
}

function idOf(facet: Facet, value: string): string {
  return `facet-${facet}-${value}`;
}

customElements.define('search-facets', SearchFacets);
