import '../../base/client/input-method.ts';
import { el } from './dom.ts';

let made = 0;

/**
 * The list below a search box, following the combobox pattern: the box keeps the focus, arrows move the
 * active option, Enter follows it. With `isPopup`, options are not tab stops. `reopen` is called if an arrow
 * key finds no options. Between `wait` and `settle` the options are those of an older text, so an Enter
 * key counts only then.
 */
export class Listbox {
  readonly element = el('div', {
    role: 'listbox',
    class: 'find-list',
    id: `find-${(made += 1)}`,
    'aria-label': 'Results',
    hidden: '',
  });
  readonly #input: HTMLInputElement;
  readonly #isPopup: boolean;
  readonly #reopen: () => void;
  /** Called with the active option when it changes. */
  onActive: (row: HTMLElement | null) => void = () => undefined;
  #active: HTMLElement | null = null;
  #isWaiting = false;
  /** The Enter key that was pressed meanwhile. */
  #entered: KeyboardEvent | null = null;
  #rowsMade = 0;
  #sectionsMade = 0;

  constructor(input: HTMLInputElement, isPopup: boolean, reopen: () => void) {
    this.#input = input;
    this.#isPopup = isPopup;
    this.#reopen = reopen;
    const attributes = {
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': this.element.id,
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    keepFocus(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get active(): HTMLElement | null {
    return this.#active;
  }

  get rows(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role=option]')];
  }

  open(): void {
    this.element.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  close(): void {
    this.element.hidden = true;
    this.activate(null);
    this.#input.setAttribute('aria-expanded', 'false');
  }

  wait(): void {
    this.#isWaiting = true;
    this.#entered = null;
  }

  /** Enter without a result does what it does in the box. */
  settle(): void {
    const entered = this.#entered;
    this.stopWaiting();
    if (entered === null) return;
    const { key, ctrlKey, metaKey } = entered;
    const again = new KeyboardEvent('keydown', { key, ctrlKey, metaKey, bubbles: true, cancelable: true });
    if (this.#input.dispatchEvent(again)) this.#input.form?.requestSubmit();
  }

  stopWaiting(): void {
    this.#isWaiting = false;
    this.#entered = null;
  }

  section(title: string, rows: readonly HTMLElement[]): HTMLElement {
    for (const row of rows) this.option(row);
    const id = `${this.element.id}-s${(this.#sectionsMade += 1)}`;
    return el(
      'div',
      { role: 'group', 'aria-labelledby': id, class: 'find-group' },
      el('div', { id, class: 'find-title', role: 'presentation' }, title),
      ...rows,
    );
  }

  option(row: HTMLElement): HTMLElement {
    row.id = `${this.element.id}-${(this.#rowsMade += 1)}`;
    row.setAttribute('aria-selected', 'false');
    if (this.#isPopup) row.tabIndex = -1;
    return row;
  }

  activate(row: HTMLElement | null): void {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = row;
    row?.setAttribute('aria-selected', 'true');
    if (row) this.#input.setAttribute('aria-activedescendant', row.id);
    else this.#input.removeAttribute('aria-activedescendant');
    this.onActive(row);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && this.#isWaiting) {
      event.preventDefault();
      this.#entered = event;
    } else if (event.key === 'Enter' && this.#active && this.isOpen) {
      event.preventDefault();
      const { ctrlKey, metaKey } = event;
      this.#active.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, view: window, ctrlKey, metaKey }),
      );
    }
  }

  #move(step: 1 | -1): void {
    const { rows } = this;
    if (!this.isOpen || rows.length === 0) {
      this.#reopen();
      return;
    }
    const from = this.#active ? rows.indexOf(this.#active) : step > 0 ? -1 : 0;
    const next = rows[(from + step + rows.length) % rows.length] ?? null;
    this.activate(next);
    next?.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * Keeps the focus in the box on a press, because losing it would close the list. Links keep the default
 * behavior, for the browser's context menu.
 */
export function keepFocus(part: HTMLElement): void {
  part.addEventListener('mousedown', (event) => {
    if (!(event.target instanceof Element && event.target.closest('a'))) event.preventDefault();
  });
}
