import css from './search-results.css?inline';
import type { Landmark } from '../catalog/search/landmarks.ts';
import { nearestNames } from '../catalog/search/suggest.ts';
import { passes } from '../catalog/search/filters.ts';
import type { SearchAnswer, SearchRequest } from '../catalog/search/search.ts';
import type { SearchResult } from '../catalog/search/rows.ts';
import { toParameters } from '../catalog/search/address.ts';
import { count, integer } from '../site/format.ts';
import { MODELS_HREF, modelIdOf, searchHref } from './search-base.ts';
import { el } from './search-dom.ts';
import { answers, type Found } from './search-engine.ts';
import { findMentions, MOST_PAGES } from './search-mentions.ts';
import { forgetSearches, recentSearches, rememberSearch } from './search-recent.ts';
import { allRow, landmarkRow, mentionRow, modelRow, moreRow, recentRow } from './search-rows.ts';

/** How a place shows results. */
export interface ResultsOptions {
  readonly input: HTMLInputElement;
  /** Models shown at first. */
  readonly limit: number;
  readonly request: () => SearchRequest;
  /** Load all of a long list in the end, because facets are counted. */
  readonly whole: boolean;
  /** Shown in passing, over a page: options are no tab stops, and the list ends with a link to the page of all results. */
  readonly isPassing: boolean;
  readonly onFound?: (found: Found) => void;
  /** Ways out of an empty answer besides other words. */
  readonly loosen?: (found: Found) => readonly HTMLElement[];
}

const LANDMARKS = 3;
const MENTIONS = 4;
const NEAREST = 5;
const MORE_FACTOR = 4;
/** Text search waits for a pause in typing, in milliseconds; names do not. */
const PAUSE = 180;
const ANNOUNCE_AFTER = 500;
/** Names that take longer are said to be on their way. */
const PATIENCE = 300;
const NOT_CALLED_THAT = 'No model is called that.';
const PARTIAL = 'No listed model has all of these words.';

const sheet = new CSSStyleSheet();
let made = 0;

/**
 * `<search-results>` below a search box, as the combobox pattern has it: the box keeps the focus, arrows move the active option, Enter follows
 * it. It loads nothing before `run`, and drops an answer to what was typed before.
 */
export class SearchResults extends HTMLElement {
  #options: ResultsOptions | undefined;
  readonly #list = el('div', { role: 'listbox', class: 'find-list', 'aria-label': 'Results', hidden: '' });
  readonly #message = el('div', { class: 'find-message', hidden: '' });
  readonly #forget = el(
    'button',
    { type: 'button', class: 'find-forget', hidden: '' },
    'Clear recent searches',
  );
  readonly #status = el('p', { class: 'hush', role: 'status' });
  #turn = 0;
  #rowsMade = 0;
  #active: HTMLElement | null = null;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  attach(options: ResultsOptions): void {
    this.#options = options;
    if (made === 0) {
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }
    this.#list.id = `find-${(made += 1)}`;
    this.append(this.#message, this.#list, this.#forget, this.#status);
    const { input } = options;
    const attributes = {
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.#list.addEventListener('click', (event) => {
      this.#onClick(event);
    });
    this.#forget.addEventListener('click', () => {
      forgetSearches();
      input.focus();
      void this.run();
    });
    for (const part of [this.#list, this.#forget]) {
      // What is pressed takes no focus from the box, whose list would close; links keep theirs for the menus of a browser.
      part.addEventListener('mousedown', (event) => {
        if (!(event.target instanceof Element && event.target.closest('a'))) event.preventDefault();
      });
    }
  }

  /** Whether there is something to close. */
  get isOpen(): boolean {
    return !this.#list.hidden || !this.#message.hidden;
  }

  close(): void {
    this.#turn += 1;
    this.#hideList();
    this.#message.hidden = true;
    this.#forget.hidden = true;
  }

  /** Answers the request as it is now. */
  async run(): Promise<void> {
    if (this.#options) await this.#answer(this.#options, this.#options.limit, new Set());
  }

  /** The first row of a model that is not in `known` becomes the active one. */
  async #answer(options: ResultsOptions, limit: number, known: ReadonlySet<string>): Promise<void> {
    const turn = (this.#turn += 1);
    const request = options.request();
    const waiting = setTimeout(() => {
      if (turn === this.#turn) this.#say([el('p', {}, 'Loading names …')]);
    }, PATIENCE);
    try {
      let last: Found | undefined;
      for await (const found of answers(request, options.whole)) {
        clearTimeout(waiting);
        if (turn !== this.#turn) return;
        this.#show(found, request, options, limit);
        if (known.size > 0) this.#activateNew(known);
        last = found;
      }
      if (!last) return;
      const unread = await this.#addMentions(last, request, turn);
      if (turn === this.#turn && last.answer.results.length === 0 && toParameters(request).size > 0) {
        this.#explainNothing(last, unread);
      }
    } catch {
      if (turn === this.#turn) this.#fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  /** What is to be said where reading stopped before all pages with the words were read; else nothing. */
  async #addMentions({ answer, names }: Found, request: SearchRequest, turn: number): Promise<string> {
    const { text, conditions } = answer.query;
    if (text === '') return '';
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn !== this.#turn) return '';
    const links = this.#list.querySelectorAll('a');
    const known = new Set([...links].map((link) => link.getAttribute('href') ?? ''));
    const keep = (href: string): boolean => {
      const id = modelIdOf(href);
      const prepared = names.lexicon.entries.find(({ entry }) => entry.id === id);
      return (
        !known.has(href) &&
        prepared !== undefined &&
        conditions.every((condition) => condition.holds(prepared)) &&
        passes(prepared.entry, request.filters, names.now)
      );
    };
    // Names are found without the text index, so its absence is no failure.
    const { found, outOf } = await findMentions(textOf(text, request, names), keep, MENTIONS).catch(() => ({
      found: [],
      outOf: null,
    }));
    if (turn !== this.#turn) return '';
    const unread =
      outOf === null ? '' : `Of ${integer(outOf)} pages with these words, only ${MOST_PAGES} were read.`;
    if (found.length === 0) return unread;
    const all = this.#list.querySelector(':scope > .find-all');
    const section = this.#section('Mentioned in', found.map(mentionRow));
    if (unread !== '') section.append(el('div', { class: 'find-note', role: 'presentation' }, unread));
    this.#list.insertBefore(section, all);
    this.#open();
    if (!this.#active) this.#activate(this.#rows()[0] ?? null);
    return unread;
  }

  #show(found: Found, request: SearchRequest, options: ResultsOptions, limit: number): void {
    const { answer, names, landmarks } = found;
    const words = answer.query.words.map(({ text }) => text);
    const isEmptyRequest = toParameters(request).size === 0;
    const total = answer.results.length;
    const shown = firstOf(answer, limit);
    const models = (areRetired: boolean): HTMLElement[] =>
      shown
        .filter(({ entry }) => (entry.retired !== null) === areRetired)
        .map((result) => modelRow(result, words, names));
    const places = (kind: Landmark['kind']): HTMLElement[] =>
      landmarks
        .filter((landmark) => landmark.kind === kind)
        .slice(0, LANDMARKS)
        .map((landmark) => landmarkRow(landmark, words, names));
    const groups: [string, HTMLElement[]][] = isEmptyRequest
      ? [['Recent searches', recentSearches().map(recentRow)]]
      : [
          ['Models', models(false)],
          ['Retired', models(true)],
          ['Authors', places('author')],
          ['Categories', places('category')],
        ];
    this.#list.replaceChildren(
      ...groups.filter(([, rows]) => rows.length > 0).map(([title, rows]) => this.#section(title, rows)),
      ...(total > shown.length ? [this.#more(request, options, total, limit)] : []),
    );
    this.#forget.hidden = !isEmptyRequest || recentSearches().length === 0;
    const isPartial = answer.missing > 0 && total > 0;
    const isLooking = total === 0 && answer.query.text !== '';
    const note = isPartial
      ? `${PARTIAL} The nearest:`
      : `${NOT_CALLED_THAT} Looking in the text of all pages …`;
    this.#say(isPartial || isLooking ? [el('p', {}, note)] : []);
    if (this.#list.hasChildNodes()) this.#open();
    else this.#hideList();
    this.#activate(isEmptyRequest ? null : (this.#rows()[0] ?? null));
    // What only texts may answer is told when they have answered.
    if (!isEmptyRequest && total > 0)
      this.#announce(`${isPartial ? `${PARTIAL} ` : ''}${countModels(answer.results)} found.`);
    // Says which query the list answers, for whoever waits for it.
    if (found.isFinal) this.dataset.answered = request.typed;
    options.onFound?.(found);
  }

  #section(title: string, rows: readonly HTMLElement[]): HTMLElement {
    for (const row of rows) this.#addOption(row);
    const id = `${this.#list.id}-${title.toLowerCase().replaceAll(' ', '-')}`;
    return el(
      'div',
      { role: 'group', 'aria-labelledby': id, class: 'find-group' },
      el('div', { id, class: 'find-title', role: 'presentation' }, title),
      ...rows,
    );
  }

  #addOption(row: HTMLElement): void {
    row.id = `${this.#list.id}-${(this.#rowsMade += 1)}`;
    row.setAttribute('aria-selected', 'false');
    if (this.#options?.isPassing) row.tabIndex = -1;
  }

  #more(request: SearchRequest, options: ResultsOptions, total: number, limit: number): HTMLElement {
    const row = options.isPassing
      ? allRow(searchHref(toParameters(request)), `All ${count(total, 'model')}`)
      : moreRow(`${limit} of ${count(total, 'model')}. Show more`);
    if (!options.isPassing) {
      row.addEventListener('click', () => {
        const known = new Set(this.#rows().flatMap(({ dataset }) => dataset.modelId ?? []));
        void this.#answer(options, limit * MORE_FACTOR, known);
      });
    }
    this.#addOption(row);
    return row;
  }

  #activateNew(known: ReadonlySet<string>): void {
    const isNew = ({ dataset: { modelId } }: HTMLElement): boolean =>
      modelId !== undefined && !known.has(modelId);
    const next = this.#rows().find(isNew);
    if (!next) return;
    this.#activate(next);
    next.scrollIntoView({ block: 'nearest' });
  }

  #open(): void {
    this.#list.hidden = false;
    this.#options?.input.setAttribute('aria-expanded', 'true');
  }

  #hideList(): void {
    this.#list.hidden = true;
    this.#activate(null);
    this.#options?.input.setAttribute('aria-expanded', 'false');
  }

  /** Says that no model answers, and what to try. */
  #explainNothing(found: Found, unread: string): void {
    const { answer, names } = found;
    const others = this.#rows().length;
    const parts: HTMLElement[] = [
      el('p', {}, others > 0 ? NOT_CALLED_THAT : 'No results.'),
      ...(unread === '' ? [] : [el('p', {}, unread)]),
    ];
    this.#announce(others > 0 ? `No models found, but ${count(others, 'other result')}.` : 'Nothing found.');
    const ways = this.#options?.loosen?.(found) ?? [];
    if (ways.length > 0) {
      parts.push(el('p', {}, 'More without:'), el('div', { class: 'find-ways' }, ...ways));
    } else {
      const rows = nearestNames(names.lexicon, answer.query, NEAREST).map((entry) =>
        modelRow({ entry, variants: [] }, [], names),
      );
      // These stand outside the list of options.
      for (const row of rows) row.removeAttribute('role');
      if (rows.length > 0)
        parts.push(el('p', {}, 'The nearest names:'), el('div', { class: 'find-near' }, ...rows));
    }
    const all = el('a', { href: MODELS_HREF }, 'See all models');
    this.#say([...parts, el('p', {}, all, ', or try fewer words.')]);
  }

  #say(parts: readonly HTMLElement[]): void {
    this.#message.replaceChildren(...parts);
    this.#message.hidden = parts.length === 0;
  }

  #fail(): void {
    this.#hideList();
    const why = navigator.onLine ? 'The index of names could not be loaded.' : 'You are offline.';
    const sentence = `Search does not work right now. ${why}`;
    this.#say([el('p', {}, `${sentence} `, el('a', { href: MODELS_HREF }, 'See all models'), '.')]);
    this.#status.textContent = sentence;
  }

  #announce(sentence: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      this.#status.textContent = sentence;
    }, ANNOUNCE_AFTER);
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  #activate(row: HTMLElement | null): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = row;
    row?.setAttribute('aria-selected', 'true');
    if (row) this.#options?.input.setAttribute('aria-activedescendant', row.id);
    else this.#options?.input.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.#active && !this.#list.hidden) {
      event.preventDefault();
      const { ctrlKey, metaKey } = event;
      this.#active.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, view: window, ctrlKey, metaKey }),
      );
    }
  }

  #move(step: 1 | -1): void {
    const rows = this.#rows();
    if (this.#list.hidden || rows.length === 0) {
      void this.run();
      return;
    }
    const from = this.#active ? rows.indexOf(this.#active) : step > 0 ? -1 : 0;
    const next = rows[(from + step + rows.length) % rows.length] ?? null;
    this.#activate(next);
    next?.scrollIntoView({ block: 'nearest' });
  }

  #onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const input = this.#options?.input;
    if (!row || !input) return;
    const { fill } = row.dataset;
    if (fill !== undefined) {
      input.value = fill;
      input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (row instanceof HTMLAnchorElement) {
      rememberSearch(input.value);
    }
  }
}

/** The first results. One of them is the retired model that answers best, where listed ones only come near. */
function firstOf({ results, retiredBest }: SearchAnswer, limit: number): readonly SearchResult[] {
  const first = results.slice(0, limit);
  const best = results.find(({ entry }) => entry === retiredBest);
  return best === undefined || first.includes(best) ? first : [...first.slice(0, -1), best];
}

/** How many models, and how many of them are retired. */
export function countModels(results: readonly SearchResult[]): string {
  const retired = results.filter(({ entry }) => entry.retired !== null).length;
  const all = count(results.length, 'model');
  return retired === 0 ? all : `${all}, ${integer(retired)} of them retired`;
}

/** The words to look for in texts: with the only author wanted among them, since the text index does not know facets. */
function textOf(text: string, { filters }: SearchRequest, { lexicon }: Found['names']): string {
  const [author, ...others] = filters.authors;
  if (author === undefined || others.length > 0) return text;
  const known = lexicon.entries.find(({ entry }) => entry.author === author);
  return [text, known?.entry.authorNames[0] ?? author].join(' ');
}

customElements.define('search-results', SearchResults);
