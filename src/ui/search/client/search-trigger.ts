import { latinKey } from '../../base/client/keys.ts';

/**
 * `<search-trigger>` around a link to the search page: opens the search dialog instead, also with `/` and
 * Ctrl-K or ⌘-K anywhere on the page. Prefetches search on the first hover or focus. If loading fails,
 * `[data-failure]` shows a message.
 */
class SearchTrigger extends HTMLElement {
  connectedCallback(): void {
    const prefetch = (): void => {
      load().catch(() => undefined);
    };
    this.addEventListener('pointerenter', prefetch, { once: true });
    this.addEventListener('focusin', prefetch, { once: true });
    this.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(this);
    });
    addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open(this);
    });
  }
}

const load = () => import('./kit.ts');

let isOpening = false;

/** Opens the dialog, and passes it the text typed while it loads. */
function open(trigger: SearchTrigger): void {
  if (isOpening) return;
  isOpening = true;
  let typed = '';
  const keep = (event: KeyboardEvent): void => {
    const { key } = event as Partial<KeyboardEvent>;
    if (key?.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    typed += key;
  };
  addEventListener('keydown', keep, { capture: true });
  const failure = trigger.querySelector<HTMLElement>('[data-failure]');
  load()
    .then(
      ({ openSearch }) => {
        if (failure) failure.hidden = true;
        openSearch(typed);
      },
      () => {
        if (failure) failure.hidden = false;
      },
    )
    .finally(() => {
      isOpening = false;
      removeEventListener('keydown', keep, { capture: true });
    });
}

function isShortcut(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const key = latinKey(event);
  if (key === 'k') return (ctrlKey || metaKey) && !altKey && !shiftKey;
  // The target can be the window, which is not an element.
  const typesInto = (target as Partial<Element> | null)?.closest?.('input,textarea,select,[contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !typesInto;
}

customElements.define('search-trigger', SearchTrigger);
