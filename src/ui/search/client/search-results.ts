import { SEARCH_TERMS } from '../../../search/orders.ts';
import { writeRequest } from '../../../search/params.ts';
import { isEmptyRequest, NO_REQUEST, type SearchRequest } from '../../../search/search.ts';
import { searchPath, url } from '../../../site/urls.ts';
import { actionButtons } from '../../row-actions/client/row-actions.ts';
import { el } from './dom.ts';
import { emptyGroups } from './empty-box.ts';
import { answers, type Found } from './engine.ts';
import { countModels, groupsOf, isWorthMentions, partialNote, type Group } from './groups.ts';
import { keepFocus, Listbox } from './listbox.ts';
import { NO_TEXTS, NOT_CALLED_THAT } from './messages.ts';
import { addResultsStyle } from './results-style.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { allRow, mentionRow, moreRow } from './rows.ts';

/** How results are shown. */
interface ResultsOptions {
  readonly input: HTMLInputElement;
  /** The number of models to show at first. */
  readonly limit: number;
  readonly request: () => SearchRequest;
  /** Whether to load all of a long list eventually, because facets are counted. */
  readonly loadAll: boolean;
  /**
   * Whether the list is a popup over a page: options are not tab stops, and the list ends with a link to the
   * page of all results.
   */
  readonly isPopup: boolean;
  readonly onFound?: (found: Found) => void;
  /** Gets the id of a model that is pressed, in place of following its link. Only models are offered. */
  readonly pick?: (id: string) => void;
  /** Suggestions for an empty answer, besides changing the words. */
  readonly loosen?: (found: Found) => readonly HTMLElement[];
}

const MENTIONS = 4;
const MORE_FACTOR = 4;
/** Debounce of the text search, in milliseconds. Names are searched at once. */
const DEBOUNCE_MS = 180;
const ANNOUNCE_AFTER = 500;
/** Names that take longer to load, in milliseconds, get a loading notice. */
const LOADING_NOTICE_MS = 300;

/** `<search-results>` below a search box. Loads nothing before `run`. Drops answers to outdated requests. */
export class SearchResults extends HTMLElement {
  #options!: ResultsOptions;
  #list!: Listbox;
  readonly #message = el('div', { class: 'find-message', hidden: '' });
  readonly #note = el('p', { class: 'find-note', hidden: '' });
  readonly #forget = el(
    'button',
    { type: 'button', class: 'find-forget', hidden: '' },
    'Clear recent searches',
  );
  /** For the keyboard: what can be done with the active result. Shown while it has the focus. */
  readonly #actions = el('div', { class: 'find-actions', role: 'group', 'aria-label': 'Active result' });
  readonly #status = el('p', { class: 'sr-only', role: 'status' });
  #turn = 0;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  attach(options: ResultsOptions): void {
    this.#options = options;
    addResultsStyle();
    this.#list = new Listbox(options.input, options.isPopup, () => void this.run());
    this.#list.onActive = (row) => {
      const id = row?.dataset.modelId;
      const name = row?.querySelector('.find-name')?.textContent ?? '';
      this.#actions.replaceChildren(...(id === undefined ? [] : actionButtons({ id, name })));
    };
    this.append(this.#message, this.#actions, this.#list.element, this.#note, this.#forget, this.#status);
    this.#list.element.addEventListener('click', (event) => {
      this.#onClick(event);
    });
    keepFocus(this.#forget);
    this.#forget.addEventListener('click', () => {
      forgetSearches();
      options.input.focus();
      void this.run();
    });
  }

  /** Whether there is something to close. */
  get isOpen(): boolean {
    return this.#list.isOpen || !this.#message.hidden;
  }

  close(): void {
    this.#turn += 1;
    this.#list.stopWaiting();
    this.#list.close();
    for (const part of [this.#message, this.#note, this.#forget]) part.hidden = true;
  }

  async run(): Promise<void> {
    await this.#answer(this.#options.limit, new Set());
  }

  /** Makes the first row of a model that is not in `known` the active one. */
  async #answer(limit: number, known: ReadonlySet<string>): Promise<void> {
    const turn = (this.#turn += 1);
    const request = this.#options.request();
    this.#list.wait();
    const waiting = setTimeout(() => {
      if (turn === this.#turn) this.#say([el('p', {}, 'Loading names …')]);
    }, LOADING_NOTICE_MS);
    try {
      let last: Found | undefined;
      for await (const found of answers(request, this.#options.loadAll)) {
        clearTimeout(waiting);
        if (turn !== this.#turn) return;
        this.#show(found, request, limit);
        if (known.size > 0) this.#activateNew(known);
        last = found;
      }
      this.#list.settle();
      if (last) await this.#addMentions(last, request, turn);
    } catch {
      if (turn === this.#turn) this.#fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Adds text matches after the names, and a message if neither has results. */
  async #addMentions(last: Found, request: SearchRequest, turn: number): Promise<void> {
    let note = '';
    if (last.answer.query.text !== '' && isWorthMentions(last) && !this.#options.pick) {
      await new Promise((resolve) => setTimeout(resolve, DEBOUNCE_MS));
      if (turn !== this.#turn) return;
      const known = new Set(this.#list.rows.map((row) => row.getAttribute('href') ?? ''));
      const mentions = await import('./mentions.ts')
        .then(({ findMentions }) => findMentions(last, known, MENTIONS))
        .catch(() => null);
      if (turn !== this.#turn) return;
      note = mentions === null ? NO_TEXTS : mentions.note;
      this.#showMentions(mentions?.found.map(mentionRow) ?? []);
    }
    this.#note.textContent = note;
    this.#note.hidden = note === '';
    if (last.answer.results.length + last.leads.length > 0 || isEmptyRequest(request)) {
      if (note === NO_TEXTS) this.#announce(`${this.#foundWords(last)} ${NO_TEXTS}`);
    } else await this.#explainNothing(last, note === NO_TEXTS, turn);
  }

  #showMentions(rows: readonly HTMLElement[]): void {
    if (rows.length === 0) return;
    const all = this.#list.element.querySelector(':scope > .find-all');
    this.#list.element.insertBefore(this.#list.section('Mentioned in', rows), all);
    this.#list.open();
    if (!this.#list.active) this.#list.activate(this.#list.rows[0] ?? null);
  }

  #show(found: Found, request: SearchRequest, limit: number): void {
    const { answer, leads } = found;
    const isEmpty = isEmptyRequest(request);
    // A list above has the same models.
    const isLinked = this.#options.isPopup && leads.some(({ need }) => need.kind === 'list');
    const total = answer.results.length;
    const groups = this.#offered(isEmpty ? emptyGroups(found.names) : groupsOf(found, limit));
    this.#list.element.replaceChildren(
      ...groups.filter(([, rows]) => rows.length > 0).map(([title, rows]) => this.#list.section(title, rows)),
      ...(total > limit && !isLinked && !this.#options.pick ? [this.#more(request, found, limit)] : []),
    );
    this.#forget.hidden = !isEmpty || recentSearches().length === 0;
    this.#note.hidden = true;
    const partial = partialNote(found);
    const looking =
      total === 0 && leads.length === 0 && answer.query.text !== ''
        ? `${NOT_CALLED_THAT} Looking in the text of all pages …`
        : null;
    const says = partial ?? looking;
    this.#say(says === null ? [] : [el('p', {}, says)]);
    if (this.#list.element.hasChildNodes()) this.#list.open();
    else this.#list.close();
    this.#list.activate(isEmpty ? null : (this.#list.rows[0] ?? null));
    // If only texts may match, the announcement waits for them.
    if (!isEmpty && total + leads.length > 0) this.#announce(this.#foundWords(found));
    // The answered query, for code that waits for it.
    if (found.isFinal) this.dataset.answered = request.typed;
    this.#options.onFound?.(found);
  }

  /** Without what is no model, where a model is picked. */
  #offered(groups: readonly Group[]): readonly Group[] {
    if (!this.#options.pick) return groups;
    return groups.map(([title, rows]) => [
      title,
      rows.filter(({ dataset }) => dataset.modelId !== undefined),
    ]);
  }

  #foundWords(found: Found): string {
    const { leads, needs, names, answer } = found;
    return [
      partialNote(found),
      ...leads.map((lead) => `${needs?.needName(lead, names) ?? ''}.`),
      answer.results.length > 0 || leads.length === 0 ? `${countModels(answer.results)} found.` : null,
    ]
      .filter((part) => part !== null)
      .join(' ');
  }

  #more(request: SearchRequest, { answer }: Found, limit: number): HTMLElement {
    if (this.#options.isPopup) {
      const href = url(searchPath(writeRequest({ ...NO_REQUEST, ...request }, SEARCH_TERMS)));
      return this.#list.option(allRow(href, `All ${countModels(answer.results)}`));
    }
    const row = moreRow(`${limit} of ${countModels(answer.results)}. Show more`);
    row.addEventListener('click', () => {
      const known = new Set(this.#list.rows.flatMap(({ dataset }) => dataset.modelId ?? []));
      void this.#answer(limit * MORE_FACTOR, known);
    });
    return this.#list.option(row);
  }

  #activateNew(known: ReadonlySet<string>): void {
    const isNew = ({ dataset: { modelId } }: HTMLElement): boolean =>
      modelId !== undefined && !known.has(modelId);
    const next = this.#list.rows.find(isNew);
    if (!next) return;
    this.#list.activate(next);
    next.scrollIntoView({ block: 'nearest' });
  }

  /** Shows that no model matches, with suggestions. */
  async #explainNothing(found: Found, isTextMissing: boolean, turn: number): Promise<void> {
    const { nothingFound, nothingFoundWords } = await import('./nothing-found.ts');
    if (turn !== this.#turn) return;
    const others = this.#list.rows.length;
    this.#announce(nothingFoundWords(others, isTextMissing));
    const ways = this.#options.loosen?.(found) ?? [];
    this.#say(nothingFound(found, ways, others > 0 || isTextMissing));
  }

  #say(parts: readonly HTMLElement[]): void {
    this.#message.replaceChildren(...parts);
    this.#message.hidden = parts.length === 0;
  }

  #fail(): void {
    this.#list.close();
    this.#list.stopWaiting();
    const why = navigator.onLine ? 'The index of names could not be loaded.' : 'You are offline.';
    const sentence = `Search does not work right now. ${why}`;
    this.#say([el('p', {}, `${sentence} `, el('a', { href: url('/models/') }, 'See all models'), '.')]);
    this.#status.textContent = sentence;
  }

  #announce(sentence: string): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      this.#status.textContent = sentence;
    }, ANNOUNCE_AFTER);
  }

  #onClick(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const { input, pick } = this.#options;
    if (!row) return;
    const { fill, modelId } = row.dataset;
    if (pick && modelId !== undefined) {
      event.preventDefault();
      pick(modelId);
    } else if (fill !== undefined) {
      input.value = fill;
      input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (row instanceof HTMLAnchorElement) {
      rememberSearch(input.value);
    }
  }
}

customElements.define('search-results', SearchResults);
