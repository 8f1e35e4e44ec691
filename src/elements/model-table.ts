import { compareValues, sortText, type Direction, type SortValue as Key } from '../catalog/compare.ts';
import { aheadText, count } from '../site/format.ts';
import { appendInBatches } from './batches.ts';
import { fillForm, readAddress, readForm } from './form-address.ts';

interface Row {
  readonly element: HTMLTableRowElement;
  /** Name, author and id in lower case. */
  readonly text: string;
  readonly author: string;
  readonly takes: ReadonlySet<string>;
  readonly gives: ReadonlySet<string>;
  readonly can: ReadonlySet<string>;
  readonly isFree: boolean;
  readonly input: number | null;
  readonly context: number | null;
}

interface Group {
  readonly id: string;
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly Row[];
  readonly keys: Map<number, Key>;
  /** What folds the variants out; `null` where nothing folds. */
  readonly unfold: HTMLInputElement | null;
}

interface State {
  readonly sort: string;
  readonly direction: Direction;
  readonly filters: URLSearchParams;
}

const BLANKS: ReadonlySet<string> = new Set(['—', 'dynamic', 'unknown', 'unstated', '']);
const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/**
 * `<model-table>` around a filter form and a `<table data-models>`: sorts and filters in place and keeps both in the address.
 * Groups move whole: a base, then what folds under it. Blanks, dynamic and unknown come last both ways.
 * `data-rest` names a fragment with every row, for lists that are printed in pages; it is fetched at the first use.
 */
class ModelTable extends HTMLElement {
  #table!: HTMLTableElement;
  #head!: HTMLTableSectionElement;
  #groups: Group[] = [];
  #columns = new Map<
    string,
    { header: HTMLTableCellElement; index: number; label: string; firstDirection: Direction }
  >();
  #initial!: State;
  #form: HTMLFormElement | null = null;
  #status!: HTMLElement;
  #loading: Promise<Group[]> | undefined;
  #remark = '';
  #stopAppending: () => void = () => undefined;

  connectedCallback(): void {
    const table = this.querySelector<HTMLTableElement>('table[data-models]');
    const head = table?.tHead;
    if (!table || !head) return;
    this.#table = table;
    this.#head = head;
    this.#form = this.querySelector('form');
    this.#status = this.querySelector('[role=status]') ?? this.appendChild(document.createElement('p'));
    this.#upgradeHeaders();
    this.#initial = { ...this.#sortedHeader(), filters: new URLSearchParams() };
    this.#listen();
    if (location.search !== '') void this.#show(this.#readAddress(), false);
  }

  #upgradeHeaders(): void {
    for (const [index, header] of [...(this.#head.rows[0]?.cells ?? [])].entries()) {
      const key = header.dataset.key;
      const text = header.querySelector('a, span');
      if (key === undefined || !text) continue;
      const label = text.textContent;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      text.replaceWith(button);
      const firstDirection = header.dataset.first === 'desc' ? 'desc' : 'asc';
      this.#columns.set(key, { header, index, label, firstDirection });
      button.addEventListener('click', () => {
        this.#sortBy(key);
      });
    }
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#sortBy(link.dataset.sortBy ?? '');
      });
    }
  }

  /** The first time in the direction that most readers want on top, then the other way round. */
  #sortBy(sort: string): void {
    const now = this.#sortedHeader();
    const first = this.#columns.get(sort)?.firstDirection ?? 'asc';
    const flipped: Direction = now.direction === 'asc' ? 'desc' : 'asc';
    void this.#show({ ...this.#readAddress(), sort, direction: now.sort === sort ? flipped : first });
  }

  #listen(): void {
    // Reading the rows takes a moment on long lists: it is done before the click that needs it.
    for (const type of ['pointerover', 'focusin', 'touchstart']) {
      this.addEventListener(type, () => void (this.#loading ??= this.#load()), { once: true, passive: true });
    }
    addEventListener('popstate', () => void this.#show(this.#readAddress(), false));
    const form = this.#form;
    if (!form) return;
    for (const field of form.querySelectorAll('fieldset')) field.disabled = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('input', (event) => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search';
      void this.#show({ ...this.#readAddress(), filters: readForm(form) }, typing ? 'replace' : 'push');
    });
    form.addEventListener('reset', () => {
      void this.#show({ ...this.#readAddress(), filters: new URLSearchParams() }, 'push');
    });
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      form.reset();
    });
  }

  #sortedHeader(): { sort: string; direction: Direction } {
    const header = this.#head.querySelector<HTMLElement>('[aria-sort]');
    return {
      sort: header?.dataset.key ?? '',
      direction: header?.getAttribute('aria-sort') === ARIA_SORT.desc ? 'desc' : 'asc',
    };
  }

  /** Only what this table knows is taken from the address. */
  #readAddress(): State {
    const params = new URLSearchParams(location.search);
    const wanted = params.get('sort') ?? '';
    const column = this.#columns.get(wanted);
    const sort = column ? wanted : this.#initial.sort;
    const dir = params.get('dir');
    const byDefault = column ? column.firstDirection : this.#initial.direction;
    const direction = dir === 'asc' || dir === 'desc' ? dir : byDefault;
    const filters = this.#form ? readAddress(this.#form) : new URLSearchParams();
    return { sort, direction, filters };
  }

  #writeAddress(state: State, how: 'push' | 'replace'): void {
    const params = new URLSearchParams(state.filters);
    const byDefault = this.#columns.get(state.sort)?.firstDirection ?? this.#initial.direction;
    if (state.sort !== this.#initial.sort) params.set('sort', state.sort);
    if (state.direction !== (state.sort === this.#initial.sort ? this.#initial.direction : byDefault)) {
      params.set('dir', state.direction);
    }
    const query = params.size > 0 ? `?${params}` : '';
    history[how === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      `${location.pathname}${query}${location.hash}`,
    );
  }

  async #show(state: State, address: 'push' | 'replace' | false = 'push'): Promise<void> {
    if (address) this.#writeAddress(state, address);
    if (!address && this.#form) fillForm(this.#form, state.filters);
    this.#groups = await (this.#loading ??= this.#load());
    const test = matcher(state.filters, this.#form);
    const shown = this.#groups.filter((group) => {
      const hits = group.rows.map(test);
      const { unfold } = group;
      if (unfold && state.filters.size > 0) unfold.checked = !hits[0] && hits.includes(true);
      return hits.includes(true);
    });
    this.#sort(shown, state);
    this.#markHeader(state);
    this.#draw(shown, state);
    this.#announce(state, shown.length);
  }

  /** Every group: those of this page, or all of them where the list is printed in pages. */
  async #load(): Promise<Group[]> {
    const { rest } = this.dataset;
    if (rest === undefined) return [...this.#table.tBodies].map(readGroup);
    try {
      const answer = await fetch(rest);
      if (!answer.ok) throw new Error(`${rest} answered ${answer.status}`);
      const template = document.createElement('template');
      template.innerHTML = `<table>${await answer.text()}</table>`;
      this.toggleAttribute('data-whole', true);
      return [...template.content.querySelectorAll('tbody')].map(readGroup);
    } catch {
      this.#remark =
        'The models of the other pages could not be loaded, so only those of this page are here. ';
      return [...this.#table.tBodies].map(readGroup);
    }
  }

  #sort(groups: Group[], { sort, direction }: State): void {
    const column = this.#columns.get(sort);
    const popularity = this.#columns.get('popularity')?.index ?? 0;
    const added = this.#columns.get('newest')?.index ?? 0;
    if (!column) return;
    groups.sort(
      (a, b) =>
        compareValues(key(a, column.index), key(b, column.index), direction) ||
        compareValues(key(a, popularity), key(b, popularity), 'asc') ||
        compareValues(key(a, added), key(b, added), 'desc') ||
        compareValues(a.id, b.id, 'asc'),
    );
  }

  #markHeader({ sort, direction }: State): void {
    for (const [name, { header }] of this.#columns) {
      if (name === sort) header.setAttribute('aria-sort', ARIA_SORT[direction]);
      else header.removeAttribute('aria-sort');
    }
    for (const link of this.querySelectorAll<HTMLElement>('[data-sort-by]')) {
      if (link.dataset.sortBy === sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #draw(groups: readonly Group[], { sort, direction }: State): void {
    const column = this.#columns.get(sort)?.index;
    this.#stopAppending();
    const range = document.createRange();
    range.setStartAfter(this.#head);
    range.setEndAfter(this.#table.lastChild ?? this.#head);
    range.extractContents();
    this.#stopAppending = appendInBatches(this.#table, groups, (group) => {
      if (column !== undefined) noteMemberAhead(group, column, direction);
      return group.body;
    });
    const top = this.#table.getBoundingClientRect().top;
    if (top < 0) scrollBy({ top });
  }

  #announce({ sort, direction, filters }: State, shown: number): void {
    const label = this.#columns.get(sort)?.label ?? '';
    const counted = filters.size > 0 ? `${shown} of ${this.#groups.length} models match. ` : '';
    // The header shows the order to those who see it.
    const sorted = document.createElement('span');
    sorted.className = 'hush';
    sorted.textContent = `Sorted by ${label}, ${ARIA_SORT[direction]}.`;
    this.#status.replaceChildren(counted, this.#remark, sorted);
    this.toggleAttribute('data-empty', shown === 0);
    this.toggleAttribute('data-filtered', filters.size > 0);
    const badge = this.#form?.querySelector('[data-filter-count]');
    if (badge) badge.textContent = filters.size > 0 ? ` (${filters.size})` : '';
    const closer = this.#form?.querySelector('[data-close-sheet]');
    if (closer) closer.textContent = `Show ${count(shown, 'model')}`;
  }
}

function readGroup(body: HTMLTableSectionElement): Group {
  return {
    id: body.rows[0]?.dataset.modelId ?? '',
    body,
    rows: [...body.rows].map(readRow),
    keys: new Map(),
    unfold: body.querySelector('input'),
  };
}

function readRow(element: HTMLTableRowElement): Row {
  const id = element.dataset.modelId ?? '';
  const cell = (index: number): string => element.cells[index]?.textContent ?? '';
  const modalities = element.cells[6]?.querySelector('svg')?.getAttribute('aria-label') ?? '';
  const [takes = '', gives = 'text'] = modalities.split(' → ');
  return {
    element,
    text: ['th > a', 'th > small']
      .map((part) => element.querySelector(part)?.textContent)
      .join(' ')
      .toLowerCase(),
    author: id.replace('~', '').split('/')[0] ?? '',
    takes: new Set(takes.split(', ')),
    gives: new Set(gives.split(', ')),
    can: new Set(
      cell(7)
        .split(' · ')
        .filter((word) => !BLANKS.has(word)),
    ),
    isFree: cell(3) === 'free' && ['free', '—'].includes(cell(4)),
    input: cellKey(element.cells[3]) as number | null,
    context: cellKey(element.cells[1]) as number | null,
  };
}

function key(group: Group, index: number): Key {
  let value = group.keys.get(index);
  if (value === undefined) {
    value = cellKey(group.body.rows[0]?.cells[index]);
    group.keys.set(index, value);
  }
  return value;
}

/** What a cell sorts by: its `data-sort`, else its text; free is 0, blanks are `null`. */
function cellKey(cell: HTMLTableCellElement | undefined): Key {
  const given = cell?.dataset.sort;
  if (given !== undefined) return Number(given);
  if (cell?.tagName === 'TH') return sortText(cell.querySelector('a')?.textContent ?? '');
  const text = cell?.textContent ?? '';
  if (text === 'free') return 0;
  return BLANKS.has(text) ? null : Number(text.replace(/[$,]/g, ''));
}

/** Where a folded variant would come before its base, the base's cell says so. */
function noteMemberAhead({ rows }: Group, index: number, direction: Direction): void {
  const base = rows[0]?.element;
  const cell = base?.cells[index];
  if (!base || !cell || rows.length === 1) return;
  for (const one of base.querySelectorAll<HTMLElement>('[data-ahead]')) delete one.dataset.ahead;
  let foremost = cellKey(cell);
  for (const { element } of rows.slice(1)) {
    const own = element.cells[index];
    const value = cellKey(own);
    if (typeof value === 'string' || compareValues(value, foremost, direction) >= 0) continue;
    foremost = value;
    cell.dataset.ahead = aheadText(element.dataset.modelId ?? '', own?.textContent ?? '');
  }
}

/** The word that a row has for an ability. */
function wordFor(value: string, form: HTMLFormElement | null): string {
  const chips = form?.querySelectorAll<HTMLInputElement>('input[name=can]') ?? [];
  return [...chips].find((chip) => chip.value === value)?.dataset.word ?? value;
}

function matcher(filters: URLSearchParams, form: HTMLFormElement | null): (row: Row) => boolean {
  const words = (filters.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const author = filters.get('author');
  const can = filters.getAll('can').map((value) => wordFor(value, form));
  const takes = filters.getAll('takes');
  const gives = filters.getAll('out');
  const free = filters.get('price') === 'free';
  const maxInput = filters.has('input') ? Number(filters.get('input')) : null;
  const minContext = filters.has('context') ? Number(filters.get('context')) : null;
  return (row) =>
    words.every((word) => row.text.includes(word)) &&
    (author === null || row.author === author) &&
    can.every((one) => row.can.has(one)) &&
    takes.every((one) => row.takes.has(one)) &&
    gives.every((one) => row.gives.has(one)) &&
    (!free || row.isFree) &&
    (maxInput === null || (row.input !== null && row.input <= maxInput)) &&
    (minContext === null || (row.context !== null && row.context >= minContext));
}

customElements.define('model-table', ModelTable);
